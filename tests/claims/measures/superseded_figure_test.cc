#include "claims/measures/superseded_figure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "claims/verdicts/judge.h"
#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct SupersededCase {
  std::string name;
  std::string text;
  std::string claims;  // "figure measure; ..."; "(...)" around what is superseded
};

bool is_superseded(const Claim& claim) {
  return std::find(claim.scope.begin(), claim.scope.end(), "superseded") != claim.scope.end();
}

class SupersededFigureTest : public testing::TestWithParam<SupersededCase> {};

TEST_P(SupersededFigureTest, IsToldAsWhatWasSaidBefore) {
  std::string claims;
  for (const Claim& claim : claims_of(GetParam().text)) {
    if (!claims.empty()) claims += "; ";
    const std::string told = claim.figure.surface + ' ' + claim.measure;
    claims += is_superseded(claim) ? '(' + told + ')' : told;
  }
  EXPECT_EQ(claims, GetParam().claims);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SupersededFigureTest,
    testing::Values(
        SupersededCase{"EarlierEstimate",
                       "The shops created 300 jobs in May, down from an earlier estimate of 410.",
                       "300 job.added; (410 job.added)"},
        SupersededCase{"PreviouslyReported",
                       "Only 300 jobs were created in May, below the 410 previously reported.",
                       "300 job.added; (410 job.added)"},
        SupersededCase{"InitiallySaid",
                       "The ministry initially said 12 people died, and now says nine were killed.",
                       "(12 people.killed); nine people.killed"},
        SupersededCase{"InitiallyReported",
                       "Nine people died in Orsk, not the 12 initially reported.",
                       "Nine people.killed; (12 people.killed)"},
        SupersededCase{"HadEarlierReported",
                       "The mayor had earlier reported that 51 people died. On Friday he said 24 "
                       "were killed.",
                       "(51 people.killed); 24 people.killed"},
        SupersededCase{"EarlierReporting",
                       "After earlier reporting that 51 people had died, the clinic said 24 were "
                       "killed.",
                       "(51 people.killed); 24 people.killed"},
        SupersededCase{"Revised", "The toll was revised to 24 dead from 51.",
                       "24 people.killed; (51 people.killed)"},
        SupersededCase{"LoweredTheEstimate",
                       "The bureau lowered its estimate of jobs added in May to 300 jobs from 410.",
                       "300 count.job; (410 count.job)"},
        // A quantity that changes leaves its old value as it was.
        SupersededCase{"Fell", "Unemployment fell to 8 percent in May from 9 percent.",
                       "8 percent percent.unemployment; 9 percent percent.unemployment"},
        SupersededCase{"NothingInstead", "Police said earlier that 12 people were hurt.",
                       "12 people.injured"},
        SupersededCase{
            "OtherMeasure",
            "Police said earlier that 12 people were hurt, and three cars were destroyed.",
            "12 people.injured; three vehicle.destroyed"},
        SupersededCase{"InitiallyNothingInstead", "The ministry initially said 12 people died.",
                       "(12 people.killed)"},
        SupersededCase{"AfterEarlierReporting",
                       "The clinic cut its count after earlier reporting that 51 people had died.",
                       "(51 people.killed)"},
        SupersededCase{"EarlyReports", "Early reports put the dead at 13.", "(13 people.killed)"},
        SupersededCase{"LatestReports", "The latest reports put the dead at 13.",
                       "13 people.killed"},
        SupersededCase{"EarlierDay",
                       "Two days earlier 12 people had died; 15 people died on Monday.",
                       "12 people.killed; 15 people.killed"}),
    [](const auto& test) { return test.param.name; });

// What replaces a figure updates it, though both stand in one article.
TEST(SupersededFigure, IsUpdatedByWhatReplacesIt) {
  const std::vector<Claim> read =
      claims_of("The shops created 300 jobs in May, down from an earlier estimate of 410.");
  ASSERT_EQ(read.size(), 2U);
  SourcedClaim told, before;
  told.article = before.article = "a";
  told.claim = read[0];
  before.claim = read[1];
  const Sameness sameness = compare_claims(told, before);
  EXPECT_TRUE(sameness.same());
  EXPECT_EQ(judge(told, before, sameness).relation, Relation::kUpdates);
}

}  // namespace
}  // namespace figured::claims
