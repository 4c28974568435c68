#include "claims/verdicts/doubt.h"

#include <gtest/gtest.h>

#include "claims/verdicts/judge.h"
#include "claims/verdicts/matcher.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

std::string relation_of(const SourcedClaim& a, const SourcedClaim& b) {
  const Sameness sameness = compare_claims(a, b);
  if (!sameness.same()) return "other fact: " + sameness.veto;
  return std::string(format_relation(judge(a, b, sameness).relation));
}

// Says both in words of which some are the same.
void say_alike(SourcedClaim& a, SourcedClaim& b) {
  for (std::uint32_t stem = 1; stem <= 6; ++stem) {
    a.claim.context.push_back({stem, 3});
    b.claim.context.push_back({stem + 2, 3});
  }
}

struct GapRow {
  std::string_view name;
  std::string measure;
  std::string_view earlier;
  std::string_view later;
  std::string_view relation;
};

class GapTest : public testing::TestWithParam<GapRow> {};

TEST_P(GapTest, FarApartIsATension) {
  const GapRow& row = GetParam();
  SourcedClaim later = made_claim("North Wire", row.measure, row.later);
  if (row.measure != "count.boat")
    for (std::size_t i = 0; i < 11; ++i) later.names[19 - i] += 100;  // 9 of 20 are shared
  EXPECT_EQ(relation_of(made_claim("Coast Daily", row.measure, row.earlier), later), row.relation);
}

INSTANTIATE_TEST_SUITE_P(
    Tolls, GapTest,
    testing::Values(GapRow{"One", "people.killed", "42", "43", "contradicts"},
                    GapRow{"Half", "people.killed", "42", "63", "contradicts"},
                    GapRow{"NearlyTwice", "people.killed", "42", "83", "contradicts"},
                    GapRow{"Twice", "people.killed", "42", "84", "tension"},
                    GapRow{"Tenfold", "people.killed", "40", "400", "tension"},
                    GapRow{"LostDigit", "people.killed", "45", "450", "contradicts"},
                    GapRow{"LostTwoDigits", "people.killed", "45", "4500", "contradicts"},
                    GapRow{"OneAgainstHundred", "people.killed", "1", "100", "tension"},
                    GapRow{"None", "people.killed", "0", "12", "tension"},
                    GapRow{"AtLeastNear", "people.killed", ">=50", "42", "contradicts"},
                    GapRow{"AtLeastFar", "people.killed", ">=100", "42", "tension"},
                    GapRow{"Meets", "people.killed", "42", "42", "agrees"},
                    GapRow{"Dozens", "people.killed", "24..99 dozens", "170", "contradicts"},
                    GapRow{"DozensLoosely", "people.killed", "24..99 dozens", "150", "tension"},
                    GapRow{"DozensNear", "people.killed", "24..99 dozens", ">100", "tension"},
                    GapRow{"DozensFar", "people.killed", "24..99 dozens", "420", "tension"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(BareCounts, GapTest,
                         testing::Values(GapRow{"Near", "count.boat", "9", "10", "contradicts"},
                                         GapRow{"Half", "count.boat", "2", "3", "contradicts"},
                                         GapRow{"Far", "count.boat", "3", "5", "tension"},
                                         GapRow{"Farther", "count.boat", "7", "13", "tension"},
                                         GapRow{"Shares", "count.share", "9", "10",
                                                "other fact: "}),
                         [](const auto& test) { return std::string(test.param.name); });

// Two reports about the same names throughout, each with one value.
TEST(Doubt, PlainReportsOfOneEventMayLieFurtherApart) {
  const auto relation = [](std::string_view one, std::string_view other) {
    SourcedClaim a = made_claim("Coast Daily", "people.killed", one);
    SourcedClaim b = made_claim("North Wire", "people.killed", other);
    a.claim.context = b.claim.context = {{11, 0}, {12, 1}, {13, 2}};  // the same words around
    return relation_of(a, b);
  };
  EXPECT_EQ(relation("40", "12"), "contradicts");
  EXPECT_EQ(relation("42", "84"), "contradicts");
  EXPECT_EQ(relation("42", "300"), "tension");
  EXPECT_EQ(relation("2", "4"), "tension");
  EXPECT_EQ(relation("24..99 dozens", "420"), "tension");
}

struct PartRow {
  std::string_view name;
  std::vector<std::string> earlier;
  std::vector<std::string> later;
  std::string_view relation;
};

class PartTest : public testing::TestWithParam<PartRow> {};

TEST_P(PartTest, OfAnUnknownWholeIsDoubted) {
  SourcedClaim a = made_claim("Coast Daily", "people.injured", "12");
  SourcedClaim b = made_claim("North Wire", "people.injured", "15");
  a.claim.scope = GetParam().earlier;
  b.claim.scope = GetParam().later;
  EXPECT_EQ(relation_of(a, b), GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(
    Scopes, PartTest,
    testing::Values(PartRow{"Whole", {}, {}, "contradicts"},
                    PartRow{"Total", {"total"}, {}, "contradicts"},
                    PartRow{"Others", {"other"}, {"other"}, "tension"},
                    PartRow{"Parts", {"part"}, {"part"}, "tension"},
                    PartRow{"Previous", {"previous"}, {"previous"}, "tension"},
                    PartRow{"Superseded", {"superseded"}, {"superseded"}, "tension"},
                    PartRow{"SupersededAndNot", {"superseded"}, {}, "updates"},
                    PartRow{"Remaining", {"remaining"}, {"remaining"}, "tension"},
                    PartRow{"Serious", {"serious"}, {"serious"}, "contradicts"},
                    PartRow{"Children", {"of:child"}, {"of:child"}, "contradicts"},
                    PartRow{"PartOfPeople", {"part"}, {}, "other fact: "},
                    PartRow{"OtherAndAll", {"other"}, {}, "other fact: "},
                    PartRow{"ChildrenAndAll", {"of:child"}, {}, "other fact: "},
                    PartRow{"ChildrenAndPolice", {"of:child"}, {"of:police"}, "other fact: "}),
    [](const auto& test) { return std::string(test.param.name); });

// "84 dead, including 10 children" is of the children all.
// Police and marchers count a crowd otherwise.
TEST(Doubt, CrowdsMayLieFurtherApart) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "2000");
  SourcedClaim b = made_claim("North Wire", "people.killed", "5000");
  a.claim.rivals = {{{100, 100}, false}};
  EXPECT_EQ(relation_of(a, b), "tension");
  a.claim.measure = b.claim.measure = "people.attended";
  EXPECT_EQ(relation_of(a, b), "contradicts");
}

TEST(Doubt, ANamedPartIsTheWholeOfItsKind) {
  SourcedClaim a = made_claim("Coast Daily", "people.injured", "12");
  SourcedClaim b = made_claim("North Wire", "people.injured", "12");
  a.claim.scope = {"of:child", "part"};
  b.claim.scope = {"of:child"};
  EXPECT_EQ(relation_of(a, b), "agrees");
}

TEST(Doubt, ANamedPartIsComparedWithItsKind) {
  SourcedClaim a = made_claim("Coast Daily", "people.injured", "12");
  SourcedClaim b = made_claim("North Wire", "people.injured", "15");
  a.claim.scope = {"of:child", "part"};
  b.claim.scope = {"of:child"};
  EXPECT_EQ(relation_of(a, b), "contradicts");
}

TEST(Doubt, AMemberOfAListIsNotTheSum) {
  SourcedClaim a = made_claim("Coast Daily", "people.injured", "12");
  SourcedClaim b = made_claim("North Wire", "people.injured", "15");
  a.claim.scope = {"list"};
  const Verdict verdict = judge(a, b, compare_claims(a, b));
  EXPECT_EQ(verdict.relation, Relation::kTension);
  b.claim.scope = {"list"};
  EXPECT_EQ(relation_of(a, b), "contradicts");
}

TEST(Doubt, TwoGuessersMayDiffer) {
  SourcedClaim a = made_claim("Coast Daily", "people.injured", "12");
  SourcedClaim b = made_claim("North Wire", "people.injured", "15");
  a.claim.modality = b.claim.modality = Modality::kEstimate;
  a.claim.origin = "Harbour Bank";
  b.claim.origin = "Institute of Trade";
  EXPECT_EQ(relation_of(a, b), "tension");
  b.claim.origin = "Harbour Bank";
  EXPECT_EQ(relation_of(a, b), "contradicts");
}

struct RivalRow {
  std::string_view name;
  std::string_view earlier_rivals;
  std::string_view later_rivals;
  std::string_view relation;
};

class KnownValuesTest : public testing::TestWithParam<RivalRow> {};

// "11" against "20" of two articles, one or both of which give more values.
TEST_P(KnownValuesTest, TellFactsApart) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "11");
  SourcedClaim b = made_claim("North Wire", "people.killed", "20");
  say_alike(a, b);
  a.claim.rivals = made_rivals(GetParam().earlier_rivals);
  b.claim.rivals = made_rivals(GetParam().later_rivals);
  EXPECT_EQ(relation_of(a, b), GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(
    Rivals, KnownValuesTest,
    testing::Values(RivalRow{"None", "", "", "contradicts"},
                    RivalRow{"EarlierKnows", "20 20", "", "tension"},
                    RivalRow{"LaterKnows", "", "11 11", "tension"},
                    RivalRow{"BothKnow", "20 20 alike", "11 11 alike", "tension"},
                    RivalRow{"KnowsAbout", "18 22", "", "tension"},
                    RivalRow{"KnowsVaguely", "10 100", "", "contradicts"},
                    RivalRow{"EarlierAmbiguous", "31 31 alike", "", "tension"},
                    RivalRow{"LaterAmbiguous", "", "31 31 alike", "tension"},
                    RivalRow{"UnlikeRival", "31 31", "", "contradicts"},
                    RivalRow{"UnlikeRivals", "31 31;5 5", "7 7", "contradicts"},
                    RivalRow{"OneAlike", "31 31;5 5 alike", "", "tension"},
                    RivalRow{"NearAlike", "12 12 alike", "22 22 alike", "contradicts"},
                    RivalRow{"NearAndFarAlike", "12 12 alike;5 5 alike", "", "tension"}),
    [](const auto& test) { return std::string(test.param.name); });

// "Killed 11, injured 40" and "killed 20, injured 90" are two raids, rather.
TEST(Doubt, OtherFiguresBesideThemTellOfTwoEvents) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "11");
  SourcedClaim b = made_claim("North Wire", "people.killed", "20");
  const auto doubt = [&](double sameness) {
    return doubt_contradiction(a, b, {11, 11}, {20, 20}, sameness);
  };
  EXPECT_EQ(doubt(0.3), "");
  a.claim.companions = {{1, {40, 40}, {40, 40}}};
  b.claim.companions = {{1, {90, 90}, {90, 90}}};
  EXPECT_EQ(doubt(0.3), "the figures beside them differ too");
  EXPECT_EQ(doubt(0.5), "");
  b.claim.companions.push_back({2, {40, 40}, {40, 40}});
  EXPECT_EQ(doubt(0.3), "the figures beside them differ too");
  b.claim.companions.push_back({1, {40, 40}, {40, 40}});
  EXPECT_EQ(doubt(0.3), "");
}

// "Seven rifles and three other guns", "seven rifles and two other guns"
TEST(Doubt, OthersThanTheSameAreOneCount) {
  SourcedClaim a = made_claim("Coast Daily", "weapon.seized", "3");
  SourcedClaim b = made_claim("North Wire", "weapon.seized", "2");
  a.claim.scope = b.claim.scope = {"other"};
  const auto doubt = [&] { return doubt_contradiction(a, b, {3, 3}, {2, 2}, 0.4); };
  EXPECT_NE(doubt(), "");
  a.claim.companions = b.claim.companions = {{1, {7, 7}, {7, 7}}};
  EXPECT_EQ(doubt(), "");
  b.claim.scope.clear();
  EXPECT_NE(doubt(), "");
}

// Others than people are told of many owners, whose values are near each other.
TEST(Doubt, ANearValueOfAnotherOwnerIsAnotherValue) {
  SourcedClaim a = made_claim("Coast Daily", "game.won", "31");
  SourcedClaim b = made_claim("North Wire", "game.won", "29");
  a.claim.rivals = made_rivals("34 34 alike");
  const auto doubt = [&] { return doubt_contradiction(a, b, {31, 31}, {29, 29}, 0.5); };
  EXPECT_EQ(doubt(), "an article gives other values too, and does not tell which is meant");
  a.claim.subject = "Milo Harsanyi";
  b.claim.subject = "Harsanyi";
  EXPECT_EQ(doubt(), "");
  b.claim.subject = "Otto Brandl";
  EXPECT_EQ(doubt(), "an article gives other values too, and does not tell which is meant");
}

// "9,000 men," says the league; "2,500," says the ministry: far apart, and of one force.
TEST(Doubt, TwoWhoSpeakOfOneOwnerMayLieFarApart) {
  SourcedClaim a = made_claim("Coast Daily", "people.strength", "9000");
  SourcedClaim b = made_claim("North Wire", "people.strength", "2500");
  const auto doubt = [&] { return doubt_contradiction(a, b, {9000, 9000}, {2500, 2500}, 0.5); };
  const std::string_view far_apart = "they lie too far apart to be surely of one thing";
  EXPECT_EQ(doubt(), "");
  a.claim.rivals = made_rivals("400 400");
  EXPECT_EQ(doubt(), far_apart);
  a.claim.subject = b.claim.subject = "Velmont League";
  a.claim.origin = "Ana Ruiz";
  EXPECT_EQ(doubt(), far_apart);
  b.claim.origin = "Ministry of Defence";
  EXPECT_EQ(doubt(), "");
  b.claim.subject = "Harbour Guard";
  EXPECT_EQ(doubt(), far_apart);
  b.claim.subject = "Velmont League";
  a.claim.rivals = made_rivals("400 400 alike");
  EXPECT_EQ(doubt(), far_apart);
}

TEST(Doubt, WithinOneArticleAThirdValueOfItsKindIsTooMany) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "11");
  SourcedClaim b = made_claim("Coast Daily", "people.killed", "20");
  const auto doubt = [&](std::string_view rivals) {
    a.claim.rivals = made_rivals(rivals);
    return doubt_contradiction(a, b, {11, 11}, {20, 20}, 0.5);
  };
  EXPECT_NE(doubt("20 20;31 31"), "");  // nobody is named who says so
  a.claim.origin = "Ana Ruiz";
  b.claim.origin = "Tom Berg";
  EXPECT_EQ(doubt("20 20"), "");
  EXPECT_EQ(doubt("20 20;31 31"), "");
  EXPECT_NE(doubt("20 20;31 31 alike"), "");
}

struct AgeRow {
  std::string_view name;
  std::string_view later;
  int days_later;
  std::string quote;
  std::string_view relation;
};

class AgeTest : public testing::TestWithParam<AgeRow> {};

TEST_P(AgeTest, MovesOnWithTheYears) {
  SourcedClaim a = made_claim("Coast Daily", "age", "26");
  SourcedClaim b = made_claim("North Wire", "age", GetParam().later);
  a.claim.subject = b.claim.subject = "Tom Berg";
  b.claim.quote = GetParam().quote;
  *b.published += std::chrono::days(GetParam().days_later);
  EXPECT_EQ(relation_of(a, b), GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(
    Years, AgeTest,
    testing::Values(AgeRow{"Same", "26", 0, "Tom Berg, 26", "agrees"},
                    AgeRow{"OneOnADay", "27", 0, "Tom Berg, 27", "contradicts"},
                    AgeRow{"OneInAWeek", "27", 7, "Tom Berg, 27", "tension"},
                    AgeRow{"Two", "28", 0, "Tom Berg, 28", "contradicts"},
                    AgeRow{"AtSchool", "17", 0, "when he was 17 at school", "tension"},
                    AgeRow{"Was", "17", 0, "Berg was 17", "tension"},
                    AgeRow{"Then", "17", 0, "a then-17-year-old Berg", "tension"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Doubt, StormsMove) {
  SourcedClaim a = made_claim("Coast Daily", "length.distance", "90");
  SourcedClaim b = made_claim("North Wire", "length.distance", "70");
  a.claim.scope = b.claim.scope = {"from:orsk"};
  EXPECT_EQ(relation_of(a, b), "contradicts");
  b.title = "Hurricane Nils nears Orsk";
  EXPECT_EQ(relation_of(a, b), "tension");
  a.claim.as_of = b.claim.as_of = *b.published;
  EXPECT_EQ(relation_of(a, b), "contradicts");
}

TEST(Doubt, PeopleOfTwoKindsAreTwoCounts) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "12");
  SourcedClaim b = made_claim("North Wire", "people.killed", "15");
  a.claim.noun = "people";
  b.claim.noun = "victims";
  EXPECT_EQ(relation_of(a, b), "contradicts");
  b.claim.noun = "officers";
  EXPECT_EQ(relation_of(a, b), "tension");
}

TEST(Doubt, IsTold) {
  const SourcedClaim a = made_claim("Coast Daily", "people.killed", "42");
  const SourcedClaim b = made_claim("North Wire", "people.killed", "300");
  const Verdict verdict = judge(a, b, compare_claims(a, b));
  EXPECT_NE(verdict.why.find("too far apart"), std::string::npos) << verdict.why;
}

TEST(Doubt, ACorrectedHeadlineCorrects) {
  const SourcedClaim a = made_claim("Coast Daily", "people.killed", "42");
  SourcedClaim b = made_claim("Coast Daily", "people.killed", "45");
  b.article = "second";
  b.title = "(CORRECTED) Blast in Orsk";
  EXPECT_EQ(relation_of(a, b), "corrects");
  b.outlet = "North Wire";
  EXPECT_EQ(relation_of(a, b), "contradicts");
}

TEST(Doubt, AMinimumThatRisesOnALaterDayUpdates) {
  const SourcedClaim a = made_claim("Coast Daily", "people.killed", ">=13");
  SourcedClaim b = made_claim("North Wire", "people.killed", ">=14");
  EXPECT_EQ(relation_of(a, b), "compatible");
  *b.published += std::chrono::days(1);
  EXPECT_EQ(relation_of(a, b), "updates");
  b.claim.figure = made_figure("13");
  EXPECT_EQ(relation_of(a, b), "compatible");
}

}  // namespace
}  // namespace figured::claims
