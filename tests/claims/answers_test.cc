#include "claims/answers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "claims/verdicts/judge.h"
#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct ChangeCase {
  std::string name;
  std::string text;
  std::string claims;  // "figure measure; ..."; "<-" before what the first one was or became
};

class ChangeTest : public testing::TestWithParam<ChangeCase> {};

std::string told(const Claim& claim) { return claim.figure.surface + ' ' + claim.measure; }

// What a figure was until then is replaced by what it is, and goes by its measure.
TEST_P(ChangeTest, IsUpdatedByWhatItBecame) {
  const std::vector<Claim> read = claims_of(GetParam().text);
  ASSERT_EQ(read.size(), 2U);
  SourcedClaim one, other;
  one.article = other.article = "a";
  one.claim = read[0];
  other.claim = read[1];
  const Sameness sameness = compare_claims(one, other);
  const bool updates =
      sameness.same() && judge(one, other, sameness).relation == Relation::kUpdates;
  EXPECT_EQ(told(read[0]) + (updates ? " <- " : "; ") + told(read[1]), GetParam().claims);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ChangeTest,
    testing::Values(
        ChangeCase{"FromTo", "The cordon was cut from 20 streets to nine.",
                   "20 count.street <- nine count.street"},
        ChangeCase{"DownFrom", "Nine people were in hospital on Sunday, down from 16 on Saturday.",
                   "Nine people.hospitalized <- 16 people.hospitalized"},
        ChangeCase{"PriceFell", "Shares of Orsk Steel fell from 45 cents to 3 cents.",
                   "45 cents money.share_price <- 3 cents money.share_price"},
        // Two months, of which each keeps its own.
        ChangeCase{"OtherMonths",
                   "The jobless rate rose from 8.1 percent in January to 8.2 percent in February.",
                   "8.1 percent percent.unemployment; 8.2 percent percent.unemployment"},
        ChangeCase{"YearEarlier", "The club has 120 members, up from 90 a year earlier.",
                   "120 count.person; 90 count.person"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
