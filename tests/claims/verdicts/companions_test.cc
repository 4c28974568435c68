#include "claims/verdicts/companions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/claims/figures/figure_words.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

struct CompanyCase {
  std::string name;
  std::string one;    // the company of the last figure
  std::string other;  // is held against that of the last figure of this one
  Company company;
};

class CompanyTest : public testing::TestWithParam<CompanyCase> {};

TEST_P(CompanyTest, IsToldByTheFiguresBeside) {
  const auto one = claims_of(GetParam().one), other = claims_of(GetParam().other);
  EXPECT_EQ(compare_company(one.back(), other.back()), GetParam().company);
  EXPECT_EQ(compare_company(other.back(), one.back()), GetParam().company);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, CompanyTest,
    testing::Values(CompanyCase{"OneAlike", "It killed 42 people and injured 238.",
                                "It killed 42 people and injured 239.", Company::kAgrees},
                    CompanyCase{"OneApart", "It killed 7 people and injured 30.",
                                "It killed 11 people and injured 15.", Company::kDiffers},
                    CompanyCase{"Alone", "It injured 238 people.",
                                "It killed 42 people and injured 239.", Company::kNone},
                    CompanyCase{"OfOtherKinds", "It destroyed 42 homes and injured 238 people.",
                                "It killed 42 people and injured 239.", Company::kNone},
                    CompanyCase{"Meets", "It killed at least 40 people and injured 238.",
                                "It killed 42 people and injured 239.", Company::kNone},
                    CompanyCase{"ByChance", "It killed two people and injured 30.",
                                "It killed two people and injured 15.", Company::kNone},
                    CompanyCase{
                        "Shares", "Some 44 percent of voters agreed, and 40 people marched.",
                        "Some 44 percent of voters agreed, and 70 people marched.", Company::kNone},
                    CompanyCase{"Restricted", "It killed 12 women and injured 30 people.",
                                "It killed 12 children and injured 15 people.", Company::kNone}),
    [](const auto& test) { return test.param.name; });

Claim made_at(std::uint32_t start, std::string_view figure, Field field = Field::kText) {
  Claim claim = made_claim("A", "people.killed", figure).claim;
  claim.figure.span = {start, start + 2};
  claim.field = field;
  return claim;
}

TEST(Companions, StandNear) {
  std::vector<Claim> claims = {made_at(0, "12"), made_at(kCompanionReach, "13"),
                               made_at(kCompanionReach + 1, "14")};
  find_companions(claims);
  EXPECT_EQ(claims[0].companions.size(), 1u);
  EXPECT_EQ(claims[1].companions.size(), 2u);
  EXPECT_EQ(claims[2].companions.size(), 1u);
}

TEST(Companions, AreOfOneField) {
  std::vector<Claim> claims = {made_at(0, "12", Field::kTitle), made_at(10, "13")};
  find_companions(claims);
  EXPECT_TRUE(claims[0].companions.empty());
  EXPECT_TRUE(claims[1].companions.empty());
}

TEST(Companions, AreFoundInAnyOrderAndOnlyOnce) {
  std::vector<Claim> claims = {made_at(30, "14"), made_at(0, "12"), made_at(10, "13")};
  find_companions(claims);
  find_companions(claims);
  for (const Claim& claim : claims) EXPECT_EQ(claim.companions.size(), 2u);
}

TEST(Companions, OfATableAreTheNearest) {
  std::vector<Claim> claims;
  for (std::uint32_t i = 0; i < 40; ++i) claims.push_back(made_at(i, "12"));
  find_companions(claims);
  const auto most = std::max_element(
      claims.begin(), claims.end(),
      [](const auto& a, const auto& b) { return a.companions.size() < b.companions.size(); });
  EXPECT_EQ(most->companions.size(), 2 * kMaxCompanions);
}

}  // namespace
}  // namespace figured::claims
