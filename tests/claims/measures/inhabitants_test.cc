#include "claims/measures/inhabitants.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct InhabitantsCase {
  std::string name;
  std::string text;
  bool inhabitants;  // of the last figure
};

class InhabitantsTest : public testing::TestWithParam<InhabitantsCase> {};

TEST_P(InhabitantsTest, TellsHowManyLiveThere) {
  EXPECT_EQ(claims_of(GetParam().text).back().measure == kPopulation, GetParam().inhabitants);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, InhabitantsTest,
    testing::Values(
        InhabitantsCase{"Bare", "The flood hit Moran, a city of 48,000.", true},
        InhabitantsCase{"BeforeAVerb", "A town of 3,000 was flooded.", true},
        InhabitantsCase{"People", "It struck this suburb of 26,000 people.", true},
        InhabitantsCase{"Residents", "Moran, a town of about 3,200 local residents, was closed.",
                        true},
        InhabitantsCase{"Millions", "It is an island nation of 2 million people.", true},
        InhabitantsCase{"Home", "Moran, home to 12,000 people, was closed.", true},
        InhabitantsCase{"Population", "Moran has a population of 12,000.", true},
        InhabitantsCase{"CutOff", "Aden, with a population of 800,000, was cut off.", true},
        InhabitantsCase{"Over", "Cities with a population over 2 million grew.", true},
        InhabitantsCase{"Bracket", "It hit Moran (population 2,910) at dawn.", true},
        InhabitantsCase{"OtherThings", "It is a city of 300 churches.", false},
        InhabitantsCase{"OtherHome", "The park is home to 400 bears.", false},
        InhabitantsCase{"Group", "A group of 40 people marched.", false},
        InhabitantsCase{"Few", "It is a country of two halves.", false},
        InhabitantsCase{"Several", "Cities of 50,000 or more may apply.", false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
