#include "feeds/poll_schedule.h"

#include <gtest/gtest.h>

#include <set>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;

struct RestCase {
  std::string name;
  std::chrono::seconds interval;
  int failures;
  std::chrono::seconds wish;
  std::chrono::seconds rest;
};

class PollScheduleTest : public testing::TestWithParam<RestCase> {};

TEST_P(PollScheduleTest, RestAfter) {
  const PollSchedule schedule(1h, 0);
  const RestCase& with = GetParam();
  EXPECT_EQ(schedule.rest_after(with.interval, with.failures, with.wish, 1), with.rest);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PollScheduleTest,
    testing::Values(RestCase{"Healthy", 60s, 0, 0s, 60s}, RestCase{"OneFailure", 60s, 1, 0s, 120s},
                    RestCase{"FailuresDouble", 60s, 3, 0s, 480s},
                    RestCase{"UpToTheLongest", 60s, 30, 0s, 1h},
                    RestCase{"ManyFailuresDoNotOverflow", 60s, 2'000'000'000, 0s, 1h},
                    RestCase{"WishLengthens", 60s, 0, 200s, 200s},
                    RestCase{"WishDoesNotShorten", 60s, 2, 10s, 240s},
                    RestCase{"WishStopsAtTheLongest", 60s, 1, 24h, 1h},
                    RestCase{"LongIntervalStands", 6h, 0, 0s, 6h},
                    RestCase{"LongIntervalDoesNotDouble", 6h, 5, 0s, 6h}),
    [](const auto& test) { return test.param.name; });

TEST(PollSchedule, SpreadsRestsAndKeepsTheirOrder) {
  const PollSchedule schedule(24h, 0.1);
  std::set<std::chrono::seconds> rests;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const auto rest = schedule.rest_after(1000s, 0, 0s, seed);
    EXPECT_GE(rest, 1000s);
    EXPECT_LT(rest, 1100s);
    EXPECT_EQ(rest, schedule.rest_after(1000s, 0, 0s, seed));
    rests.insert(rest);
  }
  EXPECT_GT(rests.size(), 90u);
}

}  // namespace
}  // namespace figured::feeds
