#include "feeds/poll_decision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "feeds/feed_date.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;
using ::testing::HasSubstr;

// A Saturday, 08:20 UTC.
const std::chrono::sys_seconds kNow = *parse_feed_date("2026-03-14T08:20:00Z");

constexpr PollPolicy exact() {
  PollPolicy policy;
  policy.spread = 0;
  return policy;
}

struct DecisionCase {
  std::string name;
  std::function<void(PollSignals&)> given;  // beside an interval of five minutes
  seconds rest;
  PollRule rule;
  std::string why;
};

class DecisionTest : public testing::TestWithParam<DecisionCase> {};

TEST_P(DecisionTest, RestsAndSaysWhy) {
  PollSignals signals{.now = kNow, .interval = 5min};
  GetParam().given(signals);
  const PollDecision decision = decide_poll(signals, exact());
  EXPECT_EQ(decision.next_poll - kNow, GetParam().rest);
  EXPECT_EQ(format_poll_rule(decision.rule), format_poll_rule(GetParam().rule));
  EXPECT_THAT(decision.why, HasSubstr(GetParam().why));
}

constexpr std::uint32_t hours(std::initializer_list<int> list) {
  std::uint32_t bits = 0;
  for (const int hour : list) bits |= 1u << hour;
  return bits;
}

using enum PollRule;
using S = PollSignals;

INSTANTIATE_TEST_SUITE_P(
    Healthy, DecisionTest,
    testing::Values(
        DecisionCase{"NothingSaid", [](S&) {}, 5min, kInterval, "interval, 5m"},
        DecisionCase{"ArticlesComeOften",
                     [](S& s) {
                       s.rhythm = {2min, kNow - 1min};
                     },
                     5min, kInterval, ""},
        DecisionCase{"AHubPushes",
                     [](S& s) {
                       s.pushing = {kNow + 24h, 2};
                     },
                     20min, kPushed, "2 pushes in a row"},
        DecisionCase{"AnHourAtMost",
                     [](S& s) {
                       s.pushing = {kNow + 24h, 9};
                     },
                     1h, kPushed, ""},
        DecisionCase{"NotBeyondTheLease",
                     [](S& s) {
                       s.pushing = {kNow + 7min, 9};
                     },
                     7min, kPushed, ""},
        DecisionCase{"AHubThatHasPushedNothing",
                     [](S& s) {
                       s.pushing = {kNow + 24h, 0};
                     },
                     5min, kInterval, ""},
        DecisionCase{"ALeaseThatIsOver",
                     [](S& s) {
                       s.pushing = {kNow, 9};
                     },
                     5min, kInterval, ""},
        DecisionCase{"ArticlesComeRarely",
                     [](S& s) {
                       s.rhythm = {40min, kNow - 1min};
                     },
                     20min, kRhythm, "articles come every 40m"},
        DecisionCase{"SixIntervalsAtMost",
                     [](S& s) {
                       s.rhythm = {24h * 9, kNow - 1min};
                     },
                     30min, kRhythm, "every 9d"},
        DecisionCase{"SilenceCountsAsRarely",
                     [](S& s) {
                       s.rhythm = {1min, kNow - 50min};
                     },
                     25min, kRhythm, "no article for 50m"},
        DecisionCase{"RhythmUnknown",
                     [](S& s) {
                       s.rhythm = {0s, kNow - 9h};
                     },
                     5min, kInterval, ""},
        DecisionCase{"Fresh", [](S& s) { s.fresh = 15min; }, 15min, kFreshness, "fresh for 15m"},
        DecisionCase{"FreshForLessThanTheInterval", [](S& s) { s.fresh = 1min; }, 5min, kInterval,
                     ""},
        DecisionCase{"FreshForAYearIsAMistake", [](S& s) { s.fresh = 24h * 365; }, 1h, kFreshness,
                     "1h"},
        DecisionCase{"Ttl", [](S& s) { s.hints.ttl = 10min; }, 10min, kTtl, "ttl"},
        DecisionCase{"TtlOfATemplate", [](S& s) { s.hints.ttl = 24h; }, 30min, kTtl, "1d"},
        DecisionCase{"UpdatePeriod", [](S& s) { s.hints.update_period = 12min; }, 12min,
                     kUpdatePeriod, "sy:updatePeriod"},
        DecisionCase{"TheLongestWishWins",
                     [](S& s) {
                       s.fresh = 12min;
                       s.hints.ttl = 20min;
                       s.hints.update_period = 15min;
                     },
                     20min, kTtl, ""},
        DecisionCase{"RetryAfterOfASuccess", [](S& s) { s.retry_after = 2h; }, 2h, kRetryAfter,
                     "Retry-After asks for 2h"},
        DecisionCase{"ArticlesWereMissed",
                     [](S& s) {
                       s.missed = true;
                       s.rhythm = {40min, kNow};
                     },
                     5min, kGap, "missed"},
        DecisionCase{"MissedButFresh",
                     [](S& s) {
                       s.missed = true;
                       s.fresh = 10min;
                     },
                     10min, kFreshness, ""},
        DecisionCase{"AnOlderPageAtOnce", [](S& s) { s.older_page = true; }, 0s, kOlderPage,
                     "older page"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Skipping, DecisionTest,
    testing::Values(DecisionCase{"AnHourThatIsNotSkipped",
                                 [](S& s) {
                                   s.hints.skip_hours = hours({3, 9});
                                 },
                                 5min, kInterval, ""},
                    DecisionCase{"TheHourThatIsOn", [](S& s) { s.hints.skip_hours = hours({8}); },
                                 40min, kSkip, "skipHours"},
                    DecisionCase{"HoursInARow",
                                 [](S& s) {
                                   s.hints.skip_hours = hours({8, 9, 10});
                                 },
                                 2h + 40min, kSkip, ""},
                    DecisionCase{"TheNextHour",
                                 [](S& s) {
                                   s.hints.skip_hours = hours({9});
                                   s.fresh = 45min;
                                 },
                                 100min, kSkip, ""},
                    DecisionCase{"TheDayThatIsOn", [](S& s) { s.hints.skip_days = 1u << 6; },
                                 15h + 40min, kSkip, ""},
                    DecisionCase{"ADayAtMost",
                                 [](S& s) { s.hints.skip_days = 1u << 6 | 1u << 0 | 1u << 1; }, 24h,
                                 kSkip, ""},
                    DecisionCase{"FailingToo",
                                 [](S& s) {
                                   s.failures = 1;
                                   s.hints.skip_hours = hours({8});
                                 },
                                 40min, kSkip, ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Failing, DecisionTest,
                         testing::Values(DecisionCase{"Once", [](S& s) { s.failures = 1; }, 10min,
                                                      kBackoff, "1 failure"},
                                         DecisionCase{"ThriceDoubled", [](S& s) { s.failures = 3; },
                                                      40min, kBackoff, "3 failures in a row"},
                                         DecisionCase{"ADayAtMostAndNeverEnds",
                                                      [](S& s) { s.failures = 2'000'000'000; }, 24h,
                                                      kBackoff, ""},
                                         DecisionCase{"HintsDoNotShorten",
                                                      [](S& s) {
                                                        s.failures = 2;
                                                        s.hints.ttl = 7min;
                                                      },
                                                      20min, kBackoff, ""},
                                         DecisionCase{"RetryAfterLengthens",
                                                      [](S& s) {
                                                        s.failures = 1;
                                                        s.retry_after = 1h;
                                                      },
                                                      1h, kRetryAfter, ""},
                                         DecisionCase{"RetryAfterDoesNotShorten",
                                                      [](S& s) {
                                                        s.failures = 4;
                                                        s.retry_after = 30s;
                                                      },
                                                      80min, kBackoff, ""},
                                         DecisionCase{"RetryAfterADayAtMost",
                                                      [](S& s) {
                                                        s.failures = 1;
                                                        s.retry_after = 24h * 30;
                                                      },
                                                      24h, kRetryAfter, ""},
                                         DecisionCase{"AnErrorMayBeFreshToo",
                                                      [](S& s) {
                                                        s.failures = 1;
                                                        s.fresh = 30min;
                                                      },
                                                      30min, kFreshness, ""},
                                         DecisionCase{"NoOlderPage",
                                                      [](S& s) {
                                                        s.failures = 1;
                                                        s.older_page = true;
                                                      },
                                                      10min, kBackoff, ""},
                                         DecisionCase{"AnIntervalBeyondADayStands",
                                                      [](S& s) {
                                                        s.interval = 48h;
                                                        s.failures = 5;
                                                      },
                                                      48h, kBackoff, ""}),
                         [](const auto& test) { return test.param.name; });

TEST(PollDecision, SpreadsRestsByTheSeed) {
  PollSignals signals{.now = kNow, .interval = 1000s};
  std::set<seconds> rests;
  for (signals.seed = 0; signals.seed < 1000; ++signals.seed) {
    const seconds rest = decide_poll(signals, {}).next_poll - kNow;
    EXPECT_GE(rest, 1000s);
    EXPECT_LT(rest, 1100s);
    EXPECT_EQ(rest, decide_poll(signals, {}).next_poll - kNow);
    rests.insert(rest);
  }
  EXPECT_GT(rests.size(), 90u);
}

TEST(PollDecision, AStretchOfOneFixesTheRest) {
  PollPolicy policy = exact();
  policy.stretch = 1;
  const PollSignals signals{.now = kNow, .interval = 5min, .rhythm = {9h, kNow}};
  EXPECT_EQ(decide_poll(signals, policy).next_poll - kNow, 5min);
}

}  // namespace
}  // namespace figured::feeds
