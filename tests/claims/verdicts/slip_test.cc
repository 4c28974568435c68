#include "claims/verdicts/slip.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct SlipRow {
  std::string_view name;
  std::string a;
  std::string b;
  std::string_view tag;
};

class SlipTest : public testing::TestWithParam<SlipRow> {};

Figure figure_of(const std::string& text) { return read_quantities(text).at(0).figure; }

TEST_P(SlipTest, IsTheSameBothWays) {
  const SlipRow& row = GetParam();
  EXPECT_EQ(likely_slip(figure_of(row.a), figure_of(row.b)).tag, row.tag);
  EXPECT_EQ(likely_slip(figure_of(row.b), figure_of(row.a)).tag, row.tag);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, SlipTest,
    testing::Values(
        SlipRow{"LostPoint", "a depth of 12 miles", "a depth of 1.2 miles", "lost-digit"},
        SlipRow{"LostNought", "4,500 houses", "450 houses", "lost-digit"},
        SlipRow{"ThousandForMillion", "$45 million", "$45,000", "lost-digit"},
        SlipRow{"RoundTens", "40 people", "400 people", ""},
        SlipRow{"Swapped", "1,461 people", "1,641 people", "swapped-digits"},
        SlipRow{"SwappedAtTheEnd", "146 people", "164 people", "swapped-digits"},
        SlipRow{"TwoDigits", "41 people", "14 people", ""},
        SlipRow{"TwoChanges", "1,461 people", "1,642 people", ""},
        SlipRow{"OneNumberTwoUnits", "5 miles of road", "5 km of road", "wrong-unit"},
        SlipRow{"MilesAsKilometres", "62 km of road", "100 km of road", "wrong-unit"},
        SlipRow{"PoundsAsKilos", "220 kg of rice", "100 kg of rice", "wrong-unit"},
        SlipRow{"FeetAsMetres", "a wall of 30 feet", "a wall of 9.1 feet", "wrong-unit"},
        SlipRow{"MetresAsFeet", "a wall of 3.28 m", "a wall of 1 m", "wrong-unit"},
        SlipRow{"NoKnownRatio", "70 km of road", "100 km of road", ""},
        SlipRow{"CountsHaveNoUnit", "62 people", "100 people", ""},
        SlipRow{"Same", "42 people", "42 people", ""},
        SlipRow{"Open", "at least 450 houses", "4,500 houses", ""}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace figured::claims
