#include "claims/sameness/name_weight.h"

#include <gtest/gtest.h>

#include <string_view>

#include "claims/text/names.h"

namespace figured::claims {
namespace {

struct Case {
  const char* what;
  std::string_view word;
  float least;
  float most;
};

class NameWeightTest : public testing::TestWithParam<Case> {};

TEST_P(NameWeightTest, TellsHowUsualANameIs) {
  const float weight = name_weight(name_key(GetParam().word));
  EXPECT_GE(weight, GetParam().least);
  EXPECT_LE(weight, GetParam().most);
}

INSTANTIATE_TEST_SUITE_P(Words, NameWeightTest,
                         testing::Values(Case{"AWordOfEveryArticle", "house", 0, 0.01F},
                                         Case{"ACapital", "washington", 0, 0.02F},
                                         Case{"AUsualGivenName", "michael", 0, 0.1F},
                                         Case{"ARarerGivenName", "agnes", 0.5F, 1},
                                         Case{"ACountryThatFewTellOf", "Lesotho", 0.1F, 0.2F},
                                         Case{"ACountryThatManyTellOf", "Russia", 0, 0.1F},
                                         Case{"ALargeCity", "Kinshasa", 0.3F, 0.45F},
                                         Case{"AWordOfALargeCity", "janeiro", 0.3F, 0.45F},
                                         Case{"ATown", "Orsk", 1, 1},
                                         Case{"Nobody", "Velmont", 1, 1},
                                         Case{"InCapitals", "HOUSE", 0, 0.01F}),
                         [](const auto& test) { return test.param.what; });

}  // namespace
}  // namespace figured::claims
