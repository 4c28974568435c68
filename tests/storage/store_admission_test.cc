// A damaged store is found when it is opened, put aside and never silently used or
// replaced.
#include "storage/store_admission.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <random>

#include "storage/aside.h"
#include "storage/facts/read_index.h"
#include "storage/filler.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_facts.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/store_backup.h"
#include "storage/store_check.h"
#include "storage/suspicion.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::uintmax_t kPage = 16'384;

class StoreAdmissionTest : public testing::Test {
 protected:
  StoreAdmissionTest() {
    const auto store = open_sqlite_store(path());
    Transaction transaction(*store);
    const auto feeds = store->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    for (int i = 0; i < 60; ++i) {
      const auto written =
          article("guid:" + std::to_string(i), noise(3'000, static_cast<std::uint32_t>(i + 1)));
      const auto stored = tests::put_article(*store, feeds.at(0).id, written, {}, at(i));
      auto claim = claim_in(stored, written);
      const std::vector<claims::FactKey> keys{static_cast<claims::FactKey>(i + 1)};
      tests::put_claim(*store, store->put_fact({0, "hurt", "people.injured", "", "", {}}),
                       stored.revision, claim, keys);
    }
    transaction.commit();
  }

  std::string path() const { return folder_.path("figured.db"); }
  std::string pristine() const { return folder_.path("pristine"); }

  // Says what is wrong with the store; "" = nothing.
  std::string opening() const {
    try {
      open_sqlite_store(path());
    } catch (const StoreError& error) {
      return error.what();
    }
    return "";
  }
  void overwrite(std::uintmax_t place, const std::string& bytes) const {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(place));
    file << bytes;
  }
  std::vector<std::string> names_with(const std::string& part) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(path()).parent_path()))
      if (entry.path().string().find(part) != std::string::npos)
        names.push_back(entry.path().string());
    return names;
  }

  const tests::TempFolder folder_;
};

// What SQLite's own check says, without any of our code.
bool is_sound(const std::string& path) {
  sqlite3* opened = nullptr;
  sqlite3_open(path.c_str(), &opened);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> db(opened, sqlite3_close);
  std::string said;
  const auto read = [](void* into, int, char** values, char**) {
    *static_cast<std::string*>(into) += values[0];
    return 0;
  };
  const int code = sqlite3_exec(opened, "PRAGMA quick_check", read, &said, nullptr);
  return code == SQLITE_OK && said == "ok";
}

TEST_F(StoreAdmissionTest, FlippedBytesAreFoundWhereverTheyHarm) {
  fs::copy_file(path(), pristine());
  const auto size = fs::file_size(pristine());
  std::mt19937 random(20261122);
  int harmful = 0;
  for (int run = 0; run < 60; ++run) {
    for (const std::string& left : names_with("figured.db.damaged")) fs::remove(left);
    fs::copy_file(pristine(), path(), fs::copy_options::overwrite_existing);
    drop_suspicion(path());  // of a text that was read
    // Page headers and cell pointers are what harm is done by.
    const std::uintmax_t page = random() % (size / kPage);
    const std::uintmax_t place = page * kPage + (page == 0 ? 100 : 0) + random() % 64;
    overwrite(place, std::string(1, static_cast<char>(random() % 256)));
    SCOPED_TRACE("byte " + std::to_string(place));
    if (is_sound(path())) {
      EXPECT_EQ(opening(), "");
      continue;
    }
    ++harmful;
    EXPECT_THAT(opening(), AllOf(HasSubstr("is damaged"), HasSubstr("put aside as")));
    EXPECT_FALSE(fs::exists(path()));
    EXPECT_EQ(names_with("figured.db.damaged").size(), 1U);
  }
  EXPECT_GT(harmful, 10);
}

TEST_F(StoreAdmissionTest, NothingIsBegunInThePlaceOfADamagedStore) {
  overwrite(kPage, std::string(kPage, 'z'));
  EXPECT_THAT(opening(), AllOf(HasSubstr("is damaged"), HasSubstr("no backup of it is known")));
  EXPECT_THAT(opening(),
              AllOf(HasSubstr("is not there"), HasSubstr(".damaged-"), HasSubstr("move '")));
  EXPECT_FALSE(fs::exists(path()));
  for (const std::string& aside : names_with(".damaged-")) fs::remove(aside);
  EXPECT_EQ(opening(), "");
}

TEST_F(StoreAdmissionTest, TheLastBackupIsOfferedByName) {
  const std::string backup = folder_.path("tuesday.db");
  back_up_store(path(), backup);
  overwrite(kPage, std::string(kPage, 'z'));
  EXPECT_THAT(opening(), HasSubstr("the last backup is '" + backup + "'"));
  EXPECT_THAT(opening(), HasSubstr("the last backup is '" + backup + "'"));
  restore_store(path(), backup);
  EXPECT_EQ(opening(), "");
  EXPECT_EQ(open_sqlite_reader(path())->status().articles, 60);
}

TEST_F(StoreAdmissionTest, ABackupThatIsGoneIsNotOffered) {
  const std::string backup = folder_.path("tuesday.db");
  back_up_store(path(), backup);
  fs::remove(backup);
  overwrite(kPage, std::string(kPage, 'z'));
  EXPECT_THAT(opening(), AllOf(HasSubstr("no backup of it is known"), Not(HasSubstr("tuesday"))));
}

TEST_F(StoreAdmissionTest, AStoreThatLostItsFirstSignIsStillOursToPutAside) {
  overwrite(0, "nonsense");
  EXPECT_THAT(opening(), HasSubstr("put aside as"));
}

TEST_F(StoreAdmissionTest, AFileWithoutOurIdIsLeftAlone) {
  overwrite(68, "none");
  EXPECT_THAT(opening(), HasSubstr("not a figured store"));
  EXPECT_TRUE(fs::exists(path()));
  EXPECT_TRUE(names_with(".damaged-").empty());
}

TEST_F(StoreAdmissionTest, AStoreThatIsCutOffIsFound) {
  fs::resize_file(path(), fs::file_size(path()) / 2);
  EXPECT_THAT(opening(), HasSubstr("put aside as"));
}

TEST_F(StoreAdmissionTest, ASuspectStoreThatIsSoundIsUsedAndSuspectNoMore) {
  hold_suspect(path(), "disk I/O error");
  EXPECT_EQ(opening(), "");
  EXPECT_EQ(suspicion(path()), std::nullopt);
}

// The store was killed before anything was moved from its log into the file.
TEST_F(StoreAdmissionTest, AStoreThatStandsInItsLogIsVerifiedToo) {
  const std::string young = folder_.path("young.db");
  const auto store = open_sqlite_store(young);
  fs::copy_file(young, folder_.path("killed.db"));
  fs::copy_file(young + "-wal", folder_.path("killed.db-wal"));
  hold_suspect(folder_.path("killed.db"), "disk I/O error");
  open_sqlite_store(folder_.path("killed.db"));
  EXPECT_EQ(suspicion(folder_.path("killed.db")), std::nullopt);
}

TEST_F(StoreAdmissionTest, DamageThatIsMetWhileReadingMakesTheStoreSuspect) {
  Connection db(path(), OpenMode::kReadOnly);
  overwrite(kPage, std::string(fs::file_size(path()) - kPage, 'z'));
  EXPECT_THROW(db.statement("SELECT max(id) FROM revision").run(), StoreError);
  EXPECT_THAT(suspicion(path()).value_or(""), HasSubstr("malformed"));
}

// The quick check of a large store, here of a small one with no time to read all.
TEST_F(StoreAdmissionTest, ASampleFindsALostTable) {
  Connection db(path(), OpenMode::kReadWrite);
  EXPECT_TRUE(check_sample(db, std::chrono::milliseconds(0)).empty());
  EXPECT_TRUE(check_sample(db, std::chrono::minutes(1)).empty());
  overwrite(kPage, std::string(fs::file_size(path()) - kPage, 'z'));
  Connection again(path(), OpenMode::kReadWrite);
  EXPECT_FALSE(check_sample(again, std::chrono::minutes(1)).empty());
}

TEST_F(StoreAdmissionTest, TheWholeCheckKnowsWhatTheSchemaDoesNot) {
  {
    Connection db(path(), OpenMode::kReadWrite);
    EXPECT_TRUE(check_wholly(db).empty());
    db.execute("DELETE FROM reading WHERE first_claim = 7");
    db.execute("INSERT INTO fact_claim VALUES (3, 8)");
    db.execute("PRAGMA foreign_keys = OFF");
    db.execute("DELETE FROM article WHERE id = 9");
    db.execute(
        "INSERT INTO dispute (fact_id, state, severity, sequence, opened_at, changed_at) "
        "VALUES (3, 0, 0.5, 1, 0, 0)");
  }
  Connection db(path(), OpenMode::kReadOnly);
  EXPECT_THAT(check_wholly(db),
              testing::UnorderedElementsAre(
                  HasSubstr("1 rows of revision refer to a missing row of article"),
                  HasSubstr("1 rows of latest_names refer to a missing row of article"),
                  HasSubstr("claims are counted as 60, but there are 58"),
                  HasSubstr("claims that joined a fact are counted as 1, but there are 0"),
                  HasSubstr("1 disputes of which neither a claim nor a verdict")));
}

TEST_F(StoreAdmissionTest, AByteChangedWithinAClaimIsFoundWhenItIsReadAndThenAtTheStart) {
  {
    Connection db(path(), OpenMode::kReadWrite);
    db.execute(
        "UPDATE reading SET claims = CAST(substr(claims, 1, 12) || x'a5' || substr(claims, 14) AS "
        "BLOB) "
        "WHERE first_claim = 7");
  }
  {
    Connection db(path(), OpenMode::kReadOnly);
    EXPECT_THAT(check_wholly(db), testing::ElementsAre(HasSubstr("the claims from 7 on")));
    drop_suspicion(path());
  }
  {
    const auto store = open_sqlite_store(path());
    EXPECT_THROW(store->await_facts(), StoreError);
  }
  EXPECT_THAT(suspicion(path()).value_or(""), HasSubstr("the claims from 7 on"));
  EXPECT_THAT(opening(), AllOf(HasSubstr("is damaged"), HasSubstr("put aside as")));
}

TEST_F(StoreAdmissionTest, AByteChangedWithinAVerdictIsFound) {
  {
    const auto store = open_sqlite_store(path());
    Transaction transaction(*store);
    store->put_verdict({7, 7, 8, {}, at(0)});
    transaction.commit();
  }
  Connection db(path(), OpenMode::kReadWrite);
  EXPECT_THAT(check_wholly(db), testing::IsEmpty());
  db.execute("UPDATE verdict SET verdicts = CAST(substr(verdicts, 1, 9) || x'a5' AS BLOB)");
  EXPECT_THAT(check_wholly(db), testing::ElementsAre(HasSubstr("the verdicts on claim 8")));
}

std::promise<void>& reading_goes_on() {
  static std::promise<void> promise;
  return promise;
}

// Reads only when the test says so.
FactIndex read_when_told(Connection& db, const std::stop_token& stop) {
  reading_goes_on().get_future().wait();
  return read_index(db, stop);
}

// What needs the facts of a large store may be told that they are not there yet.
TEST_F(StoreAdmissionTest, TheReadingOfFactsHoldsUpNobodyWhoIsImpatient) {
  Connection db(path(), OpenMode::kReadWrite);
  StoredTexts texts(db);
  SqliteFacts facts(db, texts);
  facts.take_index_from(
      std::make_unique<Filler<FactIndex>>(path(), read_when_told, std::chrono::milliseconds(1)));
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      facts.require_index();
      ADD_FAILURE() << "it was there";
    } catch (const StoreError& error) {
      EXPECT_EQ(error.kind(), StoreErrorKind::kNotYet) << error.what();
      EXPECT_TRUE(error.passes());
    }
  }
  reading_goes_on().set_value();
  Filler<FactIndex> patient(path(), read_index, std::nullopt);
  patient.await();
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (std::chrono::steady_clock::now() < deadline) {
    try {
      facts.require_index();
      return;
    } catch (const StoreError& error) {
      ASSERT_EQ(error.kind(), StoreErrorKind::kNotYet) << error.what();
    }
  }
  FAIL() << "it never was there";
}

TEST(TimeInName, IsUtcWithoutSignsAFileNameLacks) {
  EXPECT_EQ(time_in_name(std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) +
                         std::chrono::hours(4) + std::chrono::seconds(7)),
            "20260309T040007Z");
}

}  // namespace
}  // namespace figured::storage
