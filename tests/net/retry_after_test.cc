#include "net/retry_after.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace figured::net {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

struct RetryAfterCase {
  std::string name;
  std::string value;
  std::optional<seconds> wait;
};

class RetryAfterTest : public testing::TestWithParam<RetryAfterCase> {};

TEST_P(RetryAfterTest, Parse) {
  const std::chrono::sys_seconds now{784111777s};  // Sun, 06 Nov 1994 08:49:37 GMT
  EXPECT_EQ(parse_retry_after(GetParam().value, now), GetParam().wait);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RetryAfterTest,
    testing::Values(RetryAfterCase{"Seconds", "120", 120s}, RetryAfterCase{"Zero", "0", 0s},
                    RetryAfterCase{"Blanks", " 7 ", 7s},
                    RetryAfterCase{"VeryLong", "99999999999999999999", seconds(INT32_MAX)},
                    RetryAfterCase{"Date", "Sun, 06 Nov 1994 08:50:37 GMT", 60s},
                    RetryAfterCase{"NextDay", "Mon, 07 Nov 1994 08:49:37 GMT", 24h},
                    RetryAfterCase{"Past", "Sat, 05 Nov 1994 08:49:37 GMT", 0s},
                    RetryAfterCase{"Absent", "", std::nullopt},
                    RetryAfterCase{"Negative", "-1", std::nullopt},
                    RetryAfterCase{"Fraction", "1.5", std::nullopt},
                    RetryAfterCase{"Words", "soon", std::nullopt},
                    RetryAfterCase{"NoSuchDay", "Thu, 31 Feb 1994 08:49:37 GMT", std::nullopt},
                    RetryAfterCase{"NoSuchMonth", "Sun, 06 Nox 1994 08:49:37 GMT", std::nullopt},
                    RetryAfterCase{"NoSuchHour", "Sun, 06 Nov 1994 24:49:37 GMT", std::nullopt},
                    RetryAfterCase{"AnotherZone", "Sun, 06 Nov 1994 08:49:37 CET", std::nullopt},
                    RetryAfterCase{"CutOff", "Sun, 06 Nov 1994", std::nullopt},
                    RetryAfterCase{"Letters", "Sun, xx Nov 1994 08:49:37 GMT", std::nullopt}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::net
