#include "claims/verdicts/value_range.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct RangeCase {
  std::string name;
  std::string text;
  std::string range;
};

class ValueRangeTest : public testing::TestWithParam<RangeCase> {};

TEST_P(ValueRangeTest, IsWhatTheFigureIsTakenToMean) {
  EXPECT_EQ(format_range(value_range(read_quantities(GetParam().text).at(0).figure)),
            GetParam().range);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ValueRangeTest,
    testing::Values(RangeCase{"SmallCountsAreExact", "42 people", "42"},
                    RangeCase{"RoundTensAreExact", "40 people", "40"},
                    RangeCase{"MoreThanASmallCount", "more than 10 people", "from 11 up"},
                    RangeCase{"FewerThanASmallCount", "fewer than 10 people", "up to 10"},
                    RangeCase{"ZerosMayBeCounted", "7,000 people", "6,832 to 7,168"},
                    RangeCase{"ZerosBeforeAScale", "20k people", "19,520 to 20,480"},
                    RangeCase{"ZerosOfMoney", "$80 million", "78,080,000 to 81,920,000"},
                    RangeCase{"ADigitBeforeAScale", "3 million people", "2,700,000 to 3,300,000"},
                    RangeCase{"MeasuresAreRounded", "22 percent", "21.51 to 22.49"},
                    RangeCase{"ZerosAfterThePoint", "2.50 percent", "2.4951 to 2.5049"},
                    RangeCase{"About", "around 9,000 people", "8,550 to 9,450"},
                    RangeCase{"Nearly", "Nearly 300 people", "285 to 300"},
                    RangeCase{"MoreThan", "more than 6,000 people", "from 6,000 up"},
                    RangeCase{"UpTo", "up to 6,000 people", "up to 6,000"},
                    RangeCase{"Vague", "tens of thousands of people", "20,000 to 99,999"},
                    RangeCase{"Range", "5 to 7 people", "5 to 7"},
                    RangeCase{"Millions", "1.5 million people", "1,451,000 to 1,549,000"}),
    [](const auto& test) { return test.param.name; });

TEST(ValueRange, SeverityIsZeroWhereRangesMeet) {
  EXPECT_EQ(gap_severity({1, 5}, {5, 9}), 0);
  EXPECT_GT(gap_severity({1, 5}, {6, 9}), 0);
  EXPECT_LT(gap_severity({0.1, 0.1}, {0.2, 0.2}, "percent"), 0.05);
  EXPECT_GT(gap_severity({10, 10}, {40, 40}, "percent"), 0.9);
  EXPECT_EQ(gap_severity({98, 98}, {99, 99}, "percent"), gap_severity({98, 98}, {99, 99}));
  EXPECT_NEAR(gap_severity({42, 42}, {31, 31}), gap_severity({31, 31}, {42, 42}), 1e-12);
}

}  // namespace
}  // namespace figured::claims
