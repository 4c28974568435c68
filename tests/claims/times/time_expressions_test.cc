#include "claims/times/time_expressions.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"
#include "tests/claims/times/time_words.h"

namespace figured::claims {
namespace {

std::string use_in_words(TimeUse use) {
  switch (use) {
    case TimeUse::kWhen:
      return "";
    case TimeUse::kSince:
      return "since ";
    case TimeUse::kAsOf:
      return "as of ";
    case TimeUse::kTold:
      return "told ";
    case TimeUse::kBase:
      return "base ";
    case TimeUse::kOther:
      return "other ";
  }
  return "";
}

// The times of a text, parted by "; ".
std::string times_of(std::string_view text, std::optional<std::chrono::sys_seconds> published) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  TimeAnchors anchors;
  std::string words;
  for (const Sentence& sentence : tokens.sentences) {
    const TimeExpressions times(SentenceView(tokens, sentence), published, anchors);
    for (const TimeExpression& time : times.all()) {
      if (!words.empty()) words += "; ";
      words += use_in_words(time.use) + in_words(time.span);
    }
    times.add_to(anchors);
  }
  return words;
}

struct ExpressionCase {
  std::string name;
  std::string text;   // published on 2026-11-20, a Friday
  std::string times;  // in order; "" = no expression
};

class TimeExpressionTest : public testing::TestWithParam<ExpressionCase> {};

TEST_P(TimeExpressionTest, IsResolvedAgainstThePublication) {
  EXPECT_EQ(times_of(GetParam().text, day(2026, 11, 20)), GetParam().times);
}

const auto kName = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Days, TimeExpressionTest,
    testing::Values(
        ExpressionCase{"TwoWeekdays", "On Monday and Tuesday it rained.", "2026-11-16/2026-11-17"},
        ExpressionCase{"TwoMonths", "It rained in July and August 2019.", "2019-07-01/2019-08-31"},
        ExpressionCase{"MonthsApart", "It rained in May and August 2019.", "2026-05; 2019-08"},
        ExpressionCase{"TwoEvents", "The fire on Monday and Tuesday's flood were near.",
                       "2026-11-16; 2026-11-17"},
        ExpressionCase{"Weekday", "The bridge fell on Sunday.", "2026-11-15"},
        ExpressionCase{"SameWeekday", "The bridge fell on Friday.", "2026-11-20"},
        ExpressionCase{"LastWeekday", "It fell last Tuesday.", "2026-11-17"},
        ExpressionCase{"LastSameWeekday", "It fell last Friday.", "2026-11-13"},
        ExpressionCase{"NextWeekday", "The vote is next Tuesday.", "2026-11-24"},
        ExpressionCase{"WeekdayToCome", "The bridge will close on Sunday.", "2026-11-22"},
        ExpressionCase{"WeekdayPlanned", "The vote is scheduled for Monday.", "2026-11-23"},
        ExpressionCase{"OpeningWeekdayToCome", "On Sunday, the town will vote.", "2026-11-22"},
        ExpressionCase{"NightOf", "It fell Monday night.", "2026-11-16"},
        ExpressionCase{"EarlyOn", "It fell early Tuesday.", "2026-11-17"},
        ExpressionCase{"ShortWeekday", "The fair opened Sat., Nov. 14.", "2026-11-14"},
        ExpressionCase{"Yesterday", "It fell yesterday afternoon.", "2026-11-19"},
        ExpressionCase{"Tonight", "The town votes tonight.", "2026-11-20"},
        ExpressionCase{"ThisMorning", "It fell this morning.", "2026-11-20"},
        ExpressionCase{"LastNight", "It fell last night.", "2026-11-19"},
        ExpressionCase{"DaysAgo", "It fell three days ago.", "2026-11-17"},
        ExpressionCase{"MonthDay", "It fell on Aug. 15.", "2026-08-15"},
        ExpressionCase{"MonthDayAhead", "It fell on December 30.", "2025-12-30"},
        ExpressionCase{"MonthDaySoon", "It will open on December 30.", "2026-12-30"},
        ExpressionCase{"Ordinal", "It fell on August 15th.", "2026-08-15"},
        ExpressionCase{"FullDate", "It fell on March 3, 2011, at noon.", "2011-03-03"},
        ExpressionCase{"DayMonthYear", "It fell on 3 March 2011.", "2011-03-03"},
        ExpressionCase{"DayOfMonth", "It fell on the 3rd of March 2011.", "2011-03-03"},
        ExpressionCase{"WeekdayAndDate", "It fell on Thursday, March 3, 2011.", "2011-03-03"},
        ExpressionCase{"WeekdayBracketDate", "It fell on Thursday (March 3).", "2026-03-03"},
        ExpressionCase{"Iso", "Log of 2011-03-03: bridge down.", "2011-03-03"},
        ExpressionCase{"DayFirst", "It fell on 15/08/2021.", "2021-08-15"},
        ExpressionCase{"MonthFirst", "It fell on 8/15/2021.", "2021-08-15"},
        ExpressionCase{"SlashesOfTwoDays", "It fell on 5/6/2021.", "-"},
        ExpressionCase{"ShortYear", "It fell on 12/31/86.", "1986-12-31"},
        ExpressionCase{"NineEleven", "He enlisted in the wake of 9/11.", "2001-09-11"},
        ExpressionCase{"SeptemberAttacks", "The Sept. 11 attacks shook him.", "2001-09-11"},
        ExpressionCase{"SeptemberOther", "The Sept. 11, 2012, game was lost.", "2012-09-11"},
        ExpressionCase{"DayRange", "The fair ran Feb. 16-20.", "2026-02-16/2026-02-20"},
        ExpressionCase{"TwoDays", "It rained on June 12 and 13.", "2026-06-12/2026-06-13"},
        ExpressionCase{"FixedHoliday", "The fire broke out on Christmas Eve.", "2025-12-24"},
        ExpressionCase{"NewYear", "The fire broke out on New Year's Day 2019.", "2019-01-01"},
        ExpressionCase{"BoxingDay", "The wave came on Boxing Day 2004.", "2004-12-26"},
        ExpressionCase{"MayDay", "They march on May Day.", "2026-05-01"},
        ExpressionCase{"FourthOfJuly", "Tents went up on the Fourth of July.", "2026-07-04"},
        ExpressionCase{"Clock", "It fell at 9:55 p.m. on Monday.", "2026-11-16"},
        ExpressionCase{"ClockBehind", "It fell Monday at 10 a.m. ET.", "2026-11-16"},
        ExpressionCase{"ClockAlone", "It fell at 9:55 p.m. local time.", "-"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Periods, TimeExpressionTest,
    testing::Values(
        ExpressionCase{"LastWeek", "It fell last week.", "2026-11-08/2026-11-14"},
        ExpressionCase{"ThisMonth", "It fell earlier this month.", "2026-11"},
        ExpressionCase{"LastMonth", "It fell last month.", "2026-10"},
        ExpressionCase{"LastQuarter", "Sales fell last quarter.", "2026-07-01/2026-09-30"},
        ExpressionCase{"LastYear", "It fell last year.", "2025"},
        ExpressionCase{"NextYear", "It opens next year.", "2027"},
        ExpressionCase{"LastSummer", "It fell last summer.", "2026-06-01/2026-08-31"},
        ExpressionCase{"ThisSpring", "It fell this spring.", "2026-03-01/2026-05-31"},
        ExpressionCase{"InTheFall", "It fell in the fall.", "2026-09-01/2026-11-30"},
        ExpressionCase{"FallOfYear", "It fell in the fall of 2014.", "2014-09-01/2014-11-30"},
        ExpressionCase{"Weekend", "It fell over the weekend.", "2026-11-14/2026-11-15"},
        ExpressionCase{"NextWeekend", "The fair is next weekend.", "2026-11-21/2026-11-22"},
        ExpressionCase{"LastDecade", "It shrank in the last decade.", "2016-11-20/2026-11-20"},
        ExpressionCase{"PastWeeks", "It rained in the past two weeks.", "2026-11-06/2026-11-20"},
        ExpressionCase{"NextYears", "It will grow over the next five years.",
                       "2026-11-20/2031-11-20"},
        ExpressionCase{"YearsAgo", "It fell three years ago.", "2023"},
        ExpressionCase{"MonthsAgo", "It fell five months ago.", "2026-06"},
        ExpressionCase{"WeeksAgo", "It fell two weeks ago.", "2026-11-03/2026-11-09"},
        ExpressionCase{"AYearAgo", "It fell a year ago.", "2025"},
        ExpressionCase{"DecadesAgo", "It fell decades ago.", "-"},
        ExpressionCase{"FewDaysAgo", "It fell a few days ago.", "-"},
        ExpressionCase{"Month", "It fell in August.", "2026-08"},
        ExpressionCase{"MonthYear", "It fell in August 2021.", "2021-08"},
        ExpressionCase{"MonthAhead", "It will open in May.", "2027-05"},
        ExpressionCase{"LastMonthName", "It fell last April.", "2026-04"},
        ExpressionCase{"MidMonth", "It fell in mid-May.", "2026-05"},
        ExpressionCase{"MonthLastYear", "It fell in March last year.", "2025-03"},
        ExpressionCase{"MonthOfLastYear", "It fell in March of last year.", "2025-03"},
        ExpressionCase{"Year", "It fell in 2004.", "2004"},
        ExpressionCase{"YearOfEvent", "The 2011 tornado flattened it.", "2011"},
        ExpressionCase{"YearOfReport", "The firm had 1986 sales of $3 million.", "1986"},
        ExpressionCase{"YearsShort", "The war of 1988-91 ruined it.", "1988-01-01/1991-12-31"},
        ExpressionCase{"YearsLong", "He ruled from 2005 to 2009.", "2005-01-01/2009-12-31"},
        ExpressionCase{"YearsBetween", "It grew between 2005 and 2009.", "2005-01-01/2009-12-31"},
        ExpressionCase{"Months", "It rained from January to March.", "2026-01-01/2026-03-31"},
        ExpressionCase{"DatesOneYear", "It rained between Jan 2 and March 4, 1987.",
                       "1987-01-02/1987-03-04"},
        ExpressionCase{"AcrossNewYear", "It rained between Dec. 30 and Jan. 2, 1987.",
                       "1986-12-30/1987-01-02"},
        ExpressionCase{"Decade", "It fell in the 1990s.", "1990-01-01/1999-12-31"},
        ExpressionCase{"NoDecade", "It made 9999999999999999990s of them.", ""},
        ExpressionCase{"NoPart", "It was the 999999999999999th quarter of 1987.", "1987"},
        ExpressionCase{"MidDecade", "It fell in the mid-1990s.", "1990-01-01/1999-12-31"},
        ExpressionCase{"Century", "It fell in the 19th century.", "1800-01-01/1899-12-31"},
        ExpressionCase{"Quarter", "Sales fell in the third quarter.", "2026-07-01/2026-09-30"},
        ExpressionCase{"QuarterOfYear", "Sales fell in the first quarter of 1987.",
                       "1987-01-01/1987-03-31"},
        ExpressionCase{"YearThenQuarter", "In the 1986 first quarter sales fell.",
                       "1986-01-01/1986-03-31"},
        ExpressionCase{"LastYearsQuarter", "In last year's third quarter sales fell.",
                       "2025-07-01/2025-09-30"},
        ExpressionCase{"QuarterNotOver", "Fourth-quarter sales fell.", "-"},
        ExpressionCase{"QuarterCode", "Sales fell in Q3 2015.", "2015-07-01/2015-09-30"},
        ExpressionCase{"Half", "Sales fell in the first half of 2015.", "2015-01-01/2015-06-30"},
        ExpressionCase{"HalfOfAGame", "They led in the first half.", ""},
        ExpressionCase{"FirstMonths", "Sales fell in the first nine months of 2015.",
                       "2015-01-01/2015-09-30"},
        ExpressionCase{"Fiscal", "The deficit grew in fiscal 2016.", "2016"},
        ExpressionCase{"FiscalYear", "The deficit grew in fiscal year 2016.", "2016"},
        ExpressionCase{"FiscalCode", "The deficit grew in FY2015.", "2015"},
        ExpressionCase{"YearEnded", "Profit for the year ended 30 September 1986 fell.",
                       "1985-10-01/1986-09-30"},
        ExpressionCase{"YearEndedLast", "Profit for the financial year ending last March fell.",
                       "2025-04-01/2026-03-31"},
        ExpressionCase{"MonthsTo", "In the three months to end-June sales fell.",
                       "2026-04-01/2026-06-30"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Anchored, TimeExpressionTest,
    testing::Values(
        ExpressionCase{"YearEarlier", "It fell in April 2015, a year earlier than we thought.",
                       "2015-04; 2014-04"},
        ExpressionCase{"MonthEarlier", "Rain fell in April. A month earlier snow fell.",
                       "2026-04; 2026-03"},
        ExpressionCase{"DayBefore", "It fell on Monday. The day before, it had rained.",
                       "2026-11-16; 2026-11-15"},
        ExpressionCase{"DaysLater", "He left on March 3. Two days later he was back.",
                       "2026-03-03; 2026-03-05"},
        ExpressionCase{"QuarterYearEarlier",
                       "Sales fell in the first quarter of 2015 but grew a year earlier.",
                       "2015-01-01/2015-03-31; 2014-01-01/2014-03-31"},
        ExpressionCase{"PreviousYear", "In 2014 it grew; the previous year it shrank.",
                       "2014; 2013"},
        ExpressionCase{"SameDay", "It fell on March 3. The same day the mayor left.",
                       "2026-03-03; 2026-03-03"},
        ExpressionCase{"NoAnchor", "The day before, it had rained.", "-"},
        ExpressionCase{"TooCoarseAnchor", "In 2014 it fell. The day before, it had rained.",
                       "2014; -"},
        ExpressionCase{"YearEarlierOfTheReport", "It was 12 a year earlier.", "2025"},
        ExpressionCase{"ComparableQuarter", "It lost money in the prior comparable quarter.",
                       "2025"},
        ExpressionCase{"BeforeAnEvent", "It fell a year before the war.", ""}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    Uses, TimeExpressionTest,
    testing::Values(
        ExpressionCase{"Since", "It has rained since Monday.", "since 2026-11-16/2026-11-20"},
        ExpressionCase{"SinceClause", "It has grown since it opened three years ago.",
                       "since 2023-01-01/2026-11-20"},
        ExpressionCase{"LowestSince", "It is the lowest since 2001.", "other 2001"},
        ExpressionCase{"AsOf", "As of Monday it stood.", "as of 2026-11-16"},
        ExpressionCase{"ByNight", "It stood by Sunday night.", "as of 2026-11-15"},
        ExpressionCase{"ByYear", "It will fall by 2035.", "2035"},
        ExpressionCase{"Said", "It stands, the mayor said on Monday.", "told 2026-11-16"},
        ExpressionCase{"SaidInStatement", "It stands, she said in a statement on Monday.",
                       "told 2026-11-16"},
        ExpressionCase{"OnMondaySaid", "The mayor on Monday said it stands.", "told 2026-11-16"},
        ExpressionCase{"SaysThisYear", "She says this year the town paid.", "2026"},
        ExpressionCase{"Announcement", "Monday's announcement shook it.", "told 2026-11-16"},
        ExpressionCase{"Over", "It is a rise of a tenth over last year.", "base 2025"},
        ExpressionCase{"From", "It is up from last year.", "base 2025"},
        ExpressionCase{"SameMonth", "It is higher than in the same month a year ago.", "base 2025"},
        ExpressionCase{"Level", "It is below the 1990 level.", "base 1990"},
        ExpressionCase{"OldPrices", "It rose in 1981 prices.", "base 1981"},
        ExpressionCase{"Due", "The bond is due May 11, 2032.", "other 2032-05-11"},
        ExpressionCase{"Until", "It is open until Friday.", "other 2026-11-20"},
        ExpressionCase{"Act", "The 2005 Act bars it.", "other 2005"},
        ExpressionCase{"Bill", "The 1994 crime bill barred it.", "other 1994"},
        ExpressionCase{"NameWithYear", "The stars of Rio 2016 came.", "other 2016"},
        ExpressionCase{"ClassOf", "The class of 2012 came.", "other 2012"}),
    kName);

INSTANTIATE_TEST_SUITE_P(
    NoTimes, TimeExpressionTest,
    testing::Values(ExpressionCase{"Duration", "It rained for five years.", ""},
                    ExpressionCase{"Strike", "A two-week strike began.", ""},
                    ExpressionCase{"People", "It drew 2,000 people.", ""},
                    ExpressionCase{"PeoplePlain", "A crowd of 2000 people came.", ""},
                    ExpressionCase{"Modal", "It may rain; they march on.", ""},
                    ExpressionCase{"NameMay", "The speech by Theresa May drew many.", ""},
                    ExpressionCase{"NameApril", "April Ortiz spoke.", ""},
                    ExpressionCase{"March", "The Women's March drew many.", ""},
                    ExpressionCase{"Newspaper", "The Sunday Times reports it.", ""},
                    ExpressionCase{"Football", "Monday Night Football drew many.", ""},
                    ExpressionCase{"SuperTuesday", "He won on Super Tuesday.", ""},
                    ExpressionCase{"FallOfATown", "The fall of the town came.", ""},
                    ExpressionCase{"NoTomorrow", "He spends as if there were no tomorrow.", ""},
                    ExpressionCase{"Age", "A 32-year-old driver fled.", ""},
                    ExpressionCase{"Rate", "He earns 12 dollars a day.", ""},
                    ExpressionCase{"LastDayOf", "It was the last day of the fair.", ""},
                    ExpressionCase{"Price", "It costs $2004 there.", ""},
                    ExpressionCase{"Score", "They won 2-1 at home.", ""}),
    kName);

TEST(TimeExpressions, WithoutAPublicationOnlyFullTimesAreTold) {
  EXPECT_EQ(times_of("It fell on Sunday, in August, last year and in 2004.", {}), "-; -; -; 2004");
  EXPECT_EQ(times_of("It fell on March 3, 2011. The day before, it rained.", {}),
            "2011-03-03; 2011-03-02");
}

TEST(TimeExpressions, CoverTheirNumbers) {
  const Tokens tokens =
      tokenize("On March 3, 2011, at 9:55 p.m. it hit 42 homes.", Lexicon::english());
  const TimeExpressions times(SentenceView(tokens, tokens.sentences.at(0)));
  std::string free;
  for (int i = 0; i < static_cast<int>(tokens.tokens.size()); ++i) {
    const Token& token = tokens.tokens[static_cast<std::size_t>(i)];
    if (token.kind == TokenKind::kNumber && times.covering(i) == nullptr) free += token.text;
  }
  EXPECT_EQ(free, "42");
}

}  // namespace
}  // namespace figured::claims
