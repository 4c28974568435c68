#include "daemon/intake/clock_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;

std::chrono::sys_seconds at(std::chrono::seconds seconds) {
  return std::chrono::sys_seconds(1'790'000'000s + seconds);
}

TEST(ClockWatchTest, TellsByHowMuchTheClockWasSet) {
  std::chrono::sys_seconds wall = at(0s);
  std::chrono::steady_clock::time_point steady;
  ClockWatch watch({[&] { return wall; }, [&] { return steady; }});
  struct Step {
    std::chrono::seconds wall;
    std::chrono::milliseconds steady;
    std::optional<std::chrono::seconds> jump;
  };
  const Step steps[] = {
      {10s, 10s, {}}, {10s, 9'600ms, {}},     {40s, 10s, {}}, {10s + 24h, 10s, 24h},
      {10s, 10s, {}}, {10s - 24h, 10s, -24h}, {3h, 3h, {}},   {0s, 60s, -60s},
  };
  for (const Step& step : steps) {
    wall += step.wall;
    steady += step.steady;
    const auto unset = wall - step.jump.value_or(0s);
    EXPECT_LE(std::chrono::abs(watch.now() - unset), 30s);  // what is too little to matter
    EXPECT_EQ(watch.look(), step.jump);
    EXPECT_EQ(watch.now(), wall);
  }
}

struct RestCase {
  std::string name;
  std::optional<std::chrono::seconds> last_poll;  // from now, as the next two
  std::chrono::seconds next_poll;
  std::chrono::seconds jump;
  std::chrono::seconds kept;
};

class KeptRestTest : public testing::TestWithParam<RestCase> {};

TEST_P(KeptRestTest, IsDueWhenItWouldHaveBeen) {
  const RestCase& one = GetParam();
  feeds::Feed feed;
  if (one.last_poll) feed.last_poll = at(*one.last_poll);
  feed.next_poll = at(one.next_poll);
  std::deque<feeds::Feed> feeds{feed};
  KeptRests().keep(feeds, one.jump, at(0s));
  EXPECT_EQ(feeds[0].next_poll - at(0s), one.kept);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, KeptRestTest,
    testing::Values(RestCase{"ClockIsRight", -100s, 200s, 0s, 200s},
                    RestCase{"DueWhileItDidNotRun", -3h, -2h, 0s, -2h},
                    RestCase{"SetForward", -24h - 100s, -24h + 200s, 24h, 200s},
                    RestCase{"SetBack", 24h - 100s, 24h + 200s, -24h, 200s},
                    RestCase{"SetBackWhileItDidNotRun", 24h - 100s, 24h + 200s, 0s, 300s},
                    RestCase{"NeverPolled", {}, -5s, 24h, -5s},
                    RestCase{"NeverPolledSetBack", {}, 24h, -24h, 0s}),
    [](const auto& test) { return test.param.name; });

// The store knows nothing of the jumps, until the feed is polled again.
TEST(KeptRestsTest, ARestLastsOverSeveralJumpsAndReloads) {
  KeptRests rests;
  feeds::Feed stored;
  stored.id = 7;
  stored.last_poll = at(0s);
  stored.next_poll = at(300s);
  const auto keep = [&](std::chrono::seconds jump, std::chrono::seconds now) {
    std::deque<feeds::Feed> feeds{stored};
    rests.keep(feeds, jump, at(now));
    return feeds[0].next_poll - at(now);
  };
  EXPECT_EQ(keep(24h, 24h + 100s), 200s);
  EXPECT_EQ(keep(0s, 24h + 150s), 150s);
  EXPECT_EQ(keep(24h, 48h + 200s), 100s);
  EXPECT_EQ(keep(-72h, -24h + 250s), 50s);
  stored.last_poll = at(-24h + 310s);
  stored.next_poll = at(-24h + 610s);
  EXPECT_EQ(keep(0s, -24h + 410s), 200s);
}

}  // namespace
}  // namespace figured::daemon
