// The disk fails at chosen calls.  What was acknowledged before must be there once
// the store has been closed, verified and opened again, and what failed must not
// have been acknowledged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <set>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_error.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/suspicion.h"
#include "tests/storage/samples.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/put_article.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using tests::DiskCall;
using tests::DiskFault;
using tests::DiskFile;

constexpr int kArticles = 9;
// So much that the log is moved into the file in between.
constexpr std::size_t bytes_of(int number) { return number == 4 ? 9 << 20 : 100'000; }

struct FaultPoint {
  std::string name;
  DiskFault fault;
  StoreErrorKind kind;
};

std::string identity(int number) { return "guid:" + std::to_string(number); }

class DiskFaultTest : public testing::TestWithParam<FaultPoint> {
 protected:
  std::string path() const { return folder_.path("figured.db"); }

  static Novelty put(Store& store, int number) {
    Transaction transaction(store);
    const auto feeds = store.adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    const auto stored = tests::put_article(
        store, feeds.at(0).id, article(identity(number), noise(bytes_of(number))), {}, at(number));
    transaction.commit();
    return stored.novelty;
  }

  // What was acknowledged before the first error, if there was one.
  struct Run {
    int acknowledged = 0;
    std::optional<StoreErrorKind> error;
  };
  Run fill() const {
    Run run;
    try {
      const auto store = open_sqlite_store(path());
      for (int number = 0; number < kArticles; ++number) {
        put(*store, number);
        ++run.acknowledged;
      }
    } catch (const StoreError& error) {
      run.error = error.kind();
    }
    return run;
  }

  // Where in the run the fault is put: the first calls, some between, the last.
  static std::set<std::size_t> places(std::size_t calls) {
    std::set<std::size_t> places{1, 2, calls / 2, calls - 1, calls};
    for (auto place = places.begin(); place != places.end();)
      place = *place == 0 || *place > calls ? places.erase(place) : std::next(place);
    return places;
  }

  void check_recovery(const Run& run) const {
    const auto store = open_sqlite_store(path());
    EXPECT_EQ(suspicion(path()), std::nullopt);
    for (int number = 0; number < kArticles; ++number) {
      const Novelty novelty = put(*store, number);
      if (number < run.acknowledged) {
        EXPECT_EQ(novelty, Novelty::kKnown) << "lost: " << number;
      }
    }
    EXPECT_EQ(store->status().articles, kArticles);
  }

  tests::FaultVfs disk_;
  const tests::TempFolder scratch_;
  tests::TempFolder folder_;
};

TEST_P(DiskFaultTest, NothingAcknowledgedIsLost) {
  DiskFault fault = GetParam().fault;
  std::size_t calls = 0;
  {
    const auto store = open_sqlite_store(scratch_.path("counted.db"));
    disk_.fail({});
    disk_.heal();
    for (int number = 0; number < kArticles; ++number) put(*store, number);
    calls = disk_.calls(fault.file, fault.call);
  }
  ASSERT_GT(calls, 0U);
  for (const std::size_t place : places(calls)) {
    SCOPED_TRACE("call " + std::to_string(place) + " of " + std::to_string(calls));
    std::filesystem::remove(path() + "-wal");
    std::filesystem::remove(path());
    put(*open_sqlite_store(path()), 0);
    fault.first = place;
    disk_.fail(fault);
    const Run run = fill();
    const bool failed = disk_.has_failed();
    disk_.heal();
    if (run.error) {
      EXPECT_TRUE(failed);
      EXPECT_EQ(*run.error, GetParam().kind);
      EXPECT_EQ(suspicion(path()).has_value(), GetParam().kind == StoreErrorKind::kDisk);
    }
    check_recovery(run);
  }
}

constexpr std::size_t kEver = std::numeric_limits<std::size_t>::max();

INSTANTIATE_TEST_SUITE_P(
    Cases, DiskFaultTest,
    testing::Values(
        FaultPoint{"LogWriteFails",
                   {DiskFile::kLog, DiskCall::kWrite, SQLITE_IOERR_WRITE, EIO, 1, kEver, false},
                   StoreErrorKind::kDisk},
        FaultPoint{"LogWriteFailsOnce",
                   {DiskFile::kLog, DiskCall::kWrite, SQLITE_IOERR_WRITE, EIO, 1, 1, false},
                   StoreErrorKind::kDisk},
        FaultPoint{"LogSyncFails",
                   {DiskFile::kLog, DiskCall::kSync, SQLITE_IOERR_FSYNC, EIO, 1, kEver, false},
                   StoreErrorKind::kDisk},
        FaultPoint{"LogSyncFailsOnceAndLosesPages",
                   {DiskFile::kLog, DiskCall::kSync, SQLITE_IOERR_FSYNC, EIO, 1, 1, true},
                   StoreErrorKind::kDisk},
        FaultPoint{
            "FileWriteFails",
            {DiskFile::kDatabase, DiskCall::kWrite, SQLITE_IOERR_WRITE, EIO, 1, kEver, false},
            StoreErrorKind::kDisk},
        FaultPoint{"FileSyncFails",
                   {DiskFile::kDatabase, DiskCall::kSync, SQLITE_IOERR_FSYNC, EIO, 1, kEver, false},
                   StoreErrorKind::kDisk},
        FaultPoint{"FileSyncFailsOnceAndLosesPages",
                   {DiskFile::kDatabase, DiskCall::kSync, SQLITE_IOERR_FSYNC, EIO, 1, 1, true},
                   StoreErrorKind::kDisk},
        FaultPoint{"SyncForLackOfRoomIsNoMereLackOfRoom",
                   {DiskFile::kLog, DiskCall::kSync, SQLITE_IOERR_FSYNC, ENOSPC, 1, 1, true},
                   StoreErrorKind::kDisk},
        FaultPoint{"NoRoomForTheLog",
                   {DiskFile::kLog, DiskCall::kWrite, SQLITE_FULL, ENOSPC, 1, kEver, false},
                   StoreErrorKind::kFull},
        FaultPoint{"NoRoomForTheLogOnce",
                   {DiskFile::kLog, DiskCall::kWrite, SQLITE_FULL, ENOSPC, 1, 1, false},
                   StoreErrorKind::kFull},
        FaultPoint{"NoRoomForTheFile",
                   {DiskFile::kDatabase, DiskCall::kWrite, SQLITE_FULL, ENOSPC, 1, kEver, false},
                   StoreErrorKind::kFull}),
    [](const auto& test) { return test.param.name; });

struct KindCase {
  std::string name;
  int code;
  int system_error;
  StoreErrorKind kind;
};

TEST(DiskFault, KindsOfErrors) {
  const KindCase cases[] = {
      {"full", SQLITE_FULL, 0, StoreErrorKind::kFull},
      {"no quota", SQLITE_IOERR_WRITE, EDQUOT, StoreErrorKind::kFull},
      {"no room for the shared memory", SQLITE_IOERR_SHMSIZE, ENOSPC, StoreErrorKind::kFull},
      {"no room for the log", SQLITE_CANTOPEN, ENOSPC, StoreErrorKind::kFull},
      {"no permission", SQLITE_CANTOPEN, EACCES, StoreErrorKind::kOther},
      {"bad block", SQLITE_IOERR_READ, EIO, StoreErrorKind::kDisk},
      {"bad sync", SQLITE_IOERR_FSYNC, EIO, StoreErrorKind::kDisk},
      {"no room at the sync", SQLITE_IOERR_FSYNC, ENOSPC, StoreErrorKind::kDisk},
      {"no memory", SQLITE_IOERR_NOMEM, ENOSPC, StoreErrorKind::kOther},
      {"locked", SQLITE_BUSY_SNAPSHOT, 0, StoreErrorKind::kBusy},
      {"malformed", SQLITE_CORRUPT_VTAB, 0, StoreErrorKind::kDamaged},
      {"text", SQLITE_NOTADB, 0, StoreErrorKind::kDamaged},
      {"constraint", SQLITE_CONSTRAINT_UNIQUE, 0, StoreErrorKind::kOther},
  };
  for (const KindCase& one : cases)
    EXPECT_EQ(kind_of_error(one.code, one.system_error), one.kind) << one.name;
}

TEST(DiskFault, AMoveOfTheLogThatFailedIsToldBeforeTheNextWrite) {
  tests::FaultVfs disk;
  const tests::TempFolder folder;
  const auto store = open_sqlite_store(folder.path("figured.db"));
  const auto put = [&](int number) {
    Transaction transaction(*store);
    const auto feeds = store->adopt_feeds(std::vector{source("https://a.example/rss")}, at(0));
    tests::put_article(*store, feeds.at(0).id, article(identity(number), noise(18 << 20)), {},
                       at(0));
    transaction.commit();
  };
  disk.fail({DiskFile::kDatabase, DiskCall::kWrite, SQLITE_FULL, ENOSPC});
  EXPECT_NO_THROW(put(1));  // it stands in the log
  EXPECT_THROW(put(2), StoreError);
  disk.heal();
  EXPECT_NO_THROW(put(2));
  EXPECT_EQ(store->status().articles, 2);
}

TEST(Lock, WhoHoldsTheStoreIsNamed) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  { const auto store = open_sqlite_store(path); }
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    Connection db(path, OpenMode::kReadWrite);
    db.execute("BEGIN IMMEDIATE");
    if (::write(ends[1], "+", 1) == 1) ::pause();
    ::_exit(1);
  }
  char byte = 0;
  ASSERT_EQ(::read(ends[0], &byte, 1), 1);
  Connection db(path, OpenMode::kReadWrite);
  sqlite3_busy_timeout(db.handle(), 0);
  try {
    db.execute("BEGIN IMMEDIATE");
    ADD_FAILURE() << "the lock was not held";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), StoreErrorKind::kBusy);
    EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr(std::to_string(child)),
                                             testing::HasSubstr("storage_test")));
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_NO_THROW(db.execute("BEGIN IMMEDIATE"));
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace
}  // namespace figured::storage
