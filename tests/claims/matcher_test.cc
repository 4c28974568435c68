#include "claims/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figure_words.h"
#include "tests/claims/made_claims.h"

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
  const SourcedClaim claim = told("A", "There were 12 people.");
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
  EXPECT_TRUE(compare_claims(a, told("B", kOrsk + "Velmont Inc raised $70 million.")).loose);
  EXPECT_EQ(compare_claims(a, told("B", kOrsk + "Velmont Inc raised $70 million on Tuesday.")).veto,
            "period");
}

TEST(Matcher, ASingularFigureOfOneEventIsOneFact) {
  const SourcedClaim a = made_claim("Coast Daily", "job.added", "146000");
  const auto compared = [&](const std::string& measure, std::string_view figure) {
    return compare_claims(a, made_claim("North Wire", measure, figure));
  };
  EXPECT_TRUE(compared("", "146000").same());
  EXPECT_TRUE(compared("", "146000").loose);
  EXPECT_TRUE(compared("count.job", "146000").same());
  EXPECT_FALSE(compared("", "145000").same());
  EXPECT_FALSE(compared("count.job", "140000").same());
  EXPECT_EQ(compare_claims(made_claim("A", "people.killed", "1460"),
                           made_claim("B", "people.injured", "1460"))
                .veto,
            "measure");
  SourcedClaim elsewhere = made_claim("North Wire", "", "146000");
  for (NameKey& name : elsewhere.names) name += 100;
  EXPECT_EQ(compare_claims(a, elsewhere).veto, "event");
  EXPECT_FALSE(
      compare_claims(made_claim("A", "", "12"), made_claim("B", "count.job", "12")).same());
}

TEST(Matcher, AFigureOfManyDigitsHasKeysWithoutAMeasure) {
  const auto a = fact_keys(made_claim("A", "", "146000"));
  const auto b = fact_keys(made_claim("B", "job.added", "146000"));
  EXPECT_THAT(a, testing::Contains(testing::AnyOfArray(b)));
  EXPECT_LE(b.size(), kMaxFactKeys);
  EXPECT_TRUE(fact_keys(made_claim("A", "", "12")).empty());
}

TEST(Matcher, APlaceHoldsThePlacesInIt) {
  SourcedClaim a = made_claim("A", "people.killed", "42");
  SourcedClaim b = made_claim("B", "people.killed", "31");
  a.claim.place = "Mosul";
  b.claim.place = "Iraq";
  EXPECT_TRUE(compare_claims(a, b).same());
  b.claim.place = "Peru";
  EXPECT_EQ(compare_claims(a, b).veto, "place");
}

TEST(Matcher, WithoutADateMoreNamesAreNeeded) {
  SourcedClaim a = made_claim("A", "people.killed", "42");
  SourcedClaim b = made_claim("B", "people.killed", "31");
  for (std::size_t i = 0; i < 11; ++i) b.names[19 - i] += 100;  // 9 of 20 are shared
  EXPECT_TRUE(compare_claims(a, b).same());
  b.published.reset();
  EXPECT_EQ(compare_claims(a, b).veto, "event");
  a.published.reset();
  EXPECT_EQ(compare_claims(a, b).veto, "event");
}

TEST(Matcher, TheNightBelongsToBothDays) {
  SourcedClaim a = made_claim("A", "people.killed", "42");
  SourcedClaim b = made_claim("B", "people.killed", "31");
  const auto on = [](unsigned date) {
    return TimeSpan{day(2026, 11, date), day(2026, 11, date + 1) - std::chrono::seconds(1)};
  };
  a.claim.event_time = on(18);
  b.claim.event_time = on(19);
  EXPECT_TRUE(compare_claims(a, b).same());
  b.claim.event_time = on(20);
  EXPECT_EQ(compare_claims(a, b).veto, "event time");
}

TEST(Matcher, WhatIsPlannedMayBeWhatWasDone) {
  const SourcedClaim a = made_claim("A", "people.deported", "42");
  SourcedClaim b = made_claim("B", "people.deported", "31");
  b.claim.modality = Modality::kPlanned;
  EXPECT_TRUE(compare_claims(a, b).loose);
  b.claim.modality = Modality::kPossible;
  EXPECT_EQ(compare_claims(a, b).veto, "modality");
}

TEST(Matcher, TonsAreOfOneStuff) {
  SourcedClaim a = made_claim("A", "mass.produced", "42");
  SourcedClaim b = made_claim("B", "mass.produced", "31");
  a.claim.noun = "zinc";
  b.claim.noun = "fertilizer";
  EXPECT_EQ(compare_claims(a, b).veto, "noun");
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
