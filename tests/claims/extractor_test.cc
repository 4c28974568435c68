#include "claims/extractor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct MeasureCase {
  std::string name;
  std::string text;
  std::string measures;  // of the figures in order, parted by ", "; "-" = none
};

class MeasureTest : public testing::TestWithParam<MeasureCase> {};

TEST_P(MeasureTest, IsWhatTheFigureIsSaidOf) {
  std::string measures;
  for (const Claim& claim : claims_of(GetParam().text)) {
    if (!measures.empty()) measures += ", ";
    measures += claim.measure.empty() ? "-" : claim.measure;
  }
  EXPECT_EQ(measures, GetParam().measures);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, MeasureTest,
    testing::Values(
        MeasureCase{"Active", "The blast killed 42 people.", "people.killed"},
        MeasureCase{"Passive", "In all 42 people were killed.", "people.killed"},
        MeasureCase{"Perfect", "Officials say 42 people have been killed.", "people.killed"},
        MeasureCase{"Intransitive", "At least 42 people died.", "people.killed"},
        MeasureCase{"Adjective", "The quake left 42 dead.", "people.killed"},
        MeasureCase{"Deaths", "The agency counted 42 deaths.", "people.killed"},
        MeasureCase{"Toll", "The death toll rose to 42.", "people.killed"},
        MeasureCase{"TollOf", "It was a toll of 42.", "people.killed"},
        MeasureCase{"Ing", "A fire swept the hall, killing 42 people.", "people.killed"},
        MeasureCase{"Participle", "The 42 people killed in the blast were workers.",
                    "people.killed"},
        MeasureCase{"Gapping", "It killed 12 people and injured more than 140.",
                    "people.killed, people.injured"},
        MeasureCase{"DeadAndInjured", "The crash left 4 dead and 17 injured.",
                    "people.killed, people.injured"},
        MeasureCase{"NotTheKiller", "The 12 soldiers killed three civilians.",
                    "count.soldier, people.killed"},
        MeasureCase{"PartOfThem", "The fire killed 24, nine of them children.",
                    "people.killed, people.killed"},
        MeasureCase{"Missing", "Another 15 people are missing.", "people.missing"},
        MeasureCase{"Displaced", "The valley hosts 1,000 displaced people.", "people.displaced"},
        MeasureCase{"Arrested", "Police arrested 30 protesters.", "people.arrested"},
        MeasureCase{"ForceOf", "She commands a force of 9,000 people.", "armed.strength"},
        MeasureCase{"ArmedPeople", "They have 7,000 armed people.", "armed.strength"},
        MeasureCase{"Strong", "A 6,000-strong army waits there.", "armed.strength"},
        MeasureCase{"HaveSoldiers", "They have 7,000 soldiers.", "armed.strength"},
        MeasureCase{"SoldiersSeen", "We saw three soldiers there.", "count.soldier"},
        MeasureCase{"Deployed", "The capital deployed 500 troops.", "armed.deployed"},
        MeasureCase{"Houses", "The storm destroyed 80 houses.", "building.destroyed"},
        MeasureCase{"Damage", "The storm caused $3 billion in damage.", "money.damage_cost"},
        MeasureCase{"Rate", "The unemployment rate fell to 5.2%.", "percent.unemployment"},
        MeasureCase{"ShareOf", "About 40% of voters stayed home.", "percent.of.voter"},
        MeasureCase{"Distance", "The village lies 125 km north of Ardan.", "length.distance"},
        MeasureCase{"Quake", "The magnitude 6.4 quake struck at dawn.", "magnitude"},
        MeasureCase{"Age", "The 32-year-old driver fled.", "age"},
        MeasureCase{"OneOfReasons", "It is only one of the reasons.", ""},
        MeasureCase{"MotherOf", "A mother of 13 was freed.", "child.offspring"},
        MeasureCase{"MotherOfNamed", "The mother of 13 Jane Doe was freed.", "child.offspring"},
        MeasureCase{"Exchanged", "It had a turnover of 40 million euros ($47 million).",
                    "money.revenue, money.revenue"},
        MeasureCase{"Restated", "It has a length of 12 km (7.5 miles).", "length.length"},
        MeasureCase{"HoursBetween", "Police arrested him 34 hours after the raid.",
                    "arrested.time_after"},
        MeasureCase{"HoursLater", "Police arrested him three hours later.", "arrested.time_after"},
        MeasureCase{"DaysBetween", "Police arrested him two days after the raid.",
                    "arrested.time_after"},
        MeasureCase{"HoursBetweenUnnamed", "It was dark three hours later.", "-"},
        MeasureCase{"DaysBetweenUnnamed", "It was dark three days later.", ""},
        MeasureCase{"DaysAgo", "Police arrested him three days ago.", ""},
        MeasureCase{"HoursAgo", "Police arrested him three hours ago.", ""},
        MeasureCase{"PastHours", "Police arrested him in the past 12 hours.", ""},
        MeasureCase{"OverTheNext", "It burned down over the next 40 minutes.", "duration"},
        MeasureCase{"OverTheNextDays", "It burned down over the next two days.", ""},
        MeasureCase{"WholeDays", "Police arrested him 48 hours after the raid.",
                    "arrested.time_after"},
        MeasureCase{"NobodyAboard", "The firm carries 42 in its books.", "-"},
        MeasureCase{"NoPeopleInDebt", "Its debt rose to 42.", "-"},
        MeasureCase{"Aboard", "The ferry was carrying 212 passengers.", "people.aboard"},
        MeasureCase{"OnBoard", "A ferry with 212 passengers on board sank.", "people.aboard"},
        MeasureCase{"Things", "The report has 56 pages.", "count.page"}),
    [](const auto& test) { return test.param.name; });

struct SpeakerCase {
  std::string name;
  std::string text;
  std::string speaker;  // of the last figure
};

class SpeakerTest : public testing::TestWithParam<SpeakerCase> {};

TEST_P(SpeakerTest, IsWhoSaysTheFigure) {
  EXPECT_EQ(claims_of(GetParam().text).back().speaker, GetParam().speaker);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SpeakerTest,
    testing::Values(
        SpeakerCase{"Said", "Mayor Ana Ruiz said 42 people were killed.", "Mayor Ana Ruiz"},
        SpeakerCase{"SaidBehind", "The blast killed 42 people, said Ana Ruiz.", "Ana Ruiz"},
        SpeakerCase{"According", "According to Ana Ruiz, 42 people died.", "Ana Ruiz"},
        SpeakerCase{"AccordingBehind", "The blast killed 42 people, according to police.",
                    "police"},
        SpeakerCase{"Apposition", "Ana Ruiz, the mayor of the town, said 42 people died.",
                    "Ana Ruiz"},
        SpeakerCase{"Holder", "The commander of a militia in Orsk, who fled, said 42 people died.",
                    "commander of a militia in Orsk"},
        SpeakerCase{"Officials", "Hospital officials said 42 people died.", "Hospital officials"},
        SpeakerCase{"Pronoun", "Ana Ruiz said the fire was out. She said 42 people died.",
                    "Ana Ruiz"},
        SpeakerCase{"Quotation", "\"They have 42 boats. We have none,\" Ana Ruiz said.",
                    "Ana Ruiz"},
        SpeakerCase{"Nobody", "The blast killed 42 people.", ""}),
    [](const auto& test) { return test.param.name; });

struct ScopeCase {
  std::string name;
  std::string text;
  std::vector<std::string> scope;  // of the last figure
};

class ScopeTest : public testing::TestWithParam<ScopeCase> {};

TEST_P(ScopeTest, IsWhatRestrictsTheFigure) {
  EXPECT_EQ(claims_of(GetParam().text).back().scope, GetParam().scope);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ScopeTest,
    testing::Values(
        ScopeCase{"Whole", "The blast killed 42 people.", {}},
        ScopeCase{"Children", "The blast killed 12 children.", {"of:child"}},
        ScopeCase{"Including", "It killed 42 people, including 12 women.", {"of:woman", "part"}},
        ScopeCase{"Others", "The blast killed a guard and 12 others.", {"other"}},
        ScopeCase{"Nation", "The blast killed 12 Thai workers.", {"nation:Thailand", "of:worker"}},
        ScopeCase{"Rate", "The virus kills 300 people per day.", {"per:day"}},
        ScopeCase{"Site", "The bomb killed 11 people at the airport.", {"at:airport"}}),
    [](const auto& test) { return test.param.name; });

TEST(Extractor, FindsThePlaceOfTheClause) {
  const auto claims =
      claims_of("A ferry sank near Port Velma, killing 12 people. Later 3 people died in Orsk.");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].place, "Velma");
  EXPECT_EQ(claims[1].place, "Orsk");
}

TEST(Extractor, FallsBackToThePlaceTheArticleIsAbout) {
  const auto claims = claims_of("Rescuers worked all night in Orsk.\nThe blast killed 42 people.");
  EXPECT_EQ(claims.at(0).place, "Orsk");
}

TEST(Extractor, TellsWhatIsOnlyPossible) {
  EXPECT_EQ(claims_of("The toll could reach 90.").at(0).modality, Modality::kPossible);
  EXPECT_EQ(claims_of("The firm plans to hire 300 workers.").at(0).modality, Modality::kPlanned);
  EXPECT_EQ(claims_of("The union demanded 300 houses.").at(0).modality, Modality::kAsked);
  EXPECT_EQ(claims_of("The firm hired 300 workers.").at(0).modality, Modality::kAsserted);
}

TEST(Extractor, QuotesExactBytesAroundTheFigure) {
  const std::string text =
      "Caf\u00e9 staff said \u201cmore than 42 people\u201d were killed in the blast.";
  for (const Claim& claim : claims_of(text)) {
    EXPECT_EQ(text.substr(claim.span.start, claim.span.end - claim.span.start), claim.quote);
    EXPECT_LE(claim.span.start, claim.figure.span.start);
    EXPECT_GE(claim.span.end, claim.figure.span.end);
  }
}

TEST(Extractor, ReadsTitleAndText) {
  const auto claims = claims_of("The blast killed 42 people.", "Blast in Orsk kills 42");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].field, Field::kTitle);
  EXPECT_EQ(claims[1].field, Field::kText);
}

TEST(Extractor, PassesOverWhatIsNoText) {
  EXPECT_TRUE(claims_of("").empty());
  EXPECT_NO_THROW(claims_of("\xff\xfe 42 \xc3( people \xe2\x80"));
  EXPECT_NO_THROW(claims_of(std::string(20'000, '9')));
  EXPECT_NO_THROW(claims_of(std::string(5'000, '"') + " 42 people were killed"));
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// A thread keeps the memory of what it reads, and gives back that of a large text.
TEST(Extractor, ReadsATextAlikeAfterAnyOther) {
  const std::string_view text = "A storm killed 42 people in Lima, the mayor said.";
  const Extractor extractor;
  const Reading first = extractor.read({"", text, "", std::nullopt});
  const std::string large = "Ana Ruiz lost \"42 boats" + repeated(" it rained.", 15'000);
  extractor.read({"Velmont sells 900 boats", large, "", std::nullopt});
  const Reading again = extractor.read({"", text, "", std::nullopt});
  ASSERT_EQ(first.claims.size(), 1U);
  ASSERT_EQ(again.claims.size(), 1U);
  EXPECT_EQ(again.claims[0].quote, first.claims[0].quote);
  EXPECT_EQ(again.claims[0].measure, first.claims[0].measure);
  EXPECT_EQ(again.claims[0].speaker, first.claims[0].speaker);
  EXPECT_EQ(again.names, first.names);
}

// Each would take hours if its cost grew with the square of its length.
TEST(Extractor, OneEndlessSentenceIsRead) {
  EXPECT_EQ(claims_of(repeated("42 people ", 50'000)).size(), 50'000u);
  EXPECT_NO_THROW(claims_of(repeated("Anna ", 100'000) + "said 42"));
  EXPECT_NO_THROW(claims_of(repeated("1-", 100'000)));
  EXPECT_NO_THROW(claims_of(repeated("hundred and ", 50'000)));
  EXPECT_NO_THROW(claims_of(repeated("in Orsk 42, ", 50'000)));
  EXPECT_NO_THROW(claims_of('"' + repeated("42 sank. ", 50'000)));
}

TEST(Extractor, NamesTellWhatAnArticleIsAbout) {
  const Extractor extractor;
  const auto names =
      extractor.read({{}, "Rescuers in Orsk found Ana Ruiz. Ana Ruiz lives in Orsk.", {}, {}})
          .names;
  EXPECT_EQ(names.size(), 3u);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

}  // namespace
}  // namespace figured::claims
