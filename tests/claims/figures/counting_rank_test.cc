#include "claims/figures/counting_rank.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(CountingRank, Times) {
  expect_figures({
      {"The bridge closed for the third time.", "3"},
      {"It was at least the fifth time he lied.", ">=5"},
      {"For the 64th time, the fair opened.", "64"},
      {"Riots flared for a second night.", "2"},
      {"Riots flared for a third night running.", "3"},
  });
}

TEST(CountingRank, SlainOnDuty) {
  expect_figures({
      {"Leo Berg is the fifth Orsk guard slain on duty.", "5"},
  });
}

TEST(CountingRank, InARow) {
  expect_figures({
      {"It was her 10th straight win.", "10"},
      {"Exports fell for a fourth consecutive month.", "4"},
      {"They lost their third game in a row.", "3"},
      {"May was the 27th month in a row with gains.", "27"},
  });
}

TEST(CountingRank, SomebodysOwn) {
  expect_figures({
      {"Her third marriage failed.", "3"},
      {"The war entered its 29th day.", "29"},
      {"She began her fourth season as captain.", "4"},
      {"It was the town's twenty-first flood.", "21"},
      {"It was her 21st title.", "21"},
      {"She seeks a fourth term.", "4"},
  });
}

TEST(CountingRank, OfAPeriod) {
  expect_figures({
      {"He is the fourth mayor jailed this year.", "4"},
      {"It was the third crash this year.", "3"},
      {"It was the sixth such raid since June.", "6"},
      {"It is the fourth strike in a decade.", "4"},
      {"She is the 21st captain in club history.", "21"},
      {"It was the third flood in the town's long history.", "3"},
      {"He scored the 200th goal of his playing career.", "200"},
  });
}

TEST(CountingRank, LastOfMany) {
  expect_figures({
      {"She became the fourth nurse to be freed.", "4"},
      {"He was the fifth officer killed.", "5"},
      {"He is the third mayor to resign.", "3"},
      {"Leo Berg, the fifth guard killed there, was young.", "5"},
      {"This is the second fire at the mill.", "2"},
      {"It was the third blast in the mine.", "3"},
  });
}

TEST(CountingRank, MostOrdinalsCountNothing) {
  expect_figures({
      {"They live on the 19th floor.", ""},
      {"She came third in the history exam of the year.", ""},
      {"He sang the second song of his set.", ""},
      {"Sales rose in the third quarter.", ""},
      {"It is the second largest town of the year.", ""},
      {"He came third in the race.", ""},
      {"It was the first strike this year.", ""},
      {"A second man was seen.", ""},
      {"In the 20th century it was rebuilt.", ""},
      {"The fifth round was dull.", ""},
      {"His third quarter costs rose.", ""},
      {"Its 21st century army is small.", ""},
      {"The second half of the year was better.", ""},
      {"It was held on the second day of the week.", ""},
      {"The Third Doctor returned.", ""},
      {"Third-party cookies are blocked.", ""},
      {"He was the second-best man.", ""},
      {"Her second husband died.", ""},
      {"Wait a second.", ""},
      {"It was the second day in the yard.", ""},
      {"Leo Berg, the second mayor, left.", ""},
      {"This is the second song in the film.", ""},
      {"The tenth anniversary came.", ""},
  });
}

TEST(CountingRank, CountsItsNoun) {
  const std::vector<Claim> claims = claims_of("It was the third crash this year.");
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].noun, "crash");
  EXPECT_EQ(claims[0].measure, "rank.crash");
}

}  // namespace
}  // namespace figured::claims
