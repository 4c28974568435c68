#include "claims/subjects/article_sides.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct AliasCase {
  std::string name;
  std::string text;
  std::string alias;
  std::string full;
};

class AliasTest : public testing::TestWithParam<AliasCase> {};

TEST_P(AliasTest, StandsForTheFullName) {
  const Tokens tokens = tokenize(GetParam().text, Lexicon::english());
  EXPECT_EQ(ArticleSides(tokens).full_name(GetParam().alias), GetParam().full);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AliasTest,
    testing::Values(
        AliasCase{"LastName", "The mayor, Ana Ruiz, spoke.", "Ruiz", "Ana Ruiz"},
        AliasCase{"AnyCase", "The mayor, Ana Ruiz, spoke.", "RUIZ", "Ana Ruiz"},
        AliasCase{"Title", "They met Senator Ana Ruiz.", "Ruiz", "Ana Ruiz"},
        AliasCase{"LongTitle", "They met Deputy Prime Minister Ana Ruiz.", "Ruiz", "Ana Ruiz"},
        AliasCase{"PlaceBeforeTitle", "They met Lima Mayor Ana Ruiz.", "Ruiz", "Ana Ruiz"},
        AliasCase{"LatestOfTwo", "Here is Ana Ruiz. Here is Leo Ruiz.", "Ruiz", "Leo Ruiz"},
        AliasCase{"Particle", "They met Leo van Orsk.", "Orsk", "Leo van Orsk"},
        AliasCase{"Bracket", "It is the Velma Liberation Front (VLF).", "VLF",
                  "Velma Liberation Front"},
        AliasCase{"Initials", "It is the Velma Liberation Front.", "VLF", "Velma Liberation Front"},
        AliasCase{"WithoutForm", "It is owned by Harbour Line Corp now.", "Harbour Line",
                  "Harbour Line Corp"},
        AliasCase{"FirstWord", "It is owned by Velmont Oil Industries Inc now.", "Velmont",
                  "Velmont Oil Industries Inc"},
        AliasCase{"Bank", "It is owned by the Bank of Velma now.", "Bank of Velma",
                  "Bank of Velma"},
        AliasCase{"Unknown", "The mayor, Ana Ruiz, spoke.", "Moran", "Moran"},
        AliasCase{"PersonOfABody", "They met Ana Ruiz of the Velma Institute.", "Ruiz",
                  "Ana Ruiz"}),
    [](const auto& test) { return test.param.name; });

struct KindCase {
  std::string name;
  std::string text;
  std::string side;
  SideKind kind;
};

class KindTest : public testing::TestWithParam<KindCase> {};

TEST_P(KindTest, IsToldByTheWords) {
  const Tokens tokens = tokenize(GetParam().text, Lexicon::english());
  const ArticleSides sides(tokens);
  const int side = sides.named(GetParam().side);
  ASSERT_NE(side, kNoSide);
  EXPECT_EQ(sides.side(side).kind, GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, KindTest,
    testing::Values(KindCase{"Person", "They met Ana Ruiz.", "Ana Ruiz", SideKind::kPerson},
                    KindCase{"TitledPerson", "They met Mr. Ruiz.", "Ruiz", SideKind::kPerson},
                    KindCase{"Company", "They met Velmont Inc.", "Velmont Inc", SideKind::kCompany},
                    KindCase{"CompanyWithTitleWord", "They met General Velmont Corp.",
                             "General Velmont Corp", SideKind::kCompany},
                    KindCase{"Ticker", "They met Velmont <VLM> now.", "Velmont",
                             SideKind::kCompany},
                    KindCase{"Group", "They met the Velma Liberation Front.",
                             "Velma Liberation Front", SideKind::kGroup},
                    KindCase{"Government", "They met the Finance Ministry.", "Finance Ministry",
                             SideKind::kGovernment},
                    KindCase{"Place", "They went through Peru.", "Peru", SideKind::kPlace},
                    KindCase{"Law", "They passed the Fair Harbours Act.", "Fair Harbours Act",
                             SideKind::kOther}),
    [](const auto& test) { return test.param.name; });

TEST(ArticleSides, AHeadlineNamesNobody) {
  const Tokens tokens = tokenize("Bombs Strike Ruiz Office\nBoats came.", Lexicon::english());
  EXPECT_TRUE(ArticleSides(tokens).sides().empty());
}

TEST(ArticleSides, ReadsAnEndlessSentence) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "Ana Ruiz and the company ";
  const Tokens tokens = tokenize(text, Lexicon::english());
  EXPECT_EQ(ArticleSides(tokens).full_name("Ruiz"), "Ana Ruiz");
}

}  // namespace
}  // namespace figured::claims
