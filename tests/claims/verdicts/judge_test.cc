#include "claims/verdicts/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

// What two outlets say of one blast, on one day unless said.
const std::string kLead =
    "The Harbour Blast in Orsk shook the Velma District, Mayor Ana Ruiz said. ";

std::string relation_of(const std::string& earlier, const std::string& later, int days_later = 0) {
  const SourcedClaim a = told("Coast Daily", kLead + earlier);
  SourcedClaim b = told("North Wire", kLead + later);
  *b.published += std::chrono::days(days_later);
  const Sameness sameness = compare_claims(a, b);
  if (!sameness.same()) return "other fact: " + sameness.veto;
  return std::string(format_relation(judge(a, b, sameness).relation));
}

struct JudgeCase {
  std::string name;
  std::string earlier;
  std::string later;
  int days_later;
  std::string relation;
};

class JudgeTest : public testing::TestWithParam<JudgeCase> {};

TEST_P(JudgeTest, TellsHowTwoClaimsStand) {
  const JudgeCase& c = GetParam();
  EXPECT_EQ(relation_of(c.earlier, c.later, c.days_later), c.relation);
}

INSTANTIATE_TEST_SUITE_P(
    Values, JudgeTest,
    testing::Values(
        JudgeCase{"Same", "It killed 42 people.", "In all 42 people were killed.", 0, "agrees"},
        JudgeCase{"Apart", "It killed 42 people.", "In all 31 people were killed.", 0,
                  "contradicts"},
        JudgeCase{"OneApart", "It killed 146 people.", "It killed 147 people.", 0, "contradicts"},
        JudgeCase{"OtherWords", "It left 42 dead.", "The death toll stood at 31.", 0,
                  "contradicts"},
        JudgeCase{"AtLeastBelow", "It killed at least 40 people.", "It killed 42 people.", 0,
                  "compatible"},
        JudgeCase{"AtLeastAbove", "It killed at least 50 people.", "It killed 42 people.", 0,
                  "contradicts"},
        JudgeCase{"TwoAtLeast", "It killed at least 50 people.", "It killed at least 42 people.", 0,
                  "compatible"},
        JudgeCase{"AtLeastFarBelowAtLeast", "It killed at least 20 people.",
                  "It killed at least 42 people.", 0, "updates"},
        JudgeCase{"MoreThanFarBelow", "It killed 42 people.", "It killed more than 20 people.", 0,
                  "updates"},
        JudgeCase{"AtLeastNotFarBelow", "It killed at least 30 people.", "It killed 42 people.", 0,
                  "compatible"},
        JudgeCase{"UpToBelowMoreThan", "It killed up to 30 people.",
                  "It killed more than 50 people.", 0, "contradicts"},
        JudgeCase{"UpToAboveMoreThan", "It killed up to 60 people.",
                  "It killed more than 50 people.", 0, "compatible"},
        JudgeCase{"NearlyAndAbove", "It killed 310 people.", "It killed nearly 300 people.", 0,
                  "contradicts"},
        JudgeCase{"Rounded", "The firm had sales of $1.45 billion in 1986.",
                  "The firm had sales of $1.4 billion in 1986.", 0, "agrees"},
        JudgeCase{"NotRounded", "The firm had sales of $1.46 billion in 1986.",
                  "The firm had sales of $1.4 billion in 1986.", 0, "contradicts"},
        JudgeCase{"ZerosAreNotRounded", "The firm had sales of $84 million in 1986.",
                  "The firm had sales of $80 million in 1986.", 0, "contradicts"},
        JudgeCase{"AboutMeets", "It killed about 40 people.", "It killed 42 people.", 0, "agrees"},
        JudgeCase{"AboutMisses", "It killed about 40 people.", "It killed 61 people.", 0,
                  "contradicts"},
        JudgeCase{"DozensHold", "It killed dozens of people.", "It killed 42 people.", 0,
                  "compatible"},
        JudgeCase{"TwoVague", "Dozens of people were killed.", "Hundreds of people were killed.", 0,
                  "tension"},
        JudgeCase{"DozensMiss", "It killed dozens of people.", "It killed 170 people.", 0,
                  "contradicts"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Time, JudgeTest,
                         testing::Values(JudgeCase{"TollRises", "It killed 42 people.",
                                                   "It killed 46 people.", 1, "updates"},
                                         JudgeCase{"TollFalls", "It killed 42 people.",
                                                   "It killed 31 people.", 1, "contradicts"},
                                         JudgeCase{"MinimumRises", "It killed at least 40 people.",
                                                   "It killed at least 42 people.", 1, "updates"},
                                         JudgeCase{"MinimumFalls", "It killed at least 42 people.",
                                                   "It killed at least 20 people.", 1,
                                                   "compatible"},
                                         JudgeCase{"LevelMoves", "They have 7,000 soldiers.",
                                                   "They have 9,500 soldiers.", 2, "updates"},
                                         JudgeCase{"MagnitudeStays", "A magnitude 6.4 quake hit.",
                                                   "A magnitude 5.9 quake hit.", 2, "contradicts"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OtherFacts, JudgeTest,
    testing::Values(
        JudgeCase{"Injured", "It killed 42 people.", "It injured 31 people.", 0,
                  "other fact: measure"},
        JudgeCase{"Children", "It killed 42 people.", "It killed 12 children.", 0, "other fact: "},
        JudgeCase{"Others", "It killed 42 people.", "It killed 12 others.", 0, "other fact: "},
        JudgeCase{"Feared", "It killed 42 people.", "It could kill 90 people.", 0, "tension"},
        JudgeCase{"OldYear", "It killed 42 people.", "A fire killed 90 people in 2004.", 0,
                  "tension"},
        JudgeCase{"Currency", "The damage is $40 million.", "The damage is \u20ac70 million.", 0,
                  "other fact: unit"},
        JudgeCase{"LongAfter", "It killed 42 people.", "It killed 31 people.", 40, "tension"}),
    [](const auto& test) { return test.param.name; });

// The dead of a storm of years ago do not rise any more.
TEST(Judge, AnOldTollIsFixed) {
  EXPECT_EQ(relation_of("A storm killed 161 people in Orsk in 2004.",
                        "A storm killed 162 people in Orsk in 2004.", 1),
            "contradicts");
  EXPECT_EQ(
      relation_of("A storm killed 161 people in Orsk.", "A storm killed 162 people in Orsk.", 1),
      "updates");
}

TEST(Judge, ClocksTellTheNewerOfOneDay) {
  SourcedClaim a = told("Coast Daily", kLead + "It killed 42 people.");
  SourcedClaim b = told("North Wire", kLead + "It killed 46 people.");
  *a.published += std::chrono::hours(8);
  *b.published += std::chrono::hours(13);
  EXPECT_EQ(judge(a, b, compare_claims(a, b)).relation, Relation::kUpdates);
  *b.published -= std::chrono::hours(4);
  EXPECT_EQ(judge(a, b, compare_claims(a, b)).relation, Relation::kContradicts);
}

TEST(Judge, ConvertsUnits) {
  EXPECT_EQ(relation_of("The village is 125 km from Orsk.", "The village is 78 miles from Orsk."),
            "agrees");
  EXPECT_EQ(relation_of("The village is 125 km from Orsk.", "The village is 125 miles from Orsk."),
            "contradicts");
}

TEST(Judge, SeverityGrowsWithTheGap) {
  const SourcedClaim a = told("A", kLead + "It killed 42 people.");
  const SourcedClaim near = told("B", kLead + "It killed 44 people.");
  const SourcedClaim far = told("C", kLead + "It killed 300 people.");
  const double small = judge(a, near, compare_claims(a, near)).severity;
  const double large = judge(a, far, compare_claims(a, far)).severity;
  EXPECT_GT(small, 0);
  EXPECT_LT(small, large);
  EXPECT_LE(large, 1);
}

TEST(Judge, ExplainsItself) {
  const SourcedClaim a = told("Coast Daily", kLead + "It killed 42 people.");
  const SourcedClaim b = told("North Wire", kLead + "It killed 31 people.");
  const Verdict verdict = judge(a, b, compare_claims(a, b));
  EXPECT_THAT(verdict.why, testing::HasSubstr("Coast Daily says 42"));
  EXPECT_THAT(verdict.why, testing::HasSubstr("The ranges 42 and 31 do not meet"));
  EXPECT_THAT(verdict.passed, testing::Contains("measure"));
}

// "About" leaves a twentieth open: what it reaches on both sides overlaps, neither value lies in
// it.
TEST(Judge, TwoThatSayAboutAreParted) {
  const SourcedClaim a = told("Coast Daily", kLead + "It killed about 3,500 people.");
  const SourcedClaim b = told("North Wire", kLead + "It killed about 3,300 people.");
  const Verdict verdict = judge(a, b, compare_claims(a, b));
  EXPECT_EQ(verdict.relation, Relation::kContradicts);
  EXPECT_GT(verdict.severity, 0);
  EXPECT_LT(verdict.severity, 0.1);
  EXPECT_THAT(verdict.why, testing::HasSubstr("Neither lies in the range of the other, "
                                              "3,325 to 3,675 and 3,135 to 3,465."));
  const SourcedClaim near = told("North Wire", kLead + "It killed about 3,400 people.");
  EXPECT_EQ(judge(a, near, compare_claims(a, near)).relation, Relation::kAgrees);
}

// Two voices quoted in one article contradict each other; the article's own
// figures for different parts do not.
TEST(Judge, WithinOneArticleTwoVoicesAreNeeded) {
  const std::string two =
      kLead + "\nIt killed 42 people, Ana Ruiz said.\nIt killed 31 people, Tom Berg said.";
  SourcedClaim a = told("Coast Daily", two, 0), b = told("Coast Daily", two, 1);
  Sameness likely = compare_claims(a, b);
  likely.score = likely.likelihood = 0.6;
  const Verdict voices = judge(a, b, likely);
  EXPECT_EQ(voices.relation, Relation::kContradicts);
  EXPECT_THAT(voices.tags, testing::Contains("within-article"));
  b.claim.origin = a.claim.origin;
  EXPECT_EQ(judge(a, b, likely).relation, Relation::kCompatible);
}

struct TwoCountsCase {
  std::string name;
  std::string first, second;  // sentences of one article
  double likelihood;
  std::string relation;
};

class TwoCountsTest : public testing::TestWithParam<TwoCountsCase> {};

// Two voices that count the same at one place need not be as likely of one toll as others.
TEST_P(TwoCountsTest, OfOnePlaceMaySoonerContradict) {
  const auto& c = GetParam();
  const std::string text = kLead + "\n" + c.first + "\n" + c.second;
  const SourcedClaim a = told("Coast Daily", text, 0), b = told("Coast Daily", text, 1);
  Sameness sameness = compare_claims(a, b);
  sameness.likelihood = c.likelihood;
  EXPECT_EQ(format_relation(judge(a, b, sameness).relation), c.relation);
}

INSTANTIATE_TEST_SUITE_P(
    Counts, TwoCountsTest,
    testing::Values(TwoCountsCase{"OfOneTown", "It killed 8 people in Orsk, Ana Ruiz said.",
                                  "It killed 14 people in Orsk, Tom Berg said.", 0.06,
                                  "contradicts"},
                    TwoCountsCase{"HardlyLikely", "It killed 8 people in Orsk, Ana Ruiz said.",
                                  "It killed 14 people in Orsk, Tom Berg said.", 0.04, "tension"},
                    TwoCountsCase{"FarApart", "It killed 8 people in Orsk, Ana Ruiz said.",
                                  "It killed 18 people in Orsk, Tom Berg said.", 0.06, "tension"},
                    TwoCountsCase{"OfAState", "It killed 8 people in Texas, Ana Ruiz said.",
                                  "It killed 14 people in Texas, Tom Berg said.", 0.06, "tension"},
                    TwoCountsCase{"OfMany", "It killed 800 people in Orsk, Ana Ruiz said.",
                                  "It killed 900 people in Orsk, Tom Berg said.", 0.06,
                                  "contradicts"}),
    [](const auto& test) { return test.param.name; });

TEST(Judge, StretchesOfOneArticleAreTwo) {
  const std::string text = kLead +
                           "\nFloods killed 300 people in September, Ana Ruiz said."
                           "\nFloods killed 410 people in September and October, Tom Berg said.";
  const SourcedClaim a = told("Coast Daily", text, 0), b = told("Coast Daily", text, 1);
  Sameness likely = compare_claims(a, b);
  likely.score = likely.likelihood = 0.6;
  const Verdict verdict = judge(a, b, likely);
  EXPECT_EQ(verdict.relation, Relation::kTension);
  EXPECT_THAT(verdict.why, testing::HasSubstr("they may be of different times"));
}

std::string headline_against(const std::string& title, const std::string& text,
                             const std::string& scope = {}) {
  SourcedClaim a = told("Coast Daily", kLead + title), b = told("Coast Daily", kLead + text);
  a.claim.field = Field::kTitle;
  if (!scope.empty()) b.claim.scope = {scope};
  Sameness likely = compare_claims(a, b);
  return std::string(format_relation(judge(a, b, likely).relation));
}

// One was mended and the other forgotten.
TEST(Judge, AHeadlineContradictsItsOwnText) {
  EXPECT_EQ(headline_against("It killed 41 people.", "It killed 42 people."), "contradicts");
  EXPECT_EQ(headline_against("It killed 42 people.", "It killed 42 people."), "agrees");
  EXPECT_EQ(headline_against("It killed 41 people.", "It killed 20 people."), "compatible");
  EXPECT_EQ(headline_against("It killed 41 people.", "It killed 40 people.", "previous"),
            "compatible");
  EXPECT_EQ(headline_against("It killed 41 people.", "It killed dozens of people."), "compatible");
}

TEST(Judge, OneSpeakerWithTwoValuesIsTold) {
  const SourcedClaim a = told("Coast Daily", kLead + "It killed 42 people, Ana Ruiz said.");
  const SourcedClaim b = told("North Wire", kLead + "It killed 31 people, Ana Ruiz said.");
  EXPECT_THAT(judge(a, b, compare_claims(a, b)).tags, testing::Contains("same-origin"));
}

TEST(JudgeRevision, AChangedFigureIsASilentEdit) {
  const SourcedClaim before = told("Coast Daily", "The blast in Orsk killed 42 people.");
  const SourcedClaim after = told("Coast Daily", "The blast in Orsk killed 24 people.");
  const auto verdict = judge_revision(before, after);
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->relation, Relation::kCorrects);
  EXPECT_THAT(verdict->tags, testing::Contains("silent-edit"));
  EXPECT_FALSE(judge_revision(before, before));
}

TEST(JudgeRevision, AnotherMeasureIsNoEdit) {
  EXPECT_FALSE(judge_revision(told("A", "The blast killed 42 people."),
                              told("A", "The blast injured 24 people.")));
}

}  // namespace
}  // namespace figured::claims
