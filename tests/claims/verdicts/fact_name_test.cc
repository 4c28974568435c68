#include "claims/verdicts/fact_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/claims/figures/figure_words.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

TEST(FactName, TellsWhatIsCountedAndWhere) {
  EXPECT_EQ(make_fact(told("A", "In all 42 people were killed in Orsk.")).label,
            "people killed, Orsk");
  SourcedClaim bare = made_claim("A", "", "42");
  bare.claim.noun.clear();
  bare.claim.scope = {"part"};
  bare.claim.place = "Orsk";
  EXPECT_EQ(make_fact(bare).label, "part, Orsk");
}

struct ScopeRow {
  std::string_view name;
  std::vector<std::string> scope;
  std::string label;
};

class FactScopeTest : public testing::TestWithParam<ScopeRow> {};

TEST_P(FactScopeTest, IsToldInWords) {
  SourcedClaim claim = made_claim("A", "people.killed", "42");
  claim.claim.noun = "people";
  claim.claim.place = "Orsk";
  claim.claim.scope = GetParam().scope;
  EXPECT_EQ(make_fact(claim).label, GetParam().label);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, FactScopeTest,
    testing::Values(ScopeRow{"Site", {"at:airport"}, "people killed, at the airport, Orsk"},
                    ScopeRow{"Rate", {"per:day"}, "people killed, per day, Orsk"},
                    ScopeRow{"Nation", {"nation:Kenya"}, "people killed, of Kenya, Orsk"},
                    ScopeRow{"Kind", {"of:child"}, "people killed, Orsk"},
                    ScopeRow{"List", {"list"}, "people killed, Orsk"},
                    ScopeRow{"Whole", {"total"}, "people killed, Orsk"}),
    [](const auto& test) { return std::string(test.param.name); });

struct PlaceRow {
  std::string_view name;
  std::string fact, one, other;  // places
  std::string label;
};

class FactPlaceTest : public testing::TestWithParam<PlaceRow> {};

// A fact that a claim of somewhere began, and two claims that contradict each other.
TEST_P(FactPlaceTest, IsThatOfTheTwo) {
  const auto made = [](const std::string& place) {
    SourcedClaim claim = made_claim("A", "people.killed", "42");
    claim.claim.noun = "people";
    claim.claim.place = place;
    return claim;
  };
  Fact fact = make_fact(made(GetParam().fact));
  fact.id = 7;
  const Fact named = name_by(fact, made(GetParam().one), made(GetParam().other));
  EXPECT_EQ(named.label, GetParam().label);
  EXPECT_EQ(named.id, 7);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, FactPlaceTest,
    testing::Values(PlaceRow{"OfBoth", "Moscow", "Moscow", "Moscow", "people killed, Moscow"},
                    PlaceRow{"OfOne", "Moscow", "Moscow", "Lima", "people killed, Moscow"},
                    PlaceRow{"OfNeither", "Moscow", "Lima", "Lima", "people killed, Lima"},
                    PlaceRow{"TheWider", "Moscow", "Lima", "Peru", "people killed, Peru"},
                    PlaceRow{"OnlyOneIsTold", "Moscow", "", "Lima", "people killed, Lima"},
                    PlaceRow{"Apart", "Moscow", "Lima", "Nairobi", "people killed"},
                    PlaceRow{"NoneIsTold", "Moscow", "", "", "people killed, Moscow"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace figured::claims
