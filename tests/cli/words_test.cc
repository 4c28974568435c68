#include "cli/words.h"

#include <gtest/gtest.h>

#include <limits>

namespace figured::cli {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();

struct RangeCase {
  std::string name;
  double low;
  double high;
  std::string unit;
  std::string words;
};

class RangeWordsTest : public testing::TestWithParam<RangeCase> {};

TEST_P(RangeWordsTest, AreWhatAPersonWouldSay) {
  EXPECT_EQ(range_words(GetParam().low, GetParam().high, GetParam().unit), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Cases, RangeWordsTest,
                         testing::Values(RangeCase{"OneValue", 40, 40, "", "40"},
                                         RangeCase{"Thousands", 12'400, 1'000'000, "km",
                                                   "12,400 to 1,000,000 km"},
                                         RangeCase{"Fraction", 2.5, 2.5, "percent", "2.5 percent"},
                                         RangeCase{"OpenAbove", 1'000, kOpen, "", "at least 1,000"},
                                         RangeCase{"OpenBelow", -kOpen, 7, "", "at most 7"},
                                         RangeCase{"OpenOnBothEnds", -kOpen, kOpen, "", "any"},
                                         RangeCase{"Negative", -1'200, -100, "", "-1,200 to -100"},
                                         RangeCase{"Huge", 3e15, 3e15, "usd", "3e+15 usd"}),
                         [](const auto& test) { return test.param.name; });

TEST(WordsTest, CountsHaveTheirPlural) {
  EXPECT_EQ(count_words(1, "feed"), "1 feed");
  EXPECT_EQ(count_words(0, "feed"), "0 feeds");
  EXPECT_EQ(count_words(1'204, "claim"), "1,204 claims");
}

TEST(WordsTest, AMissingTimeIsADash) {
  EXPECT_EQ(time_words(std::nullopt), "-");
  EXPECT_EQ(time_words(std::chrono::sys_seconds(std::chrono::seconds(0))), "1970-01-01T00:00:00Z");
}

}  // namespace
}  // namespace figured::cli
