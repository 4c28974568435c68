#include "daemon/intake/intake_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "daemon/until_stopped.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using storage::StoreError;
using storage::StoreErrorKind;
using testing::ElementsAre;

class IntakeGateTest : public testing::Test {
 protected:
  // Fails until the store takes something again.
  asio::awaitable<int> put(int number) {
    ++tries_;
    most_ = std::max(most_, ++under_way_);
    co_await asio::post(asio::use_awaitable);
    --under_way_;
    if (fault_) throw *fault_;
    stored_.push_back(number);
    co_return number;
  }
  std::future<int> start(int number) {
    const auto attempt = [this, number] { return put(number); };
    return asio::co_spawn(io_, gate_.pass(attempt), asio::use_future);
  }
  void run_until(const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!done()) {
      io_.restart();
      io_.run_one_for(20ms);
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    }
  }

  asio::io_context io_;
  std::vector<std::string> told_;
  IntakeGate gate_{1ms, [this](const std::string& why) { told_.push_back(why); }};
  std::optional<StoreError> fault_;
  std::vector<int> stored_;
  int tries_ = 0;
  int under_way_ = 0;
  int most_ = 0;
};

TEST_F(IntakeGateTest, AnOpenGateIsPassedByAllAtOnce) {
  for (int i = 0; i < 4; ++i) start(i);
  run_until([this] { return stored_.size() == 4; });
  EXPECT_EQ(most_, 4);
  EXPECT_TRUE(told_.empty());
  EXPECT_EQ(gate_.obstacle(), "");
}

TEST_F(IntakeGateTest, WhatMetAnObstacleIsTriedAgainAndToldOnce) {
  fault_ = StoreError("the disk is full", StoreErrorKind::kFull);
  for (int i = 0; i < 4; ++i) start(i);
  run_until([this] { return tries_ >= 20; });
  EXPECT_TRUE(stored_.empty());
  EXPECT_EQ(gate_.obstacle(), "the disk is full");
  EXPECT_THAT(told_, ElementsAre("the disk is full"));
  fault_.reset();
  run_until([this] { return stored_.size() == 4; });
  EXPECT_THAT(told_, ElementsAre("the disk is full", ""));
  EXPECT_EQ(gate_.obstacle(), "");
}

// That the facts of a large store are read goes with every start.
TEST_F(IntakeGateTest, WhatTheStartTakesIsNotTold) {
  fault_ = StoreError("still being read", StoreErrorKind::kNotYet);
  start(0);
  run_until([this] { return tries_ >= 3; });
  EXPECT_EQ(gate_.obstacle(), "still being read");
  fault_ = StoreError("the disk is full", StoreErrorKind::kFull);
  run_until([this] { return !told_.empty(); });
  fault_ = StoreError("still being read", StoreErrorKind::kNotYet);
  run_until([this] { return gate_.obstacle() == "still being read"; });
  fault_.reset();
  run_until([this] { return stored_.size() == 1; });
  EXPECT_THAT(told_, ElementsAre("the disk is full", ""));
  fault_ = StoreError("still being read", StoreErrorKind::kNotYet);
  start(1);
  run_until([this] { return !gate_.obstacle().empty(); });
  fault_.reset();
  run_until([this] { return stored_.size() == 2; });
  EXPECT_THAT(told_, ElementsAre("the disk is full", ""));
}

TEST_F(IntakeGateTest, WhilePausedOneTriesAtATime) {
  fault_ = StoreError("held", StoreErrorKind::kBusy);
  for (int i = 0; i < 4; ++i) start(i);
  run_until([this] { return tries_ >= 4; });
  most_ = 0;
  run_until([this] { return tries_ >= 20; });
  EXPECT_EQ(most_, 1);
}

TEST_F(IntakeGateTest, WhatDoesNotPassIsThrown) {
  fault_ = StoreError("disk I/O error", StoreErrorKind::kDisk);
  auto failed = start(1);
  run_until([this] { return tries_ == 1 && under_way_ == 0; });
  io_.restart();
  io_.run();
  EXPECT_THROW(failed.get(), StoreError);
  EXPECT_TRUE(told_.empty());
}

TEST_F(IntakeGateTest, WhoWaitsMayBeCancelled) {
  fault_ = StoreError("the disk is full", StoreErrorKind::kFull);
  const auto pass = [this]() -> asio::awaitable<void> {
    const auto attempt = [this] { return put(1); };
    co_await gate_.pass(attempt);
  };
  const auto soon = [this]() -> asio::awaitable<void> {
    while (tries_ < 3) co_await asio::post(asio::use_awaitable);
  };
  bool ended = false;
  asio::co_spawn(io_, until_one_ends(pass(), soon()), [&](std::exception_ptr failure) {
    ended = true;
    EXPECT_EQ(failure, nullptr);
  });
  run_until([&] { return ended; });
  EXPECT_TRUE(stored_.empty());
}

}  // namespace
}  // namespace figured::daemon
