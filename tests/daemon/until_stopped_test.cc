#include "daemon/until_stopped.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <csignal>
#include <stdexcept>

namespace figured::daemon {
namespace {

namespace asio = boost::asio;

class UntilStoppedTest : public testing::Test {
 protected:
  // Waits for ever; writes down that it was ended.
  asio::awaitable<void> wait_for_ever() {
    asio::steady_timer timer(co_await asio::this_coro::executor,
                             asio::steady_timer::time_point::max());
    ++waiting_;
    try {
      co_await timer.async_wait(asio::use_awaitable);
    } catch (...) {
      ++ended_;
      throw;
    }
  }
  asio::awaitable<void> fail() {
    throw std::runtime_error("broken");
    co_return;
  }
  asio::awaitable<void> raise_and_wait(int signal) {
    std::raise(signal);
    co_await wait_for_ever();
  }
  asio::awaitable<void> end() { co_return; }

  // Ends badly while it is being cancelled.
  asio::awaitable<void> fail_at_the_end() {
    try {
      co_await wait_for_ever();
    } catch (const boost::system::system_error&) {
      throw std::runtime_error("disk full");
    }
  }

  template <class T>
  T run(asio::awaitable<T> task) {
    auto result = asio::co_spawn(io_, std::move(task), asio::use_future);
    io_.run();
    return result.get();
  }

  asio::io_context io_;
  asio::signal_set signals_{io_, SIGTERM, SIGHUP};
  int waiting_ = 0;
  int ended_ = 0;
};

TEST_F(UntilStoppedTest, ASignalEndsTheWork) {
  EXPECT_EQ(run(until_stopped(signals_, raise_and_wait(SIGTERM))), SIGTERM);
  EXPECT_EQ(ended_, 1);
}

TEST_F(UntilStoppedTest, TellsWhichSignal) {
  EXPECT_EQ(run(until_stopped(signals_, raise_and_wait(SIGHUP))), SIGHUP);
}

TEST_F(UntilStoppedTest, ASignalThatCameBeforeIsNotLost) {
  std::raise(SIGTERM);
  EXPECT_EQ(run(until_stopped(signals_, wait_for_ever())), SIGTERM);
}

TEST_F(UntilStoppedTest, WorkThatEndsIsNoSignal) {
  EXPECT_EQ(run(until_stopped(signals_, end())), std::nullopt);
}

TEST_F(UntilStoppedTest, AFailureIsThrownOn) {
  EXPECT_THROW(run(until_stopped(signals_, fail())), std::runtime_error);
}

TEST_F(UntilStoppedTest, AFailureWhileTheWorkIsEndedIsThrownOn) {
  std::raise(SIGTERM);
  EXPECT_THROW(run(until_stopped(signals_, fail_at_the_end())), std::runtime_error);
}

TEST_F(UntilStoppedTest, TheFirstTaskToEndEndsTheOthers) {
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(wait_for_ever());
  tasks.push_back(end());
  tasks.push_back(wait_for_ever());
  run(until_one_ends(std::move(tasks)));
  EXPECT_EQ(ended_, waiting_);
}

TEST_F(UntilStoppedTest, TheFirstTaskToFailEndsTheOthersAndIsThrownOn) {
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(wait_for_ever());
  tasks.push_back(fail());
  EXPECT_THROW(run(until_one_ends(std::move(tasks))), std::runtime_error);
  EXPECT_EQ(ended_, waiting_);
}

}  // namespace
}  // namespace figured::daemon
