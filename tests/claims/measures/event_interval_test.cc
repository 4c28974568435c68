#include "claims/measures/event_interval.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct IntervalCase {
  std::string name;
  std::string text;
  std::string interval;  // measure and scope of the last claim; "" when there is none
};

class EventIntervalTest : public testing::TestWithParam<IntervalCase> {};

TEST_P(EventIntervalTest, LiesBetweenTwoEvents) {
  std::string interval;
  const std::vector<Claim> claims = claims_of(GetParam().text);
  if (!claims.empty()) {
    interval = claims.back().measure;
    for (const std::string& token : claims.back().scope) interval += ' ' + token;
  }
  EXPECT_EQ(interval, GetParam().interval);
}

std::string name_of_case(const testing::TestParamInfo<IntervalCase>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Behind, EventIntervalTest,
    testing::Values(
        IntervalCase{"AfterNoun", "Police arrested him two days after the raid.",
                     "arrested.time_after from:attacked"},
        IntervalCase{"BeforeNoun", "Ana Ruiz married three weeks before the vote.",
                     "married.time_before from:voted"},
        IntervalCase{"BeforeGerundAsNoun", "Ana Ruiz married three weeks before the shooting.",
                     "married.time_before from:shooting"},
        IntervalCase{"PriorTo", "The mine closed six months prior to the vote.",
                     "closed.time_before from:voted"},
        IntervalCase{"AfterClause", "The boat was found two weeks after it vanished.",
                     "found.time_after from:missing"},
        IntervalCase{"AfterPassiveClause", "Ana Ruiz married two weeks before her son was killed.",
                     "married.time_before from:killed"},
        IntervalCase{"BehindADash", "Leo Berg died at home - nine days after a stroke.",
                     "killed.time_after from:stroke"},
        IntervalCase{"AWeek", "Leo Berg died a week after suffering a stroke.",
                     "killed.time_after from:stroke"},
        IntervalCase{"AWeekLater", "Leo Berg died a week later.", ""},
        IntervalCase{"AfterDoing", "Leo Berg died nine days after suffering a stroke.",
                     "killed.time_after from:stroke"},
        IntervalCase{"BehindAComma", "Leo Berg died on Monday, nine days after suffering a stroke.",
                     "killed.time_after from:stroke"},
        IntervalCase{"PossessiveNoun", "He boasted two weeks after Berg's death.",
                     "boast.time_after from:killed"},
        IntervalCase{"NounOfAnEvent", "The arrest came two days after the raid.",
                     "arrested.time_after from:attacked"},
        IntervalCase{"WithABound", "He quit nearly two weeks after the vote.",
                     "resigned.time_after from:voted"},
        IntervalCase{"ArticleWithABound", "He quit about a week after the vote.",
                     "resigned.time_after from:voted"},
        IntervalCase{"FromADayByName", "The mine closed two months before Election Day.",
                     "closed.time_before from:election day"},
        IntervalCase{"PastAnAdverb", "The mine closed two months after Berg reportedly fled.",
                     "closed.time_after from:displaced"},
        IntervalCase{"InHours", "Police arrested him 34 hours after the raid.",
                     "arrested.time_after from:attacked"},
        IntervalCase{"Later", "He returned three days later in a van.", "moved.time_after from:"},
        IntervalCase{"Earlier", "He suffered a stroke nine days earlier.",
                     "suffer.time_before from:"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Opening, EventIntervalTest,
    testing::Values(
        IntervalCase{"AfterNoun", "Two days after the raid, police arrested a man.",
                     "arrested.time_after from:attacked"},
        IntervalCase{"Later", "Two days later, he returned.", "moved.time_after from:"},
        IntervalCase{"BehindADash", "Peru \u2014 Two days after the raid, police arrested a man.",
                     "arrested.time_after from:attacked"},
        IntervalCase{"LaterWithoutAComma", "Two days later he returned.", "moved.time_after from:"},
        IntervalCase{"PastAsides", "Eight months later, Berg, 29, returned.", "age"},
        IntervalCase{"BehindAConjunction", "But two days later, he returned.",
                     "moved.time_after from:"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    None, EventIntervalTest,
    testing::Values(
        IntervalCase{"BaseFormOfANoun", "She has a sizable lead two months before the vote.", ""},
        IntervalCase{"Ago", "The mine closed three years ago.", ""},
        IntervalCase{"Last", "The mine closed in the last three years.", ""},
        IntervalCase{"NothingHappens", "It was dark three days later.", ""},
        IntervalCase{"ArticleAlone", "He quit a week later, after the vote.", ""},
        IntervalCase{"DatesAnotherFigure", "It made 12 cars, against 9 cars two years earlier.",
                     "count.car"},
        IntervalCase{"DatesANumber", "Two days earlier 12 people had died.", "people.killed"},
        IntervalCase{"HowLong", "The jury waited two days before it voted.", "duration.wait"},
        IntervalCase{"For", "It was closed for 28 years before it opened.", "duration.closed"}),
    name_of_case);

TEST(EventInterval, IsToldByTheWordOfItsEvent) {
  const Claim claim = claims_of("Leo Berg died nine days after the raid.").at(0);
  EXPECT_EQ(claim.noun, "died");
  EXPECT_EQ(claim.subject, "Leo Berg");
  EXPECT_EQ(claim.figure.unit, "day");
}

TEST(EventInterval, PassesOverOtherFiguresOfTheSentence) {
  const std::vector<Claim> claims =
      claims_of("Eight months later, Leo Berg, 29, returned with 12 men.");
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[0].measure, "moved.time_after");
  EXPECT_EQ(claims[1].measure, "age");
}

}  // namespace
}  // namespace figured::claims
