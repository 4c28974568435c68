#include "alerts/retry_schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

const std::chrono::sys_seconds kNow{1'786'000'000s};

// --- the schedule

struct RestCase {
  std::string name;
  std::vector<seconds> first;
  int attempts;
  Answer answer;
  seconds rest;  // at least; at most a fifth more
};

class RestTest : public testing::TestWithParam<RestCase> {};

TEST_P(RestTest, RestAfterAFailure) {
  const RestCase& rest = GetParam();
  const NextStep next = RetrySchedule(rest.first).after(rest.answer, rest.attempts, "alr_1", kNow);
  EXPECT_EQ(next.state, DeliveryState::kPending);
  EXPECT_GE(next.next_attempt - kNow, rest.rest);
  EXPECT_LE(next.next_attempt - kNow, rest.rest + rest.rest / 5);
}

Answer status(int code, std::optional<seconds> retry_after = std::nullopt) {
  return {code, "", retry_after};
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RestTest,
    testing::Values(
        RestCase{"First", {}, 1, status(500), 5s}, RestCase{"Second", {}, 2, status(500), 5min},
        RestCase{"Third", {}, 3, status(500), 30min}, RestCase{"Fourth", {}, 4, status(500), 2h},
        RestCase{"Fifth", {}, 5, status(500), 5h}, RestCase{"Sixth", {}, 6, status(500), 10h},
        RestCase{"Seventh", {}, 7, status(500), 14h}, RestCase{"Eighth", {}, 8, status(500), 20h},
        RestCase{"Ninth", {}, 9, status(500), 24h},
        RestCase{"NoAnswer", {}, 1, {0, "connection refused", {}}, 5s},
        RestCase{"Redirect", {}, 1, status(301), 5s}, RestCase{"NotFound", {}, 1, status(404), 5s},
        RestCase{"RetryAfterLengthens", {}, 1, status(429, 100s), 100s},
        RestCase{"RetryAfterDoesNotShorten", {}, 2, status(503, 1s), 5min},
        RestCase{"RetryAfterStopsAtADay", {}, 1, status(503, 999h), 24h},
        RestCase{"OwnFirstRests", {1s, 2s}, 2, status(500), 2s},
        RestCase{"ThenTheUsualOnes", {1s, 2s}, 3, status(500), 30min},
        RestCase{"MoreThanUsual", std::vector<seconds>(12, 1s), 12, status(500), 1s}),
    [](const auto& test) { return test.param.name; });

struct EndCase {
  std::string name;
  int attempts;
  Answer answer;
  DeliveryState state;
  std::string error;
};

class EndTest : public testing::TestWithParam<EndCase> {};

TEST_P(EndTest, StateAndError) {
  const NextStep next = RetrySchedule().after(GetParam().answer, GetParam().attempts, "a", kNow);
  EXPECT_EQ(next.state, GetParam().state);
  EXPECT_EQ(next.error, GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, EndTest,
    testing::Values(EndCase{"Ok", 1, status(200), DeliveryState::kDelivered, ""},
                    EndCase{"NoContent", 9, status(204), DeliveryState::kDelivered, ""},
                    EndCase{"LastOfTheSuccesses", 1, status(299), DeliveryState::kDelivered, ""},
                    EndCase{"Informal", 1, status(199), DeliveryState::kPending, "HTTP 199"},
                    EndCase{"Redirect", 1, status(300), DeliveryState::kPending, "HTTP 300"},
                    EndCase{"Gone", 1, status(410), DeliveryState::kDead,
                            "HTTP 410: the endpoint is gone"},
                    EndCase{"Failed", 9, status(500), DeliveryState::kPending, "HTTP 500"},
                    EndCase{"TenthFailure", 10, status(500), DeliveryState::kDead,
                            "HTTP 500, after 10 attempts"},
                    EndCase{"TenthTimeout",
                            10,
                            {0, "timed out", {}},
                            DeliveryState::kDead,
                            "timed out, after 10 attempts"},
                    EndCase{"TenthSucceeds", 10, status(200), DeliveryState::kDelivered, ""}),
    [](const auto& test) { return test.param.name; });

TEST(RetryScheduleTest, TenAttemptsTakeThreeDays) {
  const RetrySchedule schedule;
  EXPECT_EQ(schedule.max_attempts(), 10u);
  auto now = kNow;
  for (int attempts = 1; attempts < 10; ++attempts)
    now = schedule.after(status(500), attempts, "alr_1", now).next_attempt;
  EXPECT_GE(now - kNow, 75h);
  EXPECT_LE(now - kNow, 91h);
}

TEST(RetryScheduleTest, TheSameQuestionHasTheSameAnswer) {
  const auto next = [](std::string_view id) {
    return RetrySchedule().after(status(500), 4, id, kNow).next_attempt;
  };
  EXPECT_EQ(next("alr_1"), next("alr_1"));
  EXPECT_NE(next("alr_1"), next("alr_2"));
}

}  // namespace
}  // namespace figured::alerts
