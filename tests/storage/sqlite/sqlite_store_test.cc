// What is SQLite's own: the file, the lock, readers beside the writer, faults.
#include "storage/sqlite/sqlite_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <thread>

#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const StoreError& error) {
    return error.what();
  }
  return "no error";
}

// Letters in no order, so that they take their room however they are stored.
std::string random_letters(std::size_t count) {
  std::minstd_rand random(1);
  std::string text;
  while (text.size() < count) text += static_cast<char>('!' + random() % 90);
  return text;
}

class SqliteStoreTest : public testing::Test {
 protected:
  std::string path() const { return folder_.path("figured.db"); }

  // One transaction with one article of about `bytes`.
  static void put_article(Store& store, const std::string& identity, std::size_t bytes = 100) {
    Transaction transaction(store);
    const auto feeds = store.adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    tests::put_article(store, feeds.at(0).id, article(identity, random_letters(bytes)), {}, at(0));
    transaction.commit();
  }

  std::string error_of_opening(const std::string& file) const {
    return error_of([&] { open_sqlite_store(folder_.path(file)); });
  }
  std::string error_of_reading(const std::string& file) const {
    return error_of([&] { open_sqlite_reader(folder_.path(file)); });
  }
  void write_file(const std::string& file, const std::string& bytes) const {
    std::ofstream(folder_.path(file)) << bytes;
  }

  tests::TempFolder folder_;
};

// --- opening

TEST_F(SqliteStoreTest, AMissingFolderIsNamed) {
  EXPECT_THAT(error_of_opening("none/figured.db"),
              AllOf(HasSubstr("there is no folder"), HasSubstr("/none'")));
}

TEST_F(SqliteStoreTest, AFileThatIsNoDatabaseIsLeftAlone) {
  const std::string text(5'000, 'n');
  write_file("notes.txt", text);
  EXPECT_THAT(error_of_opening("notes.txt"),
              AllOf(HasSubstr("notes.txt"), HasSubstr("not a figured store")));
  EXPECT_THAT(error_of_reading("notes.txt"), HasSubstr("not a figured store"));
  EXPECT_EQ(std::filesystem::file_size(folder_.path("notes.txt")), text.size());
}

TEST_F(SqliteStoreTest, AFolderIsNoStore) {
  std::filesystem::create_directory(folder_.path("dir"));
  EXPECT_THAT(error_of_opening("dir"), HasSubstr("unable to open"));
  EXPECT_THAT(error_of_reading("dir"), HasSubstr("no such file"));
}

TEST_F(SqliteStoreTest, ASecondWriterIsRefusedAndTheFirstIsNamed) {
  const auto first = open_sqlite_store(path());
  EXPECT_THAT(
      error_of_opening("figured.db"),
      AllOf(HasSubstr(path() + "' is in use"), HasSubstr(path() + ".lock"),
            HasSubstr("process " + std::to_string(::getpid()) + " ("), HasSubstr("storage_test")));
}

TEST_F(SqliteStoreTest, ASecondWriterIsRefusedUnderAnotherNameToo) {
  const auto first = open_sqlite_store(path());
  std::filesystem::create_symlink(path(), folder_.path("alias.db"));
  EXPECT_THAT(error_of_opening("alias.db"), HasSubstr("is in use"));
}

TEST_F(SqliteStoreTest, ALockFileLeftBehindLocksNothing) {
  open_sqlite_store(path());
  EXPECT_TRUE(std::filesystem::exists(path() + ".lock"));
  EXPECT_EQ(error_of_opening("figured.db"), "no error");
}

TEST_F(SqliteStoreTest, StoresInMemoryAreNotShared) {
  const auto one = open_sqlite_store(":memory:");
  const auto two = open_sqlite_store(":memory:");
  put_article(*one, "guid:1");
  EXPECT_EQ(one->status().articles, 1);
  EXPECT_EQ(two->status().articles, 0);
}

TEST_F(SqliteStoreTest, EverythingIsThereAfterReopening) {
  alerts::Alert alert;
  {
    const auto store = open_sqlite_store(path());
    put_article(*store, "guid:1");
    Transaction transaction(*store);
    store->reserve_alert(alert);
    alert.body = "{}";
    store->put_alert(alert, std::vector{alerts::DeliveryPlan{"desk"}});
    transaction.commit();
  }
  const auto store = open_sqlite_store(path());
  EXPECT_EQ(store->status().articles, 1);
  EXPECT_EQ(describe(store->due_deliveries("desk", at(0), 10).at(0).alert), describe(alert));
  Transaction transaction(*store);
  alerts::Alert next;
  store->reserve_alert(next);
  EXPECT_EQ(next.sequence, alert.sequence + 1);
}

// --- desks

TEST_F(SqliteStoreTest, ADeskWritesBesideTheLedger) {
  const auto store = open_sqlite_store(path());
  claims::Dispute dispute;
  {
    Transaction transaction(*store);
    dispute.fact_id = store->put_fact({0, "armed", "", "", "", {}});
    store->put_dispute(dispute);
    transaction.commit();
  }
  {
    const auto desk = open_sqlite_desk(path());
    Transaction transaction(*desk);
    dispute.state = claims::DisputeState::kDismissed;
    desk->put_dispute(dispute);
    desk->put_decision(dispute.id, {}, {});
    transaction.commit();
  }
  Transaction transaction(*store);
  EXPECT_EQ(store->dispute_of_fact(dispute.fact_id)->state, claims::DisputeState::kDismissed);
  EXPECT_EQ(store->dispute(dispute.id)->decisions.size(), 1U);
}

TEST_F(SqliteStoreTest, ADeskThatIsNotCommittedLeavesNothing) {
  const auto store = open_sqlite_store(path());
  claims::Dispute dispute;
  {
    Transaction transaction(*store);
    dispute.fact_id = store->put_fact({0, "armed", "", "", "", {}});
    store->put_dispute(dispute);
    transaction.commit();
  }
  {
    const auto desk = open_sqlite_desk(path());
    Transaction transaction(*desk);
    desk->put_decision(dispute.id, {}, {});
  }
  EXPECT_TRUE(store->dispute(dispute.id)->decisions.empty());
}

TEST_F(SqliteStoreTest, ADeskNeedsAStoreOfThisVersion) {
  const auto error = [&](const std::string& file) {
    return error_of([&] { open_sqlite_desk(folder_.path(file)); });
  };
  EXPECT_THAT(error("none.db"), HasSubstr("no such file"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path("none.db")));
  write_file("notes.txt", std::string(5'000, 'n'));
  EXPECT_THAT(error("notes.txt"), HasSubstr("not a figured store"));
}

// --- readers

TEST_F(SqliteStoreTest, AReaderSaysThatThereIsNoFile) {
  EXPECT_THAT(error_of_reading("none.db"), AllOf(HasSubstr("none.db"), HasSubstr("no such file")));
  EXPECT_FALSE(std::filesystem::exists(folder_.path("none.db")));
}

TEST_F(SqliteStoreTest, AReaderSaysThatAFileIsEmpty) {
  write_file("figured.db", "");
  EXPECT_THAT(error_of_reading("figured.db"), HasSubstr("is empty"));
}

TEST_F(SqliteStoreTest, AReaderSeesWhatIsCommittedAndNoMore) {
  const auto store = open_sqlite_store(path());
  put_article(*store, "guid:1");
  const auto reader = open_sqlite_reader(path());
  {
    Transaction transaction(*store);
    tests::put_article(*store, 1, article("guid:2"), {}, at(0));
    EXPECT_EQ(reader->status().articles, 1);
    transaction.commit();
  }
  EXPECT_EQ(reader->status().articles, 2);
}

TEST_F(SqliteStoreTest, AReaderOutlivesTheWriter) {
  auto store = open_sqlite_store(path());
  put_article(*store, "guid:1");
  const auto reader = open_sqlite_reader(path());
  store.reset();
  EXPECT_EQ(reader->status().articles, 1);
}

TEST_F(SqliteStoreTest, AReaderReadsWhatAStoppedDaemonLeft) {
  put_article(*open_sqlite_store(path()), "guid:1");
  EXPECT_EQ(open_sqlite_reader(path())->status().articles, 1);
}

TEST_F(SqliteStoreTest, ReadersAndTheWriterDoNotWaitForEachOther) {
  const auto store = open_sqlite_store(path());
  put_article(*store, "guid:0");
  std::thread reading([&] {
    const auto reader = open_sqlite_reader(path());
    std::int64_t seen = 0;
    while (seen < 100) {
      const std::int64_t articles = reader->status().articles;
      EXPECT_GE(articles, seen);
      EXPECT_EQ(reader->feeds().size(), 1u);
      seen = articles;
    }
  });
  for (int i = 1; i < 100; ++i) put_article(*store, "guid:" + std::to_string(i));
  reading.join();
}

// --- faults

// What may be written to any one file, until the object goes.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }

 private:
  sighandler_t handler_;
  rlimit before_;
};

TEST_F(SqliteStoreTest, NoRoomToWriteIsAnErrorAndWhatWasThereStays) {
  const auto store = open_sqlite_store(path());
  put_article(*store, "guid:1");
  {
    const FileSizeLimit limit(1 << 20);
    EXPECT_THAT(error_of([&] { put_article(*store, "guid:2", 4 << 20); }), HasSubstr(path()));
    EXPECT_EQ(store->status().articles, 1);
  }
  put_article(*store, "guid:3");
  EXPECT_EQ(open_sqlite_reader(path())->status().articles, 2);
}

TEST_F(SqliteStoreTest, NoRoomAtTheStartIsAnError) {
  const FileSizeLimit limit(4'096);
  EXPECT_THAT(error_of_opening("figured.db"), HasSubstr("figured.db"));
}

// Commits articles until it is killed and says so after each.
[[noreturn]] void commit_for_ever(const std::string& path, int acknowledge, auto put) {
  const auto store = open_sqlite_store(path);
  for (int i = 0;; ++i) {
    put(*store, "guid:" + std::to_string(i));
    if (::write(acknowledge, "+", 1) != 1) ::_exit(1);
  }
}

TEST_F(SqliteStoreTest, WhatWasCommittedBeforeAKillIsThere) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0)
    commit_for_ever(path(), ends[1],
                    [](Store& store, const std::string& id) { put_article(store, id); });
  ::close(ends[1]);
  std::int64_t acknowledged = 0;
  char byte;
  while (acknowledged < 25 && ::read(ends[0], &byte, 1) == 1) ++acknowledged;
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  while (::read(ends[0], &byte, 1) == 1) ++acknowledged;
  ::close(ends[0]);
  ASSERT_GE(acknowledged, 25);
  EXPECT_GE(open_sqlite_store(path())->status().articles, acknowledged);
}

TEST_F(SqliteStoreTest, ADamagedFileIsNotTakenForAStore) {
  {
    const auto store = open_sqlite_store(path());
    for (int i = 0; i < 50; ++i) put_article(*store, "guid:" + std::to_string(i), 4'000);
  }
  {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(8'192);
    file << std::string(30 * 8'192, '\x5a');
  }
  EXPECT_THAT(error_of([&] {
                const auto store = open_sqlite_store(path());
                put_article(*store, "guid:x");
                store->feeds();
              }),
              HasSubstr("damaged"));
}

}  // namespace
}  // namespace figured::storage
