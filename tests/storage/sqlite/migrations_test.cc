#include "storage/sqlite/migrations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <tuple>
#include <vector>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr Migration kOne{"one", "CREATE TABLE one (a INTEGER) STRICT"};
constexpr Migration kTwo{"two", "CREATE TABLE two (a INTEGER) STRICT; INSERT INTO one VALUES (7)"};
constexpr Migration kBroken{"broken", "CREATE TABLE three (a INTEGER) STRICT; SELECT nonsense"};

class MigrationsTest : public testing::Test {
 protected:
  static std::int64_t tables(Connection& db) {
    Statement row = db.statement("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
    row.step();
    std::int64_t count = 0;
    row.read(count);
    return count;
  }
  static std::string error_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const StoreError& error) {
      return error.what();
    }
    return "no error";
  }

  Connection db_{":memory:", OpenMode::kReadWrite};
};

TEST_F(MigrationsTest, StepsAreTakenInOrderAndCounted) {
  migrate(db_, std::vector{kOne, kTwo});
  EXPECT_EQ(db_.pragma("user_version"), 2);
  EXPECT_EQ(db_.pragma("application_id"), kApplicationId);
  EXPECT_EQ(tables(db_), 2);
}

TEST_F(MigrationsTest, OnlyWhatIsMissingIsTaken) {
  migrate(db_, std::vector{kOne});
  migrate(db_, std::vector{kOne, kTwo});
  migrate(db_, std::vector{kOne, kTwo});
  EXPECT_EQ(db_.pragma("user_version"), 2);
}

TEST_F(MigrationsTest, AStepThatFailsLeavesTheStateBeforeIt) {
  EXPECT_THAT(error_of([&] {
                migrate(db_, std::vector{kOne, kTwo, kBroken});
              }),
              AllOf(HasSubstr("migration 3 (broken)"), HasSubstr("nonsense")));
  EXPECT_EQ(db_.pragma("user_version"), 2);
  EXPECT_EQ(tables(db_), 2);
  EXPECT_FALSE(db_.in_transaction());
}

TEST_F(MigrationsTest, AStepThatIsGivenUpIsTakenBackAndTheNextTimeTaken) {
  constexpr Migration kLong{"long", R"sql(
    CREATE TABLE two (a INTEGER) STRICT;
    INSERT INTO one WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)
    SELECT i FROM n
  )sql"};
  db_.on_progress([] { return false; });
  try {
    migrate(db_, std::vector{kOne, kLong});
    ADD_FAILURE() << "it was not given up";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), StoreErrorKind::kGivenUp) << error.what();
    EXPECT_FALSE(error.passes());
  }
  EXPECT_EQ(db_.pragma("user_version"), 1);
  EXPECT_EQ(tables(db_), 1);
  db_.on_progress({});
  migrate(db_, std::vector{kOne, kLong});
  EXPECT_EQ(db_.pragma("user_version"), 2);
  EXPECT_EQ(tables(db_), 2);
}

TEST_F(MigrationsTest, ANewerStoreIsRefusedAndNotTouched) {
  migrate(db_, std::vector{kOne, kTwo});
  const auto expected =
      AllOf(HasSubstr("has schema 2, this figured knows schemas up to 1"), HasSubstr("newer"));
  EXPECT_THAT(error_of([&] { migrate(db_, std::vector{kOne}); }), expected);
  EXPECT_THAT(error_of([&] { require_migrated(db_, std::vector{kOne}); }), expected);
  EXPECT_EQ(db_.pragma("user_version"), 2);
}

TEST_F(MigrationsTest, AReaderRefusesAnOlderStore) {
  migrate(db_, std::vector{kOne});
  EXPECT_THAT(error_of([&] {
                require_migrated(db_, std::vector{kOne, kTwo});
              }),
              HasSubstr("has schema 1 of 2"));
  EXPECT_EQ(error_of([&] { require_migrated(db_, std::vector{kOne}); }), "no error");
}

TEST_F(MigrationsTest, AnotherProgramsDatabaseIsRefused) {
  db_.execute("CREATE TABLE bookmarks (url TEXT)");
  EXPECT_THAT(error_of([&] { migrate(db_); }), HasSubstr("not a figured store"));
  EXPECT_THAT(error_of([&] { require_migrated(db_); }), HasSubstr("not a figured store"));
  EXPECT_EQ(tables(db_), 1);
}

TEST_F(MigrationsTest, AnotherProgramsFileKeepsItsJournalMode) {
  const tests::TempFolder folder;
  const std::string path = folder.path("bookmarks.db");
  Connection(path, OpenMode::kReadWrite).execute("CREATE TABLE bookmarks (url TEXT)");
  EXPECT_THAT(error_of([&] { open_sqlite_store(path); }), HasSubstr("not a figured store"));
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_F(MigrationsTest, ANewerFileIsRefusedByPath) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  open_sqlite_store(path);
  Connection(path, OpenMode::kReadWrite).execute("PRAGMA user_version = 99");
  EXPECT_THAT(error_of([&] { open_sqlite_store(path); }),
              AllOf(HasSubstr(path), HasSubstr("has schema 99")));
  EXPECT_THAT(error_of([&] { open_sqlite_reader(path); }), HasSubstr("has schema 99"));
}

TEST_F(MigrationsTest, RetentionComesToAStoreThatHasNone) {
  migrate(db_, migrations().first(10));
  db_.execute(
      "INSERT INTO fact (label, measure, subject, place) VALUES ('hurt', 'people.injured', '', "
      "'')");
  migrate(db_, migrations().first(11));
  EXPECT_EQ(db_.pragma("user_version"), 11);
  Statement rows = db_.statement("SELECT count(*) FROM retention");
  EXPECT_TRUE(rows.step());
  Statement fact = db_.statement("SELECT label FROM fact");
  ASSERT_TRUE(fact.step());
  std::string label;
  fact.read(label);
  EXPECT_EQ(label, "hurt");
}

TEST_F(MigrationsTest, ClaimsOfBeforeTheyWereMadeReadyKeepTheirFacts) {
  migrate(db_, migrations().first(15));
  db_.execute(R"sql(
    INSERT INTO feed (id, url, outlet, owner, interval, next_poll) VALUES (1, 'u', '', '', 60, 0);
    INSERT INTO outlet VALUES (1, '', '');
    INSERT INTO article VALUES (1, 1, 1, 1, 7);
    INSERT INTO revision VALUES (1, 1, 1, 0, NULL, x'', x'01');
    INSERT INTO reading VALUES (4, 1, 1, x'02');
  )sql");
  migrate(db_, migrations().first(16));
  EXPECT_EQ(db_.pragma("user_version"), 16);
  Statement row =
      db_.statement("SELECT first_claim, retired, length(claims), facts IS NULL FROM reading");
  ASSERT_TRUE(row.step());
  std::int64_t first = 0, retired = 0, size = 0, is_null = 0;
  row.read(first, retired, size, is_null);
  EXPECT_EQ(std::tuple(first, retired, size, is_null), std::tuple(4, 1, 1, 1));
}

TEST_F(MigrationsTest, PagesOfBeforeTheyWereCountedAreCounted) {
  migrate(db_, migrations().first(16));
  db_.execute(R"sql(
    INSERT INTO feed (id, url, outlet, owner, interval, next_poll) VALUES (1, 'u', '', '', 60, 0);
    INSERT INTO outlet VALUES (1, '', '');
    INSERT INTO article VALUES (1, 1, 1, 1, 7), (2, 1, 1, 1, 7), (3, 1, 1, 1, 7), (4, 1, 1, 1, 7);
    INSERT INTO page (article_id, revision, state, deadline)
    VALUES (1, 1, 0, 9), (2, 1, 2, 9), (3, 1, 2, 9);
  )sql");
  migrate(db_, migrations().first(17));
  db_.execute(R"sql(
    UPDATE page SET state = 1 WHERE article_id = 2;
    UPDATE page SET at = 10, state = 1 WHERE article_id = 2;
    INSERT INTO page (article_id, revision, state, deadline) VALUES (4, 1, 0, 9)
    ON CONFLICT (article_id) DO UPDATE SET state = 0;
    INSERT INTO page (article_id, revision, state, deadline) VALUES (3, 1, 0, 9)
    ON CONFLICT (article_id) DO UPDATE SET state = 0;
  )sql");
  Statement rows = db_.statement("SELECT pages FROM page_count ORDER BY state");
  std::vector<std::int64_t> pages;
  while (rows.step()) rows.read(pages.emplace_back());
  EXPECT_THAT(pages, testing::ElementsAre(3, 1, 0));
}

TEST_F(MigrationsTest, SubscriptionsComeToAStoreThatHasNone) {
  migrate(db_, migrations().first(17));
  db_.execute(
      "INSERT INTO feed (url, outlet, owner, interval, next_poll, listed)"
      " VALUES ('https://a.example/rss', 'A', '', 300, 0, 1)");
  migrate(db_, migrations().first(18));
  EXPECT_EQ(db_.pragma("user_version"), 18);
  Statement rows = db_.statement(
      "SELECT f.url FROM feed f LEFT JOIN subscription s"
      " ON s.feed_id = f.id WHERE s.key IS NULL");
  ASSERT_TRUE(rows.step());
  std::string url;
  rows.read(url);
  EXPECT_EQ(url, "https://a.example/rss");
}

TEST_F(MigrationsTest, EveryTableIsStrict) {
  migrate(db_);
  Statement rows = db_.statement(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
      " AND strict = 0 AND name NOT LIKE 'sqlite_%'");
  std::string name;
  while (rows.step()) {
    rows.read(name);
    ADD_FAILURE() << name << " is not STRICT";
  }
}

TEST_F(MigrationsTest, TheFileKeepsWhatAPowerCutMustNotTake) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  open_sqlite_store(path);
  Connection db(path, OpenMode::kReadOnly);
  EXPECT_EQ(db.pragma("page_size"), 16'384);
  Statement row = db.statement("SELECT journal_mode FROM pragma_journal_mode");
  ASSERT_TRUE(row.step());
  std::string mode;
  row.read(mode);
  EXPECT_EQ(mode, "wal");
}

}  // namespace
}  // namespace figured::storage
