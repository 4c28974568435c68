// A start is extended while the store's opening moves on, and only then.
#include "daemon/service/opening_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <fstream>
#include <functional>
#include <thread>

#include "storage/sqlite/sqlite_store.h"
#include "tests/daemon/datagram_socket.h"
#include "tests/support/foreign_sql.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using testing::StartsWith;

class OpeningWatchTest : public testing::Test {
 protected:
  OpeningWatchTest() {
    asio::co_spawn(io_, watch_.run(1ms), [](std::exception_ptr) {});
  }
  ~OpeningWatchTest() override { is_open_ = true; }

  // The thread that opens, which does this again and again.
  void opening(std::function<void()> work) {
    opener_ = std::jthread([this, work] {
      watch_.begin();
      begun_ = true;
      while (!is_open_) work();
    });
    while (!begun_) std::this_thread::yield();
  }
  std::string told_within(int turns) {
    for (int turn = 0; turn < turns; ++turn) {
      io_.run_one_for(10ms);
      if (std::string message = manager_.receive(); !message.empty()) return message;
    }
    return "";
  }

  DatagramSocket manager_{socket_path("opening-watch")};
  const ServiceNotifier notifier_{socket_path("opening-watch")};
  OpeningWatch watch_{notifier_};
  asio::io_context io_;
  std::atomic<bool> is_open_{false};
  std::atomic<bool> begun_{false};
  std::jthread opener_;
};

TEST_F(OpeningWatchTest, StepsOfTheStoreExtendTheStart) {
  opening([this] {
    watch_.step();
    std::this_thread::yield();
  });
  EXPECT_EQ(told_within(1'000), "EXTEND_TIMEOUT_USEC=60000000");
  EXPECT_THAT(told_within(1'000), StartsWith("STATUS=opening the store"));
}

TEST_F(OpeningWatchTest, SoDoesWhatItReads) {
  if (!std::ifstream("/proc/self/io")) GTEST_SKIP() << "the kernel does not tell";
  opening([] {
    std::ifstream file("/proc/self/statm");
    std::string word;
    file >> word;
  });
  EXPECT_EQ(told_within(1'000), "EXTEND_TIMEOUT_USEC=60000000");
}

TEST_F(OpeningWatchTest, OneThatHangsGetsNoMoreTime) {
  opening([this] { is_open_.wait(false); });
  while (!told_within(20).empty()) {  // of its beginning
  }
  EXPECT_EQ(told_within(50), "");
  is_open_ = true;
  is_open_.notify_all();
}

TEST(OpeningTest, AStoreTellsItsStepsWhileItIsVerified) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  storage::open_sqlite_store(path);
  tests::run_foreign_sql(path,
                         "CREATE TABLE ballast (i INTEGER NOT NULL, word TEXT NOT NULL) STRICT; "
                         "INSERT INTO ballast WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
                         "SELECT i + 1 FROM n LIMIT 300000) SELECT i, 'ballast' FROM n");
  int steps = 0;
  storage::open_sqlite_store(path, [&steps] { return ++steps > 0; });
  EXPECT_GT(steps, 0);
  // Given up at the first step, which is no sign of damage.
  try {
    storage::open_sqlite_store(path, [] { return false; });
    ADD_FAILURE() << "it was not given up";
  } catch (const storage::StoreError& error) {
    EXPECT_EQ(error.kind(), storage::StoreErrorKind::kGivenUp) << error.what();
  }
  storage::open_sqlite_store(path);
}

TEST_F(OpeningWatchTest, AStopGivesTheOpeningUp) {
  EXPECT_TRUE(watch_.step());
  asio::cancellation_signal stop;
  asio::co_spawn(io_, watch_.run(1h), asio::bind_cancellation_slot(stop.slot(), [](auto) {}));
  io_.poll();
  EXPECT_TRUE(watch_.step());
  stop.emit(asio::cancellation_type::all);
  io_.poll();
  EXPECT_FALSE(watch_.step());
}

}  // namespace
}  // namespace figured::daemon
