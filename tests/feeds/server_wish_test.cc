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
  std::string cache_control;
  std::string age;
  std::chrono::seconds left;
};

class FreshnessTest : public testing::TestWithParam<FreshCase> {};

TEST_P(FreshnessTest, IsMaxAgeLessAge) {
  EXPECT_EQ(freshness_left(GetParam().cache_control, GetParam().age), GetParam().left);
}

INSTANTIATE_TEST_SUITE_P(Cases, FreshnessTest,
                         testing::Values(FreshCase{"None", "", "", 0s},
                                         FreshCase{"MaxAge", "public, max-age=900", "", 900s},
                                         FreshCase{"InCapitals", "Max-Age=900,public", "", 900s},
                                         FreshCase{"LessAge", "max-age=900", "600", 300s},
                                         FreshCase{"Stale", "max-age=900", "1000", 0s},
                                         FreshCase{"NoCache", "no-cache, max-age=900", "", 0s},
                                         FreshCase{"ForSharedCachesOnly", "s-maxage=900", "", 0s},
                                         FreshCase{"AYearIsAMistake", "max-age=31536000", "", 1h},
                                         FreshCase{"Unreadable", "max-age=abc", "", 0s}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
