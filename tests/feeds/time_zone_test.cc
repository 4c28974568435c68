#include "feeds/time_zone.h"

#include <gtest/gtest.h>

#include "feeds/feed_date.h"

namespace figured::feeds {
namespace {

struct MomentCase {
  std::string name;
  std::string zone;
  std::string clock;  // of the zone
  std::string moment;
};

class TimeZoneTest : public testing::TestWithParam<MomentCase> {};

TEST_P(TimeZoneTest, TellsWhenItsClocksShowSo) {
  const auto zone = TimeZone::find(GetParam().zone);
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->name(), GetParam().zone);
  EXPECT_EQ(format_feed_date(zone->moment_of(*parse_feed_date(GetParam().clock))),
            GetParam().moment);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TimeZoneTest,
    testing::Values(
        MomentCase{"HalfHours", "Asia/Kolkata", "2026-03-14T08:00:00", "2026-03-14T02:30:00Z"},
        MomentCase{"Winter", "Europe/Madrid", "2026-01-14T08:00:00", "2026-01-14T07:00:00Z"},
        MomentCase{"Summer", "Europe/Madrid", "2026-07-14T08:00:00", "2026-07-14T06:00:00Z"},
        MomentCase{"ShownTwice", "Europe/Madrid", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"},
        MomentCase{"NeverShown", "Europe/Madrid", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z"},
        MomentCase{"TheDayBefore", "Pacific/Auckland", "2026-06-01T00:00:00",
                   "2026-05-31T12:00:00Z"},
        MomentCase{"LongAgo", "Asia/Tokyo", "1904-02-08T09:00:00", "1904-02-08T00:00:00Z"}),
    [](const auto& test) { return test.param.name; });

TEST(TimeZoneTest, WhatTheSystemDoesNotKnowIsNone) {
  for (const char* name : {"", "Kolkata", "asia/kolkata", "+05:30", "Mars/Base", "../etc/passwd"})
    EXPECT_FALSE(TimeZone::find(name)) << name;
  EXPECT_FALSE(TimeZone().is_set());
  EXPECT_EQ(TimeZone().name(), "");
}

}  // namespace
}  // namespace figured::feeds
