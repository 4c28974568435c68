#include "claims/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figure_words.h"

namespace figured::claims {
namespace {

const std::string kOrsk =
    "The Harbour Blast in Orsk shook the Velma District, Mayor Ana Ruiz said. ";
const std::string kLind =
    "The Station Fire in Lind closed the Graben Line, Sheriff Joe Park said. ";

TEST(Matcher, ClaimsOfOneEventShareAKey) {
  const auto a = fact_keys(told("A", kOrsk + "It killed 42 people."));
  const auto b = fact_keys(told("B", kOrsk + "The death toll stood at 31."));
  EXPECT_THAT(a, testing::Contains(testing::AnyOfArray(b)));
  EXPECT_LE(a.size(), kMaxFactKeys);
}

TEST(Matcher, AnotherMeasureHasOtherKeys) {
  const auto a = fact_keys(told("A", kOrsk + "It killed 42 people."));
  const auto b = fact_keys(told("B", kOrsk + "It injured 42 people."));
  for (const FactKey key : a) EXPECT_THAT(b, testing::Not(testing::Contains(key)));
}

TEST(Matcher, WithoutAMeasureAClaimIsOnItsOwn) {
  const SourcedClaim claim = told("A", "There were 42 people.");
  EXPECT_FALSE(is_matchable(claim.claim));
  EXPECT_TRUE(fact_keys(claim).empty());
}

TEST(Matcher, AnotherEventIsAnotherFact) {
  const Sameness sameness = compare_claims(told("A", kOrsk + "It killed 42 people."),
                                           told("B", kLind + "It killed 31 people."));
  EXPECT_EQ(sameness.veto, "event");
  EXPECT_FALSE(sameness.same());
}

TEST(Matcher, ClosenessOfTheValuesDoesNotCount) {
  const SourcedClaim a = told("A", kOrsk + "It killed 42 people.");
  const double near = compare_claims(a, told("B", kOrsk + "It killed 43 people.")).score;
  const double far = compare_claims(a, told("B", kOrsk + "It killed 900 people.")).score;
  EXPECT_DOUBLE_EQ(near, far);
}

TEST(Matcher, AgesNeedOnePerson) {
  EXPECT_TRUE(compare_claims(told("A", kOrsk + "The 32-year-old Ruiz fled."),
                             told("B", kOrsk + "Ana Ruiz, 33, fled."))
                  .same());
  EXPECT_FALSE(compare_claims(told("A", kOrsk + "The 32-year-old Ruiz fled."),
                              told("B", kOrsk + "Tom Berg, 33, fled."))
                   .same());
}

TEST(Matcher, CompaniesAreNotOneForTheirLegalForm) {
  const SourcedClaim a = told("A", kOrsk + "Velmont Inc raised $40 million on Monday.");
  EXPECT_TRUE(compare_claims(a, told("B", kOrsk + "On Monday Velmont raised $70 million.")).same());
  EXPECT_EQ(compare_claims(a, told("B", kOrsk + "Harbour Inc raised $70 million on Monday.")).veto,
            "subject");
}

TEST(Matcher, OwnersShareAllWordsOfTheShorterName) {
  const SourcedClaim a = told("A", kOrsk + "Velmont Motors raised $40 million on Monday.");
  EXPECT_EQ(
      compare_claims(a, told("B", kOrsk + "Harbour Motors raised $70 million on Monday.")).veto,
      "subject");
}

TEST(Matcher, AmountsOfAnOwnerNeedOnePeriod) {
  const SourcedClaim a = told("A", kOrsk + "Velmont Inc raised $40 million on Monday.");
  EXPECT_EQ(compare_claims(a, told("B", kOrsk + "Velmont Inc raised $70 million.")).veto, "period");
  EXPECT_EQ(compare_claims(a, told("B", kOrsk + "Velmont Inc raised $70 million on Tuesday.")).veto,
            "period");
}

TEST(Matcher, DistancesNeedOneReference) {
  const SourcedClaim a = told("A", kOrsk + "It lies 10 km north of Orsk.");
  EXPECT_TRUE(compare_claims(a, told("B", kOrsk + "It lies 12 km north of Orsk.")).same());
  EXPECT_EQ(compare_claims(a, told("B", kOrsk + "It lies 12 km north of Lind.")).veto, "scope");
}

SharedFact fact_of(const SourcedClaim& claim) {
  Fact fact = make_fact(claim);
  fact.live = {claim};
  return std::make_shared<const Fact>(std::move(fact));
}

TEST(Matcher, ChoosesTheFactAClaimFits) {
  const std::vector<SharedFact> facts = {fact_of(told("A", kOrsk + "It injured 90 people.")),
                                         fact_of(told("A", kOrsk + "It killed 42 people."))};
  EXPECT_EQ(choose_fact(told("B", kOrsk + "The toll stood at 31."), facts), 1);
  EXPECT_EQ(choose_fact(told("B", kLind + "The toll stood at 31."), facts), -1);
}

TEST(Matcher, NamesAFactInWords) {
  const Fact fact = make_fact(told("A", kOrsk + "In all 42 people were killed in Orsk."));
  EXPECT_EQ(fact.label, "people killed, Orsk");
}

}  // namespace
}  // namespace figured::claims
