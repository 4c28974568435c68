#include "claims/times/time_reader.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"
#include "tests/claims/times/time_words.h"

namespace figured::claims {
namespace {

struct TimeCase {
  std::string name;
  std::string text;   // published on 2026-11-20, a Friday
  std::string times;  // of its figures in order, parted by "; "; "-" = publication
};

class EventTimeTest : public testing::TestWithParam<TimeCase> {};

TEST_P(EventTimeTest, GoesWithTheFigure) {
  std::string times;
  for (const Claim& claim : claims_of(GetParam().text)) {
    if (!times.empty()) times += "; ";
    if (claim.as_of) times += "as of ";
    times += in_words(claim.as_of ? std::optional<TimeSpan>({*claim.as_of, *claim.as_of})
                                  : claim.event_time);
  }
  EXPECT_EQ(times, GetParam().times);
}

const auto kName = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Clause, EventTimeTest,
    testing::Values(
        TimeCase{"None", "The blast killed 42 people.", "-"},
        TimeCase{"Before", "On Sunday the blast killed 42 people.", "2026-11-15"},
        TimeCase{"Behind", "The blast killed 42 people yesterday.", "2026-11-19"},
        TimeCase{"OfThePart", "Of the 42 people hurt in the blast, 30 went home on Sunday.",
                 "-; 2026-11-15"},
        TimeCase{"SinceOfThePart", "Twenty towns have banned it, including eight since 2019.",
                 "-; 2019-01-01/2026-11-20"},
        TimeCase{"OfTheTellingOnAProgramme",
                 "The toll is 42, Leo Berg said on \"Daybreak\" on Monday.", "-"},
        TimeCase{"ChildrenHeHas", "On Sunday a father of 12 was hurt.", "-"},
        TimeCase{"OfTheEvent", "The 2004 earthquake killed 42 people.", "2004"},
        TimeCase{"Possessive", "Sunday's blast killed 42 people.", "2026-11-15"},
        TimeCase{"Shared", "The blast killed 12 people and injured 30 on Sunday.",
                 "2026-11-15; 2026-11-15"},
        TimeCase{"Participle", "A bomb went off in Orsk on Sunday, killing 42 people.",
                 "2026-11-15"},
        TimeCase{"ParticipleOfARelative",
                 "It is like Orsk, which a storm struck in 2004, killing 42 people.", "2004"},
        TimeCase{"TheYearOfTheThing", "He spoke of the 2004 storm that killed 42 people.", "2004"},
        TimeCase{"When", "At least 42 people died when a bus overturned on Sunday.", "2026-11-15"},
        TimeCase{"InsideWhen", "He was at home when gunmen struck on Sunday, killing 42 people.",
                 "2026-11-15"},
        TimeCase{"EventRelative", "The fire that broke out on Sunday killed 42 people.",
                 "2026-11-15"},
        TimeCase{"EventRelativeInside", "On Sunday he saw the fire that killed 42 people.",
                 "2026-11-15"},
        TimeCase{"OpeningReachesCoordinate",
                 "In 2014, the firm cut 300 jobs, and its rival cut 500 jobs.", "2014; 2014"},
        TimeCase{"SamePredicate", "The storm struck on Sunday, and killed 42 people.",
                 "2026-11-15"},
        TimeCase{"OpeningPhrase", "In a poll taken last month, he led by 7 points.", "2026-10"},
        TimeCase{"Each", "The firm sold 12 boats in 2013 and 15 boats in 2014.", "2013; 2014"},
        TimeCase{"EachBehindSemicolon", "In 2013 it sold 12 boats; in 2014 it sold 15 boats.",
                 "2013; 2014"},
        TimeCase{"ContrastKeepsItsTime",
                 "The bridge cost $4 million, she said, while a tunnel, dug last May, cost $9 "
                 "million.",
                 "-; 2026-05"},
        TimeCase{"WhileWithin", "The firm, while small, sold 12 boats in 2013.", "2013"},
        TimeCase{"WhileFirst", "While it was small, the firm sold 12 boats in 2013.", "2013"},
        TimeCase{"YearOfTheThing", "It extends a 1998 port rule that had the yard sell 12 boats.",
                 "1998"},
        TimeCase{"YearOfALaw", "She read a 2019 law that banned 12 dyes.", "2019"},
        TimeCase{"YearOfALawInForce", "She read a 2019 law that bans 12 dyes.", "-"},
        TimeCase{"YearOfAnother", "It cited a 2013 form and aides who said it sold 12 boats.", "-"},
        TimeCase{"ItsFirstYears",
                 "A report last year said it sold 12 boats in its first three years.", "-"},
        TimeCase{"Bracket", "It sold 12 boats (in 2013) there.", "2013"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    OtherClause, EventTimeTest,
    testing::Values(
        TimeCase{"Semicolon", "The blast killed 42 people; in 2004 a flood came.", "-"},
        TimeCase{"Coordinate", "He walked 3 miles, and, on Wednesday night, took a cab.", "-"},
        TimeCase{"CoordinateSubject", "He was hurt on Sunday, and his firm has 300 workers.", "-"},
        TimeCase{"LaterParticiple", "She wants 69 seats there, beginning in 2032.", "-"},
        TimeCase{"Relative", "It is a four-seat car that will be sold in spring 2027.", "-"},
        TimeCase{"RelativePlace",
                 "He works in a mine bought in May 2015, where he holds 42 shares.", "-"},
        TimeCase{"Because", "It has 42 boats because a flood in 2004 took the rest.", "-"},
        TimeCase{"Dash", "It has 42 boats — a flood in 2004 took the rest.", "-"},
        TimeCase{"Due", "The town sells a $42 million bond due May 11, 2032.", "-"},
        TimeCase{"Since", "It has 42 boats, the fewest since 2001.", "-"},
        TimeCase{"Act", "The 2005 Act covers 42 towns.", "-"},
        TimeCase{"AgeIsOfNow", "The 32-year-old driver fled on Sunday.", "-"},
        TimeCase{"AgeLongAgo", "In 2004 the 32-year-old driver fled.", "2004"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Telling, EventTimeTest,
    testing::Values(
        TimeCase{"Said", "Officials said Monday that 42 people died.", "-"},
        TimeCase{"SaidBehind", "The blast killed 42 people, officials said on Monday.", "-"},
        TimeCase{"OpeningSaid", "On Monday, officials said 42 people died.", "-"},
        TimeCase{"SaidAndWhen", "Officials said Monday that 42 people died on Sunday.",
                 "2026-11-15"},
        TimeCase{"Announcement", "The announcement last week of a $6 billion plan drew fire.", "-"},
        TimeCase{"SaidLongAgo", "In 2014, officials said 42 people died.", "2014"},
        TimeCase{"AsOf", "As of Monday, 42 people had died.", "as of 2026-11-16"},
        TimeCase{"ByNight", "By Sunday night, 42 people had died.", "as of 2026-11-15"},
        TimeCase{"SinceSaid", "Since Monday, officials said, 42 people have died.",
                 "2026-11-16/2026-11-20"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Comparison, EventTimeTest,
    testing::Values(
        TimeCase{"ComparedWith",
                 "The town has 2.1 million people, compared with 1.9 million a "
                 "year earlier.",
                 "-; 2025"},
        TimeCase{"From", "Sales rose to $5 million from $4 million in 2014.", "-; 2014"},
        TimeCase{"BothDated", "In 2015 sales rose to $5 million from $4 million a year earlier.",
                 "2015; 2014"},
        TimeCase{"BaseAhead", "It fell from 12 percent in 2014 to 7 percent.", "2014; -"},
        TimeCase{"TargetOnly", "It will fall from 12 percent to 7 percent by 2035.", "-; 2035"},
        TimeCase{"Versus", "Profit was $5 million for 2015, versus $4 million the previous year.",
                 "2015; 2014"},
        TimeCase{"Alternative",
                 "Profit was $5 million, compared to $4 million, or 15 cents per "
                 "share, a year earlier.",
                 "-; 2025; 2025"},
        TimeCase{"NoOrigin", "On Sunday it flew 42 people from 12 towns.",
                 "2026-11-15; 2026-11-15"},
        TimeCase{"ThisAndLastYear", "This year's crop will fall to 38 tons from 40 tons last year.",
                 "2026; 2025"},
        TimeCase{"OverLastYear", "The plan is a 10 percent rise over last year.", "-"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    SentenceBefore, EventTimeTest,
    testing::Values(
        TimeCase{"GoesOn", "A wave struck the coast in 2004. It killed 42 people.", "2004"},
        TimeCase{"GoesOnPossessive", "In 2004 he fled. His guards killed 42 people.", "2004"},
        TimeCase{"NewSubject", "A wave struck the coast in 2004. Police arrested 42 people.", "-"},
        TimeCase{"Present", "A wave struck the coast in 2004. It has 42 hotels.", "-"},
        TimeCase{"NewParagraph", "A wave struck the coast in 2004.\nIt killed 42 people.", "-"},
        TimeCase{"RecentIsTheNews", "A wave struck on Sunday. It killed 42 people.", "-"},
        TimeCase{"AnchorBefore", "He led on Monday. Two days before, a poll gave him 27 percent.",
                 "2026-11-14"}),
    kName);

TEST(EventTime, WithoutAPublicationAWeekdayIsNoDate) {
  const Reading reading = Extractor().read({{}, "On Sunday the blast killed 42 people.", {}, {}});
  EXPECT_FALSE(reading.claims.at(0).event_time);
}

TEST(EventTime, TellsItsWordsAndRule) {
  const std::string text = "The blast killed 42 people on Sunday night.";
  const Tokens tokens = tokenize(text, Lexicon::english());
  const SentenceView s(tokens, tokens.sentences.at(0));
  const auto times = TimeReader(tokens, day(2026, 11, 20)).read(0, read_figures(s).figures);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(text.substr(times[0].words.start, times[0].words.end - times[0].words.start),
            "Sunday night");
  EXPECT_EQ(times[0].rule, "weekday before publication");
}

}  // namespace
}  // namespace figured::claims
