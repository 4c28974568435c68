#include "claims/measures/illness_cases.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct CasesCase {
  std::string name;
  std::string text;
  std::string measure;  // of the last figure
};

class IllnessCasesTest : public testing::TestWithParam<CasesCase> {};

TEST_P(IllnessCasesTest, TellsCasesOfAnIllnessFromOthers) {
  EXPECT_EQ(claims_of(GetParam().text).back().measure, GetParam().measure);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, IllnessCasesTest,
    testing::Values(
        CasesCase{"Named", "The region reported 40 cases of cholera.", "people.infected"},
        CasesCase{"SentenceBefore", "The virus reached Orsk. By Friday it had 40 cases.",
                  "people.infected"},
        CasesCase{"ArticleOnly",
                  "A new virus reached Orsk. Schools were closed. By Friday it had 40 cases.",
                  "people.infected"},
        CasesCase{"OfACourt", "The court heard 40 cases in March.", "count.case"},
        CasesCase{"OfACourtBesideAnIllness",
                  "A virus reached Orsk. Schools were closed. The judges heard 40 cases.",
                  "count.case"},
        CasesCase{"OfAnything", "The engineers found rust in 40 cases.", "count.case"},
        CasesCase{"Verb", "The disease sickened 40 sailors.", "people.infected"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
