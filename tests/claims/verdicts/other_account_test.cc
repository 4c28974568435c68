#include "claims/verdicts/other_account.h"

#include <gtest/gtest.h>

#include "claims/verdicts/judge.h"
#include "claims/verdicts/matcher.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

struct Case {
  std::string_view name;
  std::string measure;
  std::string_view one;
  std::string_view other;
  bool account;
  int names = 20;  // that both have
  int days = 0;    // between them
};

class OtherAccountTest : public testing::TestWithParam<Case> {};

TEST_P(OtherAccountTest, IsToldFromAPart) {
  const Case& c = GetParam();
  SourcedClaim a = made_claim("Coast Daily", c.measure, c.one);
  SourcedClaim b = made_claim("North Wire", c.measure, c.other);
  for (std::size_t i = static_cast<std::size_t>(c.names); i < a.names.size(); ++i)
    a.names[i] += 100;
  *b.published += std::chrono::days(c.days);
  const PairFeatures features = compare_claims(a, b).features;
  EXPECT_EQ(is_other_account(a, b, features), c.account);
  EXPECT_EQ(is_other_account(b, a, features), c.account);
}

INSTANTIATE_TEST_SUITE_P(Cases, OtherAccountTest,
                         testing::Values(Case{"NearlyOneToll", "people.killed", "6", "7", true},
                                         Case{"Hurt", "people.injured", "15", "~12", true},
                                         Case{"Arrested", "people.arrested", "164", "~150", true},
                                         Case{"APart", "people.killed", "42", "7", false},
                                         Case{"One", "people.killed", "1", "1", false},
                                         Case{"NoToll", "people.attended", "6000", "7000", false},
                                         Case{"FewNames", "people.killed", "6", "7", false, 3},
                                         Case{"TheNextDay", "people.killed", "6", "7", true, 20, 1},
                                         Case{"AWeekLater", "people.killed", "6", "7", false, 20,
                                              7}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(OtherAccount, OtherPlacesAndPartsAreNone) {
  const SourcedClaim a = made_claim("Coast Daily", "people.killed", "6");
  SourcedClaim lind = made_claim("North Wire", "people.killed", "7"), part = lind;
  lind.claim.place = "Lyon";
  EXPECT_FALSE(is_other_account(a, lind, compare_claims(a, lind).features));
  part.claim.scope = {"at:airport"};
  EXPECT_FALSE(is_other_account(a, part, compare_claims(a, part).features));
}

// The other value stands in one of the articles too, as what was known before.
TEST(OtherAccount, ItContradictsThoughAnArticleGivesBoth) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "6");
  const SourcedClaim b = made_claim("North Wire", "people.killed", "7");
  a.claim.rivals = made_rivals("7 7");
  EXPECT_EQ(judge(a, b, compare_claims(a, b)).relation, Relation::kContradicts);
  a.claim.rivals = made_rivals("12 12");
  const SourcedClaim far = made_claim("North Wire", "people.killed", "12");
  EXPECT_EQ(judge(a, far, compare_claims(a, far)).relation, Relation::kTension);
}

}  // namespace
}  // namespace figured::claims
