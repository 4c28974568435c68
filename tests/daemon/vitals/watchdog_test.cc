// The watchdog is fed by the progress of the loops: one that hangs must starve it.
#include "daemon/vitals/watchdog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>

#include "daemon/intake/worker_pool.h"
#include "daemon/log/log.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/daemon/datagram_socket.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

class WatchdogTest : public testing::Test {
 protected:
  WatchdogTest() {
    watch_.watch_workers([this] { return workers_.lag(); });
    start(watch_.run(1ms));
    start(feed_watchdog(notifier_, watch_, log_, 30ms));
  }
  ~WatchdogTest() override {
    io_.stop();
    let_go();
  }

  // Whoever hangs moves on.
  void let_go() {
    hangs_ = false;
    hangs_.notify_all();
  }

  void start(asio::awaitable<void> task) {
    asio::co_spawn(io_, std::move(task), [](std::exception_ptr) {});
  }
  void run_until(const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!done()) {
      io_.run_one_for(10ms);
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    }
  }
  int signs_of_life() {
    int signs = 0;
    while (manager_.receive() == "WATCHDOG=1") ++signs;
    return signs;
  }
  // None comes any more, though the I/O loop turns.
  void expect_starved() {
    run_until([this] { return watch_.worst().since > 60ms; });
    signs_of_life();
    const auto since = watch_.worst().since;
    run_until([&] { return watch_.worst().since > since + 60ms; });
    EXPECT_EQ(signs_of_life(), 0);
  }

  DatagramSocket manager_{socket_path("watchdog-test")};
  const ServiceNotifier notifier_{socket_path("watchdog-test")};
  const EventLog log_{open_log(LogFormat::kConsole, LogLevel::kError)};
  std::atomic<bool> hangs_{true};
  asio::io_context io_;
  std::unique_ptr<storage::Store> store_ = storage::open_sqlite_store(":memory:");
  LedgerThread ledger_{*store_, LedgerOptions{}, {}};
  WorkerPool workers_{2, 10};
  LoopWatch watch_{ledger_};
};

TEST_F(WatchdogTest, IsFedWhileAllMovesOn) {
  int signs = 0;
  run_until([&] {
    workers_.try_post(std::function<void()>([] {}));
    return (signs += signs_of_life()) >= 5;
  });
}

TEST_F(WatchdogTest, AWorkerThatHangsStarvesIt) {
  testing::internal::CaptureStderr();
  workers_.try_post([this] { hangs_.wait(true); });
  expect_starved();
  EXPECT_EQ(watch_.worst().loop, "workers");
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("loop=workers"));
}

TEST_F(WatchdogTest, ALedgerThatHangsStarvesIt) {
  testing::internal::CaptureStderr();
  const auto hang = [this](storage::Store&) {
    hangs_.wait(true);
    return true;
  };
  asio::co_spawn(io_, ledger_.ask(hang), [](std::exception_ptr, bool) {});
  expect_starved();
  EXPECT_EQ(watch_.worst().loop, "ledger");
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("loop=ledger"));
}

TEST_F(WatchdogTest, OneThatMovesOnAgainIsFedAgain) {
  testing::internal::CaptureStderr();
  workers_.try_post([this] { hangs_.wait(true); });
  expect_starved();
  let_go();
  run_until([this] { return signs_of_life() > 0; });
  EXPECT_EQ(watch_.worst().loop, "ledger") << "the workers have nothing to do";
  testing::internal::GetCapturedStderr();
}

}  // namespace
}  // namespace figured::daemon
