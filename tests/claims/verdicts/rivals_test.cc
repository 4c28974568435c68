#include "claims/verdicts/rivals.h"

#include <gtest/gtest.h>

#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

struct RivalsRow {
  std::string_view name;
  std::vector<std::string_view> figures;  // of one measure in one article
  std::string_view rivals;                // of the first
};

class RivalsTest : public testing::TestWithParam<RivalsRow> {};

TEST_P(RivalsTest, AreTheOtherValuesOfTheMeasure) {
  std::vector<Claim> claims;
  for (const std::string_view figure : GetParam().figures)
    claims.push_back(made_claim("A", "people.killed", figure).claim);
  find_rivals(claims);
  EXPECT_EQ(rivals_in_words(claims[0].rivals), GetParam().rivals);
}

INSTANTIATE_TEST_SUITE_P(
    Values, RivalsTest,
    testing::Values(RivalsRow{"Alone", {"42"}, ""}, RivalsRow{"Repeated", {"42", "42"}, ""},
                    RivalsRow{"About", {"42", "~40"}, ""}, RivalsRow{"AtLeast", {"42", ">=42"}, ""},
                    RivalsRow{"AtLeastLess", {"42", ">=40"}, "40 40 alike"},
                    RivalsRow{"AtMost", {"42", "<=50"}, "50 50 alike"},
                    RivalsRow{"Other", {"42", "11"}, "11 11 alike"},
                    RivalsRow{"OtherTwice", {"42", "11", "11"}, "11 11 alike"},
                    RivalsRow{"Two", {"42", "11", "31"}, "11 11 alike;31 31 alike"},
                    RivalsRow{"Rounded", {"408", "400"}, ""},
                    RivalsRow{"RoundedApart", {"460", "400"}, "390.4 409.6 alike"},
                    RivalsRow{"RoundedMeets", {"7100", "7000"}, ""},
                    RivalsRow{"Range", {"42", "3..5"}, "3 5 alike"},
                    RivalsRow{"Vague", {"42", "24..99 dozens"}, ""}),
    [](const auto& test) { return std::string(test.param.name); });

// The dead of a storm long ago are told beside those of the news.
TEST(Rivals, OfLongAgoAreUnlike) {
  std::vector<Claim> claims = {made_claim("A", "people.killed", "42").claim,
                               made_claim("A", "people.killed", "11").claim};
  const auto now = made_claim("A", "people.killed", "42").published.value();
  claims[1].event_time = {now - std::chrono::days(400), now - std::chrono::days(399)};
  find_rivals(claims);
  EXPECT_TRUE(claims[0].rivals.at(0).alike);
  claims[0].rivals.clear();
  find_rivals(claims, now);
  EXPECT_FALSE(claims[0].rivals.at(0).alike);
}

// What one owner has is no other value of what another has; what befalls people goes by
// whoever is named.
TEST(Rivals, AreOfOneOwner) {
  const auto rivals = [](const std::string& measure, const std::string& owner) {
    std::vector<Claim> claims = {made_claim("A", measure, "36").claim,
                                 made_claim("A", measure, "30").claim};
    claims[0].subject = "Ana Ruiz";
    claims[1].subject = owner;
    find_rivals(claims);
    return claims[0].rivals.size();
  };
  EXPECT_EQ(rivals("count.mine", "Tom Berg"), 0U);
  EXPECT_EQ(rivals("count.mine", "Ruiz"), 1U);
  EXPECT_EQ(rivals("count.mine", ""), 1U);
  EXPECT_EQ(rivals("people.killed", "Tom Berg"), 1U);
}

// What parts two figures of one measure makes the rival unlike.
TEST(Rivals, AreAlikeUntilWordsPartThem) {
  const auto first_rival = [](const auto& part) {
    std::vector<Claim> claims = {made_claim("A", "people.killed", "42").claim,
                                 made_claim("A", "people.killed", "11").claim};
    part(claims[0], claims[1]);
    find_rivals(claims);
    return claims[0].rivals.at(0).alike;
  };
  using C = Claim;
  EXPECT_TRUE(first_rival([](C&, C&) {}));
  EXPECT_TRUE(first_rival([](C&, C& b) { b.subject = "Velmont"; }));
  EXPECT_TRUE(first_rival([](C&, C& b) { b.origin = "Ana Ruiz"; }));
  EXPECT_TRUE(first_rival([](C&, C& b) { b.scope = {"total"}; }));
  EXPECT_TRUE(first_rival([](C&, C& b) { b.place = "Lind"; }));
  // "12 rifles and three pistols", side by side
  EXPECT_FALSE(first_rival([](C& a, C& b) { a.noun = "rifles", b.noun = "pistols"; }));
  EXPECT_TRUE(first_rival([](C& a, C& b) {
    a.noun = "rifles", b.noun = "pistols", b.figure.span = {900, 902};
  }));
  EXPECT_FALSE(first_rival([](C&, C& b) { b.scope = {"of:child"}; }));
  EXPECT_FALSE(first_rival([](C&, C& b) { b.scope = {"other"}; }));
  EXPECT_FALSE(first_rival([](C&, C& b) { b.negated = true; }));
  EXPECT_FALSE(first_rival([](C&, C& b) { b.modality = Modality::kPossible; }));
  EXPECT_FALSE(first_rival([](C& a, C& b) { a.subject = "Harbour", b.subject = "Velmont"; }));
  EXPECT_FALSE(first_rival([](C& a, C& b) { a.origin = "Tom Berg", b.origin = "Ana Ruiz"; }));
}

// "2,000 men around Lyon, 500 around Madrid"; a toll has the place where it was told.
TEST(Rivals, OfALevelElsewhereAreUnlike) {
  const auto alike = [](const std::string& measure, std::string_view here, std::string_view there) {
    std::vector<Claim> claims = {made_claim("A", measure, "2000").claim,
                                 made_claim("A", measure, "500").claim};
    claims[0].place = here;
    claims[1].place = there;
    find_rivals(claims);
    return claims[0].rivals.at(0).alike;
  };
  EXPECT_FALSE(alike("people.strength", "Lyon", "Madrid"));
  EXPECT_TRUE(alike("people.strength", "Lyon", "Lyon"));
  EXPECT_TRUE(alike("people.strength", "Lyon", "France"));
  EXPECT_TRUE(alike("people.strength", "France", "Lyon"));
  EXPECT_TRUE(alike("people.strength", "Lyon", ""));
  EXPECT_TRUE(alike("people.killed", "Lyon", "Madrid"));
}

TEST(Rivals, AreOfOneMeasureAndUnit) {
  std::vector<Claim> claims = {
      made_claim("A", "people.killed", "42").claim, made_claim("A", "people.injured", "11").claim,
      made_claim("A", "people.killed", "12").claim, made_claim("A", "", "13").claim};
  claims[2].figure.unit = "percent";
  find_rivals(claims);
  for (const Claim& claim : claims) EXPECT_TRUE(claim.rivals.empty());
}

// "239 hurt in Orsk" above "238 were hurt": one fact, told twice.
TEST(Rivals, AHeadlineIsNoneOfItsText) {
  std::vector<Claim> claims = {made_claim("A", "people.injured", "239").claim,
                               made_claim("A", "people.injured", "238").claim};
  claims[0].field = Field::kTitle;
  find_rivals(claims);
  EXPECT_TRUE(claims[0].rivals.empty());
  EXPECT_TRUE(claims[1].rivals.empty());
  claims[1].figure = made_figure("100");
  find_rivals(claims);
  EXPECT_EQ(claims[0].rivals.size(), 1U);
}

TEST(Rivals, AreBoundedInATable) {
  std::vector<Claim> claims;
  for (int i = 0; i < 5000; ++i)
    claims.push_back(made_claim("A", "money.price", std::to_string(2 * i + 1)).claim);
  find_rivals(claims);
  for (const Claim& claim : claims) EXPECT_EQ(claim.rivals.size(), kMaxRivals);
}

}  // namespace
}  // namespace figured::claims
