#include "claims/time_reader.h"

#include <gtest/gtest.h>

#include "claims/claim_json.h"
#include "tests/claims/figure_words.h"

namespace figured::claims {
namespace {

struct TimeCase {
  std::string name;
  std::string text;  // published on 2026-11-20, a Friday
  std::string days;  // first/last; "" = none
};

class EventTimeTest : public testing::TestWithParam<TimeCase> {};

TEST_P(EventTimeTest, IsResolvedAgainstThePublication) {
  const auto time = claims_of(GetParam().text).at(0).event_time;
  const std::string days =
      time ? format_time(time->from).substr(0, 10) + '/' + format_time(time->to).substr(0, 10)
           : std::string();
  EXPECT_EQ(days, GetParam().days);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, EventTimeTest,
    testing::Values(
        TimeCase{"None", "The blast killed 42 people.", ""},
        TimeCase{"Weekday", "On Sunday the blast killed 42 people.", "2026-11-15/2026-11-15"},
        TimeCase{"SameWeekday", "On Friday the blast killed 42 people.", "2026-11-20/2026-11-20"},
        TimeCase{"Yesterday", "The blast killed 42 people yesterday.", "2026-11-19/2026-11-19"},
        TimeCase{"MonthDay", "On March 3 the blast killed 42 people.", "2026-03-03/2026-03-03"},
        TimeCase{"MonthDayAhead", "On December 30 the blast killed 42 people.",
                 "2025-12-30/2025-12-30"},
        TimeCase{"FullDate", "On March 3, 2011, the blast killed 42 people.",
                 "2011-03-03/2011-03-03"},
        TimeCase{"DayMonth", "The blast of 3 March 2011 killed 42 people.",
                 "2011-03-03/2011-03-03"},
        TimeCase{"Year", "In 2004 a blast killed 42 people.", "2004-01-01/2004-12-31"},
        TimeCase{"YearOfEvent", "The 2004 earthquake killed 42 people.", "2004-01-01/2004-12-31"}),
    [](const auto& test) { return test.param.name; });

TEST(EventTime, WithoutAPublicationAWeekdayIsNoDate) {
  const Reading reading = Extractor().read({{}, "On Sunday the blast killed 42 people.", {}, {}});
  EXPECT_FALSE(reading.claims.at(0).event_time);
}

}  // namespace
}  // namespace figured::claims
