#include "storage/store_backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/store_check.h"
#include "tests/storage/samples.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class StoreBackupTest : public testing::Test {
 protected:
  std::string store() const { return folder_.path("figured.db"); }
  std::string backup() const { return folder_.path("tuesday.db"); }

  static void put_articles(Store& store, int first, int count) {
    Transaction transaction(store);
    const auto feeds = store.adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    for (int i = first; i < first + count; ++i)
      tests::put_article(
          store, feeds.at(0).id,
          article("guid:" + std::to_string(i), noise(9'000, static_cast<std::uint32_t>(i + 1))), {},
          at(i));
    transaction.commit();
  }
  static std::int64_t articles_in(const std::string& path) {
    return open_sqlite_reader(path)->status().articles;
  }
  static std::string error_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const StoreError& error) {
      return error.what();
    }
    return "no error";
  }
  // Beside the store and its lock.
  std::vector<std::string> left_overs(const std::string& part) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(store()).parent_path()))
      if (entry.path().filename().string().find(part) != std::string::npos)
        names.push_back(entry.path().filename().string());
    return names;
  }

  const tests::TempFolder folder_;
};

TEST_F(StoreBackupTest, HoldsWhatWasCommittedAndIsOneFile) {
  const auto ledger = open_sqlite_store(store());
  put_articles(*ledger, 0, 20);
  std::int64_t told = 0;
  const std::int64_t bytes =
      back_up_store(store(), backup(), [&](std::int64_t done, std::int64_t total) {
        EXPECT_LE(done, total);
        told = done;
      });
  EXPECT_EQ(told, bytes);
  EXPECT_EQ(static_cast<std::int64_t>(fs::file_size(backup())), bytes);
  EXPECT_THAT(left_overs("tuesday"), testing::ElementsAre("tuesday.db"));
  put_articles(*ledger, 20, 5);
  EXPECT_EQ(articles_in(backup()), 20);
}

TEST_F(StoreBackupTest, IsMadeWhileTheLedgerWrites) {
  std::atomic<bool> enough = false;
  std::atomic<int> written = 0;
  const auto ledger = open_sqlite_store(store());
  put_articles(*ledger, 0, 600);  // several steps of the copy
  std::thread writing([&] {
    for (int i = 600; !enough || written < 20; ++i, ++written) put_articles(*ledger, i, 1);
  });
  back_up_store(store(), backup());
  enough = true;
  writing.join();
  const std::int64_t copied = articles_in(backup());
  EXPECT_GE(copied, 600);
  EXPECT_LE(copied, articles_in(store()));
  Connection db(backup(), OpenMode::kReadOnly);
  EXPECT_TRUE(check_wholly(db).empty());
}

TEST_F(StoreBackupTest, OverwritesNothing) {
  put_articles(*open_sqlite_store(store()), 0, 1);
  std::ofstream(backup()) << "notes";
  EXPECT_THAT(error_of([&] { back_up_store(store(), backup()); }),
              HasSubstr("there is such a file"));
  EXPECT_EQ(fs::file_size(backup()), 5U);
}

TEST_F(StoreBackupTest, NamesWhatIsMissing) {
  EXPECT_THAT(error_of([&] { back_up_store(store(), backup()); }), HasSubstr("no such file"));
  EXPECT_FALSE(fs::exists(store()));
  put_articles(*open_sqlite_store(store()), 0, 1);
  EXPECT_THAT(error_of([&] { back_up_store(store(), folder_.path("none/x.db")); }),
              HasSubstr("none/x.db"));
}

TEST_F(StoreBackupTest, OfADamagedStoreLeavesNoFile) {
  put_articles(*open_sqlite_store(store()), 0, 50);
  std::fstream(store(), std::ios::in | std::ios::out | std::ios::binary).seekp(5 * 8'192)
      << std::string(20 * 8'192, 'z');
  EXPECT_THAT(error_of([&] { back_up_store(store(), backup()); }), HasSubstr("damaged"));
  EXPECT_TRUE(left_overs("tuesday").empty());
}

TEST_F(StoreBackupTest, IsRestoredAndTheFormerStoreKept) {
  put_articles(*open_sqlite_store(store()), 0, 3);
  back_up_store(store(), backup());
  put_articles(*open_sqlite_store(store()), 3, 4);
  const Restored restored = restore_store(store(), backup());
  EXPECT_EQ(articles_in(store()), 3);
  EXPECT_EQ(articles_in(restored.replaced), 7);
  EXPECT_TRUE(left_overs("restoring").empty());
  put_articles(*open_sqlite_store(store()), 3, 1);
  EXPECT_EQ(articles_in(store()), 4);
  EXPECT_EQ(articles_in(backup()), 3);
}

TEST_F(StoreBackupTest, TheLogOfTheFormerStoreGoesWithIt) {
  const auto ledger = open_sqlite_store(store());
  put_articles(*ledger, 0, 3);
  back_up_store(store(), backup());
  put_articles(*ledger, 3, 4);
  // As a kill leaves it: the last commits stand in the log only.
  const std::string killed = folder_.path("killed.db");
  fs::copy_file(store(), killed);
  fs::copy_file(store() + "-wal", killed + "-wal");
  const Restored restored = restore_store(killed, backup());
  EXPECT_EQ(articles_in(killed), 3);
  EXPECT_EQ(articles_in(restored.replaced), 7);
}

// What root restores the daemon's user must be able to write to.
TEST_F(StoreBackupTest, KeepsOwnerAndPermissions) {
  put_articles(*open_sqlite_store(store()), 0, 3);
  ::chmod(store().c_str(), 0640);
  const bool is_root = ::geteuid() == 0;
  if (is_root) {
    ASSERT_EQ(::chown(store().c_str(), 65'534, 65'534), 0);
  }
  back_up_store(store(), backup());
  restore_store(store(), backup());
  for (const std::string& file : {store(), backup()}) {
    struct stat made {};
    ASSERT_EQ(::stat(file.c_str(), &made), 0);
    EXPECT_EQ(made.st_mode & 0777, 0640U) << file;
    EXPECT_EQ(made.st_uid, is_root ? 65'534 : ::geteuid()) << file;
  }
}

// Root's restore in the service's folder, whose user must be able to take what is left there.
TEST_F(StoreBackupTest, WhatRootLeavesIsTheServices) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root gives files away";
  const std::string state = folder_.path("state");
  fs::create_directory(state);
  ASSERT_EQ(::chown(state.c_str(), 65'534, 65'534), 0);
  const auto expect_the_services = [&state] {
    for (const auto& entry : fs::directory_iterator(state)) {
      struct stat made {};
      ASSERT_EQ(::stat(entry.path().c_str(), &made), 0);
      EXPECT_EQ(made.st_uid, 65'534U) << entry.path();
    }
  };
  std::ofstream(folder_.path("notes")) << std::string(5'000, 'n');
  EXPECT_THAT(error_of([&] { restore_store(state + "/figured.db", folder_.path("notes")); }),
              HasSubstr("not a figured store"));
  expect_the_services();
  put_articles(*open_sqlite_store(store()), 0, 3);
  back_up_store(store(), backup());
  restore_store(state + "/figured.db", backup());
  expect_the_services();
}

TEST_F(StoreBackupTest, IsRestoredWhereThereIsNoStore) {
  put_articles(*open_sqlite_store(store()), 0, 3);
  back_up_store(store(), backup());
  const Restored restored = restore_store(folder_.path("new.db"), backup());
  EXPECT_EQ(restored.replaced, "");
  EXPECT_EQ(articles_in(folder_.path("new.db")), 3);
}

TEST_F(StoreBackupTest, AStoreInUseIsNotReplaced) {
  const auto ledger = open_sqlite_store(store());
  put_articles(*ledger, 0, 3);
  back_up_store(store(), backup());
  EXPECT_THAT(error_of([&] { restore_store(store(), backup()); }),
              AllOf(HasSubstr("is in use"), HasSubstr("storage_test")));
  EXPECT_EQ(articles_in(store()), 3);
}

TEST_F(StoreBackupTest, WhatIsNoSoundBackupReplacesNothing) {
  put_articles(*open_sqlite_store(store()), 0, 50);
  back_up_store(store(), backup());
  std::fstream(backup(), std::ios::in | std::ios::out | std::ios::binary).seekp(5 * 8'192)
      << std::string(20 * 8'192, 'z');
  std::ofstream(folder_.path("notes.txt")) << std::string(5'000, 'n');
  EXPECT_THAT(error_of([&] { restore_store(store(), backup()); }), HasSubstr("damaged"));
  EXPECT_THAT(error_of([&] { restore_store(store(), folder_.path("notes.txt")); }),
              HasSubstr("not a figured store"));
  EXPECT_THAT(error_of([&] { restore_store(store(), folder_.path("none")); }),
              HasSubstr("no such file"));
  EXPECT_EQ(articles_in(store()), 50);
  EXPECT_TRUE(left_overs("restoring").empty());
  EXPECT_TRUE(left_overs("replaced").empty());
}

TEST_F(StoreBackupTest, OfANewerFiguredIsRefused) {
  put_articles(*open_sqlite_store(store()), 0, 1);
  back_up_store(store(), backup());
  Connection(backup(), OpenMode::kReadWrite).execute("PRAGMA user_version = 999");
  EXPECT_THAT(error_of([&] { restore_store(store(), backup()); }), HasSubstr("newer figured"));
  EXPECT_EQ(articles_in(store()), 1);
}

}  // namespace
}  // namespace figured::storage
