#include "claims/verdicts/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/text/names.h"
#include "claims/verdicts/fact_name.h"
#include "tests/claims/figures/figure_words.h"
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

TEST(Matcher, OneNounOfOneEventSharesAKeyWhateverItsMeasure) {
  SourcedClaim a = made_claim("A", "people.killed", "42"), b = made_claim("B", "count.monk", "42");
  a.claim.noun = "monk";
  b.claim.noun = "monks";
  EXPECT_THAT(fact_keys(a), testing::Contains(testing::AnyOfArray(fact_keys(b))));
  b.claim.noun = "nuns";
  EXPECT_THAT(fact_keys(a), testing::Not(testing::Contains(testing::AnyOfArray(fact_keys(b)))));
}

TEST(Matcher, NeverMoreKeysThanAllowed) {
  SourcedClaim claim = made_claim("A", "people.killed", "146000");
  claim.claim.noun = "monk";
  claim.claim.subject = "Orsk Abbey";
  EXPECT_EQ(fact_keys(claim).size(), kMaxFactKeys);
}

TEST(Matcher, NamesThatManyHaveComeLastAmongTheKeys) {
  const NameKey house = name_key("house"), senate = name_key("senate"),
                velmont = name_key("velmont"), lindt = name_key("lindt"), orsk = name_key("orsk"),
                jorv = name_key("jorv");
  std::vector<NameKey> names{house, senate, velmont, lindt, orsk, jorv};
  std::sort(names.begin(), names.end());
  std::vector<NameKey> told{lindt, velmont};
  std::sort(told.begin(), told.end());
  const auto keys = key_names(names, "House clerk Velmont: Lindt's rise in the Senate");
  ASSERT_EQ(keys.size(), 5U);
  EXPECT_EQ(std::vector(keys.begin(), keys.begin() + 2), told);
  EXPECT_THAT(std::vector(keys.begin() + 2, keys.begin() + 4),
              testing::UnorderedElementsAre(orsk, jorv));
  EXPECT_THAT(keys[4], testing::AnyOf(house, senate));
  EXPECT_THAT(key_names(std::vector{std::min(house, senate), std::max(house, senate)}, ""),
              testing::UnorderedElementsAre(house, senate));
  EXPECT_TRUE(key_names({}, "Velmont").empty());
}

TEST(Matcher, AClaimOfNothingHasNoKeys) {
  EXPECT_TRUE(fact_keys(made_claim("A", "", "12")).empty());
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

// Words alone, for weights that say nothing else.
SamenessModel certain(double logit) {
  FeatureWeights weights{};
  weights[0] = logit;
  return SamenessModel(weights);
}

TEST(Matcher, GoesByTheModelThatItIsHanded) {
  const SourcedClaim a = told("A", kOrsk + "It killed 42 people.");
  const SourcedClaim b = told("B", kOrsk + "The ministry counted nine boats.");
  EXPECT_FALSE(compare_claims(a, b, certain(-30)).same());
  EXPECT_TRUE(compare_claims(a, b, certain(30)).same());
  Fact fact = make_fact(a);
  fact.live = {a};
  const std::vector<SharedFact> facts{std::make_shared<const Fact>(fact)};
  EXPECT_EQ(choose_fact(b, facts, certain(-30)), -1);
  EXPECT_EQ(choose_fact(b, facts, certain(30)), 0);
}

// Of a fact with many claims the newest, and of the older ones the last of each other value.
TEST(Matcher, MayNameOnlyThoseThatDiffer) {
  Fact fact;
  for (int i = 0; i < 20; ++i) {
    SourcedClaim live = made_claim("Outlet " + std::to_string(i), "people.killed",
                                   i == 2 || i == 5 || i == 18 ? "31" : "42");
    live.id = i + 1;
    live.article_id = i + 1;
    fact.live.push_back(live);
  }
  const std::vector<SharedFact> facts{std::make_shared<const Fact>(fact)};
  SourcedClaim claim = made_claim("Other", "people.killed", "42");
  claim.article_id = 100;
  const auto named = [&](Matcher::Names names) {
    Matcher matcher(SamenessModel::builtin(), names);
    const Match match = matcher.match(claim, facts);
    EXPECT_EQ(match.fact, 0);
    std::vector<std::int64_t> ids;
    for (const LikelySame& same : match.same) ids.push_back(same.claim->id);
    return ids;
  };
  EXPECT_THAT(named(Matcher::Names::kAll), testing::SizeIs(20));
  EXPECT_THAT(named(Matcher::Names::kDiffering),
              testing::ElementsAre(6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20));
}

// Facts of as many claims as a fact has at most, those of the first from half a day before.
class CrowdedFacts {
 public:
  CrowdedFacts(std::size_t count, const std::string& surface) {
    for (std::size_t i = 0; i < count; ++i) {
      Fact fact;
      while (fact.live.size() < kMaxLiveClaims) add(fact, surface, i > 0);
      facts_.push_back(std::make_shared<const Fact>(fact));
    }
  }
  const std::vector<SharedFact>& facts() const { return facts_; }

  static Match match(const std::vector<SharedFact>& facts, Matcher::Names names) {
    SourcedClaim claim = made_claim("Other", "people.killed", "42");
    claim.article_id = 10'000;
    return Matcher(SamenessModel::builtin(), names).match(claim, facts);
  }

 private:
  void add(Fact& fact, const std::string& surface, bool near) {
    SourcedClaim live = made_claim("Outlet", "people.killed", surface);
    live.id = live.article_id = ++id_;
    if (!near) live.published = *live.published - std::chrono::hours(12);
    fact.live.push_back(live);
  }

  std::int64_t id_ = 0;
  std::vector<SharedFact> facts_;
};

// Of too many those are left out whose articles share least with the claim's.
TEST(Matcher, HoldsAClaimAgainstThoseOfTheLikeliestArticles) {
  const CrowdedFacts agreeing(Matcher::kMostCompared / kMaxLiveClaims + 1, "42");
  const auto same = [](const std::vector<SharedFact>& facts) {
    return CrowdedFacts::match(facts, Matcher::Names::kAll).same;
  };
  EXPECT_THAT(same({agreeing.facts().front()}), testing::SizeIs(kMaxLiveClaims));
  const std::vector<LikelySame> of_all = same(agreeing.facts());
  EXPECT_THAT(of_all, testing::SizeIs(Matcher::kMostCompared));
  EXPECT_EQ(of_all.front().candidate, 1u);
}

// The twelve newest of each fact, and one of those that told the same before.
TEST(Matcher, OneSpeaksForTheOlderOnesOfItsValue) {
  const CrowdedFacts differing(3, "31");
  const Match match = CrowdedFacts::match(differing.facts(), Matcher::Names::kDiffering);
  EXPECT_THAT(match.same, testing::SizeIs(3 * 13));
}

// Eight values one after another, the last of which the claim tells too.
TEST(Matcher, OfManyOlderValuesTheLastAreHeldAgainstAClaim) {
  Fact fact;
  for (int i = 1; i <= 20; ++i) {
    SourcedClaim live =
        made_claim("Outlet", "people.killed", i <= 8 ? std::to_string(100 + i) : "108");
    live.id = live.article_id = i;
    fact.live.push_back(live);
  }
  SourcedClaim claim = made_claim("Other", "people.killed", "108");
  claim.article_id = 100;
  Matcher matcher(SamenessModel::builtin(), Matcher::Names::kDiffering);
  std::vector<std::int64_t> older;
  const std::vector<SharedFact> facts{std::make_shared<const Fact>(fact)};
  for (const LikelySame& same : matcher.match(claim, facts).same)
    if (same.claim->id <= 8) older.push_back(same.claim->id);
  EXPECT_THAT(older, testing::ElementsAre(4, 5, 6, 7));
}

// One of two facts that it fits as well, whichever is looked at first.
TEST(Matcher, TakesTheFirstOfFactsThatFitAsWell) {
  const CrowdedFacts agreeing(3, "42");
  EXPECT_EQ(CrowdedFacts::match(agreeing.facts(), Matcher::Names::kDiffering).fact, 0);
}

TEST(Matcher, TheScoreOfAPairFollowsFromItsFeatures) {
  const SamenessModel& model = SamenessModel::builtin();
  const SourcedClaim a = told("A", kOrsk + "It killed 42 people.");
  for (const SourcedClaim& b :
       {told("B", kOrsk + "It killed 31 people."), told("C", kOrsk + "It injured 31 people."),
        told("D", kLind + "It killed 31 people.")}) {
    const Sameness sameness = compare_claims(a, b);
    EXPECT_DOUBLE_EQ(gathering_score(sameness.features, model.probability(sameness.features)),
                     sameness.score)
        << b.outlet;
  }
}

TEST(Matcher, EveryVetoHasItsName) {
  EXPECT_THAT(veto_names(), testing::ElementsAre("unit", "polarity", "measure", "event", "place"));
}

TEST(Matcher, OneValueIsAReasonToGather) {
  const SourcedClaim a = told("A", kOrsk + "It killed 42 people.");
  const double same = compare_claims(a, told("B", kOrsk + "It killed 42 people.")).score;
  const double other = compare_claims(a, told("B", kOrsk + "It killed 43 people.")).score;
  EXPECT_GT(same, other);
}

TEST(Matcher, WhatIsNeverOneQuantityIsVetoed) {
  const SourcedClaim killed = made_claim("A", "people.killed", "1460");
  EXPECT_EQ(compare_claims(killed, made_claim("B", "people.injured", "1460")).veto, "measure");
  SourcedClaim other = made_claim("B", "people.killed", "1460");
  other.claim.figure.unit = "usd";
  EXPECT_EQ(compare_claims(killed, other).veto, "unit");
  other = made_claim("B", "people.killed", "1460");
  other.claim.negated = true;
  EXPECT_EQ(compare_claims(killed, other).veto, "polarity");
}

// Two floods told in the same words are two where each sentence names its town and
// neither article speaks of the other's.
TEST(Matcher, TownsStandApart) {
  const auto flood = [](const std::string& outlet, const std::string& where) {
    return told(outlet, "The Velma River flooded streets, Ana Ruiz said. It killed 42 people in " +
                            where + ".");
  };
  EXPECT_EQ(compare_claims(flood("A", "Lyon"), flood("B", "Grenoble")).veto, "place");
  EXPECT_EQ(compare_claims(flood("A", "Lyon"), flood("B", "Lyon")).veto, "");
  EXPECT_EQ(compare_claims(flood("A", "Lyon"), flood("B", "France")).veto, "");
  const SourcedClaim both =
      told("B", "The Velma River flooded Lyon. It killed 42 people in Grenoble.");
  EXPECT_EQ(compare_claims(flood("A", "Lyon"), both).veto, "");
}

TEST(Matcher, ASingularFigureOfOneEventIsOneFact) {
  const SourcedClaim a = made_claim("Coast Daily", "job.added", "146000");
  const auto compared = [&](const std::string& measure, std::string_view figure) {
    return compare_claims(a, made_claim("North Wire", measure, figure));
  };
  EXPECT_TRUE(compared("", "146000").same());
  EXPECT_TRUE(compared("count.job", "146000").same());
  EXPECT_FALSE(compared("", "145000").same());
  EXPECT_FALSE(compared("count.job", "140000").same());
  SourcedClaim elsewhere = made_claim("North Wire", "", "146000");
  for (NameKey& name : elsewhere.names) name += 100;
  EXPECT_EQ(compare_claims(a, elsewhere).veto, "event");
}

TEST(Matcher, TellsWhichTestsWerePassedAndWhichCouldNotBeMade) {
  const Sameness sameness = compare_claims(told("A", kOrsk + "It killed 42 people in Orsk."),
                                           told("B", kOrsk + "It killed 31 people in Orsk."));
  EXPECT_THAT(list_tests(sameness.features).passed,
              testing::IsSupersetOf({"measure", "noun", "unit", "place", "scope"}));
  EXPECT_THAT(list_tests(sameness.features).missing,
              testing::IsSupersetOf({"subject", "event time"}));
}

TEST(Matcher, AStoredClaimKeepsItsProfile) {
  SourcedClaim a = made_claim("A", "people.killed", "42"),
               b = made_claim("B", "people.killed", "31");
  compare_claims(a, b);
  EXPECT_EQ(a.profile, nullptr);
  a.id = 7;
  compare_claims(a, b);
  EXPECT_NE(a.profile, nullptr);
}

TEST(Matcher, AFigureOfManyDigitsHasKeysWithoutAMeasure) {
  const auto a = fact_keys(made_claim("A", "", "146000"));
  const auto b = fact_keys(made_claim("B", "job.added", "146000"));
  EXPECT_THAT(a, testing::Contains(testing::AnyOfArray(b)));
  EXPECT_LE(b.size(), kMaxFactKeys);
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

}  // namespace
}  // namespace figured::claims
