#include "config/quantity.h"

#include <gtest/gtest.h>

namespace figured::config {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

struct DurationCase {
  std::string name;
  std::string text;
  std::optional<seconds> duration;
};

class DurationTest : public testing::TestWithParam<DurationCase> {};
TEST_P(DurationTest, Parse) { EXPECT_EQ(parse_duration(GetParam().text), GetParam().duration); }

INSTANTIATE_TEST_SUITE_P(
    Cases, DurationTest,
    testing::Values(
        DurationCase{"Seconds", "30s", 30s}, DurationCase{"Minutes", "5m", 300s},
        DurationCase{"Hours", "2h", 7'200s}, DurationCase{"Days", "1d", 86'400s},
        DurationCase{"Sum", "1h30m", 5'400s}, DurationCase{"Zero", "0s", 0s},
        DurationCase{"Empty", "", std::nullopt}, DurationCase{"NoUnit", "30", std::nullopt},
        DurationCase{"NoNumber", "s", std::nullopt}, DurationCase{"OtherUnit", "5ms", std::nullopt},
        DurationCase{"Blank", "5 m", std::nullopt}, DurationCase{"Fraction", "1.5h", std::nullopt},
        DurationCase{"Negative", "-1s", std::nullopt},
        DurationCase{"SumTooLong", "36500d36500d", std::nullopt},
        DurationCase{"TooLong", "40000d", std::nullopt}),
    [](const auto& test) { return test.param.name; });

TEST(DurationTest, IsWrittenInItsLargestUnit) {
  EXPECT_EQ(format_duration(0s), "0s");
  EXPECT_EQ(format_duration(90s), "90s");
  EXPECT_EQ(format_duration(300s), "5m");
  EXPECT_EQ(format_duration(24h), "1d");
}

struct SizeCase {
  std::string name;
  std::string text;
  std::optional<std::uint64_t> size;
};

class SizeTest : public testing::TestWithParam<SizeCase> {};
TEST_P(SizeTest, Parse) { EXPECT_EQ(parse_size(GetParam().text), GetParam().size); }

INSTANTIATE_TEST_SUITE_P(Cases, SizeTest,
                         testing::Values(SizeCase{"Bytes", "10B", 10u},
                                         SizeCase{"Kibibytes", "64KiB", 65'536u},
                                         SizeCase{"Mebibytes", "16MiB", 16'777'216u},
                                         SizeCase{"Gibibytes", "1GiB", 1'073'741'824u},
                                         SizeCase{"Empty", "", std::nullopt},
                                         SizeCase{"NoUnit", "16", std::nullopt},
                                         SizeCase{"Decimal", "16MB", std::nullopt},
                                         SizeCase{"Sum", "1MiB1KiB", std::nullopt},
                                         SizeCase{"TooLarge", "99999999GiB", std::nullopt}),
                         [](const auto& test) { return test.param.name; });

TEST(SizeTest, IsWrittenInItsLargestUnit) {
  EXPECT_EQ(format_size(10), "10B");
  EXPECT_EQ(format_size(1'536), "1536B");
  EXPECT_EQ(format_size(16u << 20), "16MiB");
}

}  // namespace
}  // namespace figured::config
