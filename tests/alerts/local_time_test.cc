#include "alerts/local_time.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

class LocalTimeTest : public testing::Test {
 protected:
  LocalTimeTest() {
    // Berlin: clocks go forward on 29 March 2026 at 2:00 and back on 25 October at 3:00.
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
  }
  ~LocalTimeTest() override {
    unsetenv("TZ");
    tzset();
  }
  static sys_seconds at(year_month_day day, seconds time) { return sys_days(day) + time; }
  static std::string next(const char* time, sys_seconds from) {
    return claims::format_time(next_at(*parse_day_time(time), from));
  }
};

TEST_F(LocalTimeTest, TheNextMomentOfTheDay) {
  const sys_seconds noon = at(2026y / 11 / 22, 11h);  // 12:00 in Berlin
  EXPECT_EQ(next("12:00", noon), "2026-11-22T11:00:00Z");
  EXPECT_EQ(next("12:01", noon), "2026-11-22T11:01:00Z");
  EXPECT_EQ(next("08:00", noon), "2026-11-23T07:00:00Z");
  EXPECT_EQ(next("08:00", at(2026y / 3 / 28, 12h)), "2026-03-29T06:00:00Z");
  EXPECT_EQ(next("08:00", at(2026y / 10 / 24, 12h)), "2026-10-25T07:00:00Z");
  EXPECT_EQ(next("08:00", at(2026y / 12 / 31, 12h)), "2027-01-01T07:00:00Z");
}

TEST_F(LocalTimeTest, ASpanMayGoOverMidnight) {
  const DaySpan night{22h, 7h}, day{7h, 22h};
  const sys_seconds midnight = at(2026y / 11 / 22, 23h);
  for (int hour = 0; hour < 24; ++hour) {
    const bool is_night = hour < 7 || hour >= 22;
    EXPECT_EQ(is_within(night, midnight + hours(hour)), is_night) << hour;
    EXPECT_EQ(is_within(day, midnight + hours(hour)), !is_night) << hour;
  }
}

TEST_F(LocalTimeTest, TimesOfTheDayAreReadStrictly) {
  EXPECT_EQ(parse_day_time("00:00"), 0min);
  EXPECT_EQ(parse_day_time("23:59"), 1439min);
  for (const char* wrong : {"", "8:00", "24:00", "12:60", "12-00", "ab:cd", "12:000"})
    EXPECT_FALSE(parse_day_time(wrong)) << wrong;
  EXPECT_EQ(format_day_time(485min), "08:05");
}

}  // namespace
}  // namespace figured::alerts
