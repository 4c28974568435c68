#include "claims/figures/decade_age.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(DecadeAge, OfAPerson) {
  expect_figures({
      {"A man in his 40s was hurt.", "[40,49] year"},
      {"Leo Berg, in his forties, was held.", "[40,49] year"},
      {"Police seek a driver in her twenties.", "[20,29] year"},
      {"Two women in their 70s were hurt.", "2; [70,79] year"},
      {"The suspect is believed to be in his 30s.", "[30,39] year"},
      {"The victims were all in their 20s.", "[20,29] year"},
      {"A teacher in her 50's won.", "[50,59] year"},
  });
}

TEST(DecadeAge, PartsOfADecade) {
  expect_figures({
      {"A man in his early 40s was hurt.", "[40,44] year"},
      {"A man in his mid-40s was hurt.", "[43,47] year"},
      {"A woman in her late sixties was hurt.", "[66,69] year"},
  });
}

TEST(DecadeAge, WhenSomethingWasIsNoAge) {
  expect_figures({
      {"He took to painting in his 60s.", ""},
      {"He lives in his 1970s house.", ""},
      {"The town grew in the 40s.", ""},
      {"It was built in the forties.", ""},
      {"In their 20s they sang.", ""},
  });
}

TEST(DecadeAge, IsTheAgeOfWhoIsNamed) {
  const Claim claim = claims_of("Leo Berg, in his 40s, was held.").at(0);
  EXPECT_EQ(claim.measure, "age");
  EXPECT_EQ(claim.subject, "Leo Berg");
  EXPECT_EQ(claim.figure.surface, "in his 40s");
}

}  // namespace
}  // namespace figured::claims
