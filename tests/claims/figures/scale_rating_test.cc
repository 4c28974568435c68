#include "claims/figures/scale_rating.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(ScaleRating, Storms) {
  expect_figures({
      {"It was a Category 4 hurricane.", "4"},
      {"It weakened to Category 2.", "2"},
      {"It grew to a category-five storm.", "5"},
      {"It is a Cat 3 storm.", "3"},
      {"It is a category one hurricane with winds of 74 mph.", "1; 74 mph"},
  });
}

TEST(ScaleRating, Tornadoes) {
  expect_figures({
      {"The twister was rated EF-5.", "5"},
      {"The twister was an EF4.", "4"},
      {"An F5 tornado struck.", "5"},
  });
}

TEST(ScaleRating, OtherNumbersBehindSuchNames) {
  expect_figures({
      {"He flew an F-16.", ""},
      {"Press F5 to reload.", ""},
      {"The cat 9 lives here.", "9"},
      {"Category 7 does not exist.", ""},
      {"The category 3-5 range is wide.", ""},
      {"In that category 4 percent failed.", "4 percent"},
  });
}

TEST(ScaleRating, IsARatingNotACount) {
  const std::vector<Claim> claims = claims_of("It was a Category 4 hurricane.");
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].noun, "category");
}

}  // namespace
}  // namespace figured::claims
