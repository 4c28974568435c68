#include "feeds/server_wish.h"

#include <gtest/gtest.h>

#include "feeds/feed_date.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;

struct HeaderCase {
  std::string name;
  std::string header;
  std::chrono::seconds wait;
};

class AskedWaitTest : public testing::TestWithParam<HeaderCase> {};

TEST_P(AskedWaitTest, Reads) {
  const auto now = *parse_feed_date("2026-03-14T08:00:00Z");
  EXPECT_EQ(asked_wait(GetParam().header, now), GetParam().wait);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AskedWaitTest,
    testing::Values(HeaderCase{"None", "", 0s}, HeaderCase{"Seconds", "120", 120s},
                    HeaderCase{"Date", "Sat, 14 Mar 2026 08:05:00 GMT", 300s},
                    HeaderCase{"Past", "Sat, 14 Mar 2026 07:00:00 GMT", 0s},
                    HeaderCase{"ADayAtMost", "999999", 24h},
                    HeaderCase{"ADateFarAway", "Sat, 14 Mar 2037 08:05:00 GMT", 24h},
                    HeaderCase{"TooLongForANumber", "99999999999999999999999", 24h},
                    HeaderCase{"Negative", "-5", 0s}, HeaderCase{"Words", "soon", 0s}),
    [](const auto& test) { return test.param.name; });

struct FreshCase {
  std::string name;
  Freshness answer;
  std::chrono::seconds left;
};

class FreshnessTest : public testing::TestWithParam<FreshCase> {};

TEST_P(FreshnessTest, IsTheLifetimeLessTheAge) {
  const auto now = *parse_feed_date("2026-03-14T08:00:00Z");
  EXPECT_EQ(freshness_left(GetParam().answer, now), GetParam().left);
}

constexpr char kIn10Minutes[] = "Sat, 14 Mar 2026 08:10:00 GMT";

INSTANTIATE_TEST_SUITE_P(
    Cases, FreshnessTest,
    testing::Values(FreshCase{"None", {}, 0s},
                    FreshCase{"MaxAge", {.cache_control = "public, max-age=900"}, 900s},
                    FreshCase{"InCapitals", {.cache_control = "Max-Age=900,public"}, 900s},
                    FreshCase{"Quoted", {.cache_control = "max-age=\"900\""}, 900s},
                    FreshCase{"LessAge", {.cache_control = "max-age=900", .age = "600"}, 300s},
                    FreshCase{"Stale", {.cache_control = "max-age=900", .age = "1000"}, 0s},
                    FreshCase{"NoCache", {.cache_control = "no-cache, max-age=900"}, 0s},
                    FreshCase{
                        "NoStore", {.cache_control = "no-store", .expires = kIn10Minutes}, 0s},
                    FreshCase{"ForSharedCachesOnly", {.cache_control = "s-maxage=900"}, 0s},
                    FreshCase{"ADayAtMost", {.cache_control = "max-age=31536000"}, 24h},
                    FreshCase{"Unreadable", {.cache_control = "max-age=abc"}, 0s},
                    FreshCase{"Expires", {.expires = kIn10Minutes}, 600s},
                    FreshCase{"ExpiresByTheServersClock",
                              {.expires = kIn10Minutes, .date = "Sat, 14 Mar 2026 08:08:00 GMT"},
                              120s},
                    FreshCase{"ExpiresLessAge", {.age = "60", .expires = kIn10Minutes}, 540s},
                    FreshCase{"Expired", {.expires = "Sat, 14 Mar 2026 07:00:00 GMT"}, 0s},
                    FreshCase{"ExpiresIsNoDate", {.expires = "0"}, 0s},
                    FreshCase{"MaxAgeGoesBeforeExpires",
                              {.cache_control = "max-age=60", .expires = kIn10Minutes},
                              60s}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
