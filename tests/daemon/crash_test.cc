// figured is killed again and again while it reads the wire.  Nothing may be
// lost by it and nothing stored or told as two.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iterator>
#include <random>

#include "storage/sqlite/sqlite_store.h"
#include "tests/daemon/wire_run.h"

namespace figured::daemon {
namespace {

constexpr int kMostRequests = 20;
constexpr int kMostPasses = 5;  // of a failpoint, before it kills

// Every place where figured can be killed by name (daemon/failpoint.h).
constexpr const char* kFailpoints[] = {"store.opened",   "article.put",     "poll.recorded",
                                       "polls.written",  "polls.committed", "jobs.written",
                                       "jobs.committed", "attempt.made",    "attempt.settled"};

// ctest makes 12, at each failpoint and some at random; FIGURED_KILLS=200 makes more,
// over a wire that lasts longer.
int kills() {
  const char* wanted = std::getenv("FIGURED_KILLS");
  return wanted ? std::max(1, std::atoi(wanted)) : 12;
}

class CrashTest : public testing::Test {
 protected:
  ChildProcess start(const std::vector<std::string>& environment = {}) const {
    return ChildProcess({FIGURED_BINARY, "--config", wire_.config()}, environment);
  }
  // Ends at the failpoint; where it does not come to it, at random.
  void kill_at(const std::string& failpoint, int pass) {
    const std::string where = failpoint + ":" + std::to_string(pass);
    ChildProcess figured = start({"FIGURED_FAILPOINT=" + where});
    const int until = wire_.requests() + kMostRequests;
    wire_.serve_until(figured, [&] { return figured.has_ended() || wire_.requests() >= until; });
    figured.signal(SIGKILL);
    ASSERT_EQ(figured.wait_for_end(), -SIGKILL) << where << '\n' << figured.said();
  }
  void kill_after(int requests) {
    ChildProcess figured = start();
    wire_.serve_requests(figured, requests);
    figured.signal(SIGKILL);
    ASSERT_EQ(figured.wait_for_end(), -SIGKILL) << figured.said();
  }
  void finish() {
    ChildProcess figured = start();
    figured.wait_for("polling");
    wire_.serve_until(figured, [&] { return wire_.all_is_read_and_told(); });
    figured.signal(SIGTERM);
    wire_.serve_until(figured, [&] { return figured.has_ended(); });
    ASSERT_EQ(figured.wait_for_end(), 0) << figured.said();
    wire_.expect_nothing_lost_and_nothing_doubled();
    EXPECT_THAT(storage::check_sqlite_store(wire_.store()), testing::IsEmpty());
  }

  const int kills_ = kills();
  WireRun wire_{std::chrono::milliseconds(25 * std::min(kills_, 240))};
};

TEST_F(CrashTest, KilledAtEveryFailpointAndAtRandomItLosesNothingAndTellsNothingAsTwo) {
  std::mt19937 random(20260922);
  std::uniform_int_distribution<int> requests(1, kMostRequests);
  std::uniform_int_distribution<int> passes(1, kMostPasses);
  for (int kill = 0; kill < kills_ && !HasFatalFailure(); ++kill) {
    const auto number = static_cast<std::size_t>(kill);
    if (number < std::size(kFailpoints) || kill % 2 == 0)
      kill_at(kFailpoints[number % std::size(kFailpoints)], passes(random));
    else
      kill_after(requests(random));
  }
  finish();
}

}  // namespace
}  // namespace figured::daemon
