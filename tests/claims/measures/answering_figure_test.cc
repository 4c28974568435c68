#include "claims/measures/answering_figure.h"

#include <gtest/gtest.h>

#include <string>

#include "claims/verdicts/judge.h"
#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct AnswerCase {
  std::string name;
  std::string text;
  std::string claims;  // "figure measure, speaker; ..."; "-" = none
};

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

class AnsweringFigureTest : public testing::TestWithParam<AnswerCase> {};

TEST_P(AnsweringFigureTest, CountsWhatIsCountedBefore) {
  std::string claims;
  for (const Claim& claim : claims_of(GetParam().text)) {
    if (!claims.empty()) claims += "; ";
    claims += claim.figure.surface + ' ' + or_dash(claim.measure) + ", " + or_dash(claim.speaker);
  }
  EXPECT_EQ(claims, GetParam().claims);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AnsweringFigureTest,
    testing::Values(
        AnswerCase{"OtherClause", "Police said 20,000 people marched; organisers said 50,000.",
                   "20,000 people.attended, Police; 50,000 people.attended, organisers"},
        AnswerCase{"OtherSentence", "Police said 20,000 people marched. Organisers said 50,000.",
                   "20,000 people.attended, Police; 50,000 people.attended, Organisers"},
        AnswerCase{"PutTheFigure",
                   "Police said 20,000 people marched. Organisers put the figure at 50,000.",
                   "20,000 people.attended, Police; 50,000 people.attended, Organisers"},
        AnswerCase{"PutTheToll", "The ministry said 42 people died. The clinic put the toll at 51.",
                   "42 people.killed, ministry; 51 people.killed, clinic"},
        AnswerCase{"Counted", "The ministry said 42 people died. The clinic counted 51.",
                   "42 people.killed, ministry; 51 people.killed, clinic"},
        AnswerCase{"ItWas", "He said 300 homes were destroyed. The mayor said it was 240.",
                   "300 building.destroyed, -; 240 building.destroyed, mayor"},
        AnswerCase{"TheNumberWas",
                   "The ministry said 42 people died, but a rebel spokesman said the number was "
                   "51.",
                   "42 people.killed, ministry; 51 people.killed, rebel spokesman"},
        AnswerCase{"AFigureOf",
                   "The ministry said 42 people died. A rebel spokesman gave a figure of 51.",
                   "42 people.killed, ministry; 51 people.killed, rebel spokesman"},
        AnswerCase{"InsteadOfTheOfficialFigure",
                   "The union counted 300 dead instead of the official figure of 90.",
                   "300 people.killed, -; 90 people.killed, official figure"},
        AnswerCase{"AgainstTheOfficialToll",
                   "Activists said 300 people died, while the official death toll stands at 64.",
                   "300 people.killed, Activists; 64 people.killed, official death toll"},
        AnswerCase{"AboveTheOfficialCount",
                   "The union counted 300 arrests, far above the official count of 64.",
                   "300 people.arrested, -; 64 people.arrested, official count"},
        AnswerCase{"BesideTheOfficialToll",
                   "The mudslide killed 12 people in addition to the official toll of 64.",
                   "12 people.killed, -; 64 people.killed, -"},
        AnswerCase{"OfficialTollOfOthers",
                   "The storm damaged 300 homes, and the official death toll is 64.",
                   "300 building.damaged, -; 64 people.killed, -"},
        AnswerCase{"AtLeast", "Officials said the raid killed 12. Residents said at least 30.",
                   "12 people.killed, Officials; at least 30 people.killed, Residents"},
        AnswerCase{"Closer",
                   "The group claims to have 9,000 fighters. Analysts believe it has closer to "
                   "3,000.",
                   "9,000 armed.strength, -; 3,000 armed.strength, Analysts"},
        AnswerCase{"Amount", "The firm put the cost at $40 million. Analysts said $60 million.",
                   "$40 million money.cost, firm; $60 million money.cost, Analysts"},
        AnswerCase{"AmountOfOtherMoney",
                   "The firm put the cost at $40 million. Analysts said \u20ac60 million.",
                   "$40 million money.cost, firm; \u20ac60 million money, Analysts"},
        AnswerCase{
            "Percentage",
            "The bank put the inflation rate at 5 percent. The unions said it was 8 percent.",
            "5 percent percent.inflation, bank; 8 percent percent.inflation, unions"},
        AnswerCase{"TheirOwnMoney", "He paid $40 in tax. They reported $900.",
                   "$40 money.tax, -; $900 money, -"},
        AnswerCase{"WhatTheyMayClaim", "The raid killed 12 people. A family could claim 40.",
                   "12 people.killed, -; 40 -, -"},
        // Two counts went before: nobody knows which is meant.
        AnswerCase{"OfTwo", "The raid killed 12 and injured 40, officials said. Residents said 50.",
                   "12 people.killed, officials; 40 people.injured, officials; 50 -, Residents"},
        AnswerCase{"TwoAndTwo", "Police said 20 people marched. They put two and two together.",
                   "20 people.attended, Police; two -, -; two -, -"},
        AnswerCase{"NobodyTells", "The raid killed 12. It was 40 in May.",
                   "12 people.killed, -; 40 -, -"},
        AnswerCase{"PreviouslyReported",
                   "The raid killed 12 people, down from a previously reported 15.",
                   "12 people.killed, -; 15 people.killed, -"},
        AnswerCase{"TooFar",
                   "The raid killed 12. The mayor wept. It rained. He left. Residents said 40.",
                   "12 people.killed, -; 40 -, Residents"}),
    [](const auto& test) { return test.param.name; });

// The dead of another year are no other account of these.
TEST(AnsweringFigure, IsNotSetAgainstOneOfAnotherTime) {
  const auto claims =
      claims_of("The raid killed 64 people in 2004, police said. The clinic counted 90 in 2005.");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[1].measure, "people.killed");
  EXPECT_FALSE(claims[1].answers.has_value());
}

struct AccountsCase {
  std::string name;
  std::string text;
  Relation relation;  // of its two figures
};

class TwoAccountsTest : public testing::TestWithParam<AccountsCase> {};

// Whatever the words around say: one is told against the other.
TEST_P(TwoAccountsTest, ContradictWithinOneArticle) {
  const SourcedClaim a = told("Coast Daily", GetParam().text, 0);
  const SourcedClaim b = told("Coast Daily", GetParam().text, 1);
  const Sameness sameness = compare_claims(a, b);
  ASSERT_TRUE(sameness.same());
  EXPECT_EQ(judge(a, b, sameness).relation, GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TwoAccountsTest,
    testing::Values(
        AccountsCase{"TwoVoices", "Police said 20,000 people marched. Organisers said 50,000.",
                     Relation::kContradicts},
        AccountsCase{"FarApart", "The ministry said 64 people died. The clinic counted 4,645.",
                     Relation::kContradicts},
        AccountsCase{"TheArticleItself", "The raid killed 12 people. Residents said 30.",
                     Relation::kContradicts},
        AccountsCase{"Forecasts",
                     "The bank sees growth of 2 percent in 2027. The unions predicted 1 percent.",
                     Relation::kTension},
        AccountsCase{"TheSame", "Police said 20,000 people marched. Organisers said 20,000.",
                     Relation::kAgrees},
        AccountsCase{"Within",
                     "Police said 20,000 people marched. Organisers said at least 15,000.",
                     Relation::kCompatible}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
