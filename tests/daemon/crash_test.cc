// figured is killed again and again while it reads the wire.  Nothing may be
// lost by it and nothing stored or told as two.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <random>

#include "tests/daemon/wire_run.h"

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;

constexpr int kKills = 10;
constexpr int kMostRequests = 20;
constexpr auto kEvery = 300ms;

TEST(CrashTest, KilledTenTimesItLosesNothingAndTellsNothingAsTwo) {
  WireRun wire(kEvery);
  std::mt19937 random(20260922);
  std::uniform_int_distribution<int> requests(1, kMostRequests);
  for (int kill = 0; kill < kKills; ++kill) {
    ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
    wire.serve_requests(figured, requests(random));
    figured.signal(SIGKILL);
    ASSERT_EQ(figured.wait_for_end(), -SIGKILL) << figured.said();
  }
  ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
  figured.wait_for("polling");
  wire.serve_until(figured, [&] { return wire.all_is_read_and_told(); });
  figured.signal(SIGTERM);
  wire.serve_until(figured, [&] { return figured.has_ended(); });
  ASSERT_EQ(figured.wait_for_end(), 0) << figured.said();
  wire.expect_nothing_lost_and_nothing_doubled();
}

}  // namespace
}  // namespace figured::daemon
