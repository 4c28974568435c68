#include "claims/measures/scope_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct ScopeCase {
  std::string name;
  std::string text;
  std::string scope;  // of the last figure, parted by blanks
};

class ScopeReaderTest : public testing::TestWithParam<ScopeCase> {};

TEST_P(ScopeReaderTest, TellsWhatRestrictsTheFigure) {
  const std::vector<Claim> claims = claims_of(GetParam().text);
  std::string scope;
  for (const std::string& token : claims.back().scope) scope += (scope.empty() ? "" : " ") + token;
  EXPECT_EQ(scope, GetParam().scope);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ScopeReaderTest,
    testing::Values(
        ScopeCase{"Previously", "The warden previously freed 70 prisoners.", "previous"},
        ScopeCase{"UntilThen", "She had freed only 70 prisoners before Monday.", "previous"},
        ScopeCase{"EachDay", "About 70 people were arrested each day.", "per:day"},
        ScopeCase{"OfAMonth", "Agents caught 240 members of smuggling rings a month.", "per:month"},
        ScopeCase{"DeclineBy", "The army's strength is set to decline by 6,300.", "change"},
        ScopeCase{"Fewer", "It leaves the state with 750 fewer jobs.", "change"},
        ScopeCase{"BoostBy", "Ruiz wants to boost arms spending by $3 billion.", "change"},
        ScopeCase{"AttackedBy", "The rise was backed by 12 senators.", ""},
        ScopeCase{"PartsBehindADash", "Nine clerks were hurt - four by smoke and five by glass.",
                  "part"},
        ScopeCase{"ADayAfter", "About 70 people were arrested a day after.", ""},
        ScopeCase{"RateForAGroup", "The jobless rate for young men rose to 9 percent.",
                  "of:young men"},
        ScopeCase{"RateAmongAGroup", "Unemployment among teenagers fell to 21 percent.",
                  "of:teenagers"},
        ScopeCase{"RateOfAll", "The jobless rate for the month of May rose to 9 percent.", ""},
        ScopeCase{"Whole", "A bomb killed 42 people.", ""},
        ScopeCase{"Children", "A bomb killed 12 children.", "of:child"},
        ScopeCase{"Including", "A bomb killed 42 people, including 12 women.", "of:woman part"},
        ScopeCase{"Alone", "The flood killed 24 people in Orsk alone.", "part"},
        ScopeCase{"InOtherCountries", "The wave killed 24 people in nearby countries.",
                  "at:countries"},
        ScopeCase{"PeopleOfANation", "It killed 42, including two Kenyans and 10 children.",
                  "of:child"},
        ScopeCase{"OfThem", "The flood killed 24, nine of them children.", "of:child part"},
        ScopeCase{"OfThe", "Fire crews saved 12 of the passengers.", "of:passenger part"},
        ScopeCase{"NoListOfDeadAndHurt", "It left one dead and 30 people injured.", ""},
        ScopeCase{"SouthKoreans", "It killed three South Koreans.", "nation:South Korea"},
        ScopeCase{"NorthKorean", "It killed three North Korean boys.",
                  "nation:North Korea of:child"},
        ScopeCase{"CentralAmericans", "It killed two Central Americans.", "nation:Central America"},
        ScopeCase{"Americans", "It killed two Americans.", "nation:United States"},
        ScopeCase{"BodyIsNoNation", "It sent 40 National Guard troops.", ""},
        ScopeCase{"Others", "The bomb killed a guard and wounded 12 others.", "other"},
        ScopeCase{"OthersOfAnotherEvent", "The bomb killed 30 guards and wounded 12 others.", ""},
        ScopeCase{"OthersOfTheSame", "The bomb killed 30 guards and 12 others.", "other"},
        ScopeCase{"WinsOfARecord", "The Rovers have a record of 9-14.", ""},
        ScopeCase{"Another", "Police arrested another 12 men.", "other"},
        ScopeCase{"More", "Rescuers found 12 more bodies.", "other"},
        ScopeCase{"Additional", "The army sent 400 additional soldiers.", "other"},
        ScopeCase{"New", "Doctors reported 12 new cases.", "new"},
        ScopeCase{"Newly", "The firm hired 12 newly trained pilots.", "new of:pilot"},
        ScopeCase{"PerDay", "The fever kills 300 people per day.", "per:day"},
        ScopeCase{"ADay", "The fever kills 300 people a day.", "per:day"},
        ScopeCase{"PerShare", "The firm offered $40 a share.", "per:share"},
        ScopeCase{"PerBarrel", "Oil rose to $80 a barrel.", "per:barrel"},
        ScopeCase{"ADayEarlier", "The stock closed at $40 a day earlier.", ""},
        ScopeCase{"OnAverage", "The clinic treats 40 patients on average.", "average of:patient"},
        ScopeCase{"AverageOf", "An average of 40 trains were late.", "average"},
        ScopeCase{"AverageWage", "The average wage is $15.", "average"},
        ScopeCase{"Peak", "The force had a peak of 9,000 soldiers.", "peak"},
        ScopeCase{"Record", "Exports hit a record $5 billion.", "peak"},
        ScopeCase{"Total", "A total of 42 people died.", "total"},
        ScopeCase{"InAll", "In all, 42 people died.", "total"},
        ScopeCase{"SoFar", "So far 300 people have been vaccinated.", "cumulative"},
        ScopeCase{"Remaining", "The remaining 12 hostages were freed.", "remaining"},
        ScopeCase{"GamesLeft", "The club has 12 games left in the season.", "remaining"},
        ScopeCase{"LeftDead", "The storm left 12 people dead.", ""},
        ScopeCase{"RemainInHospital", "Twelve miners remained hospitalized.", "of:miner remaining"},
        ScopeCase{"RemainInSuchCondition", "Twelve people remain in critical condition.",
                  "serious"},
        ScopeCase{"RemainMissing", "Twelve people remain missing.", ""},
        ScopeCase{"ACountryAndNations", "Norway and 11 nations signed the treaty.", "other"},
        ScopeCase{"TheCountryAndNations", "A pact between the U.S. and 11 nations was signed.",
                  "other"},
        ScopeCase{"AListOfNations", "The pact binds Oslo and 11 nations.", ""},
        ScopeCase{"PreviousGames", "The club won the seven previous games.", "part"},
        ScopeCase{"RecordOfLastGames", "The club is just 2-8 in its last few.", "part"},
        ScopeCase{"RecordOfSeason", "The Hawks are 9-14 on the season.", ""},
        ScopeCase{"LastGames", "The club won its last nine games.", "part"},
        ScopeCase{"LastWeek", "A bomb killed 12 last week.", ""},
        ScopeCase{"FirstExplosions", "The first three explosions shook Orsk.", "part"},
        ScopeCase{"Change", "Exports rose 5 percent.", "change"},
        ScopeCase{"ChangeBy", "Exports fell by 5 percent.", "change"},
        ScopeCase{"Level", "Exports rose to $5 billion.", ""},
        ScopeCase{"Previous", "The rate rose from 5 percent to 6 percent.", ""},
        ScopeCase{"CutNoun", "A 5 percent cut in wages was rejected.", "change"},
        ScopeCase{"Site", "A bomb killed 11 people at the airport.", "at:airport"},
        ScopeCase{"Market", "A bomb in the market killed 11 people.", ""},
        ScopeCase{"NoSiteOfAge", "The 32-year-old guard at the airport fled.", ""},
        ScopeCase{"Nation", "A bomb killed 12 Thai workers.", "nation:Thailand of:worker"},
        ScopeCase{"Demonym", "A bomb killed 12 Russians.", "nation:Russia"},
        ScopeCase{"Seriously", "Twelve people were seriously injured.", "serious"},
        ScopeCase{"Critical", "Twelve people were injured, four of them critically.",
                  "part serious"},
        ScopeCase{"Lightly", "Twelve people were lightly injured.", "light"},
        ScopeCase{"Cash", "Acme paid $281 million in cash.", "of:cash"},
        ScopeCase{"CashAndStock", "Acme paid $281 million in cash and stock.", ""},
        ScopeCase{"List", "A bomb killed a guard and two people.", "list"},
        ScopeCase{"ListOfKinds", "A bomb killed two guards and three nurses.", "of:nurse"},
        ScopeCase{"NoList", "A bomb killed two people and wounded three nurses.", "of:nurse"},
        ScopeCase{"OthersThere", "It spread to Lyon, where another 20,000 people marched.", ""},
        ScopeCase{"FurtherThere", "It spread to Lyon, where a further 20,000 people marched.", ""},
        ScopeCase{"OthersIn", "In Lyon another 20,000 people marched.", "other"},
        ScopeCase{"ThereBefore", "Another 40 guards joined the 42 guards already deployed.",
                  "of:guard previous"},
        ScopeCase{"OfSeveral", "She won in six different counties.", "part"},
        ScopeCase{"OfTheWhole", "She won in the state's six counties.", ""},
        ScopeCase{"Aftershock", "An aftershock killed 12 people.", "aftershock"},
        ScopeCase{"DeficitOf", "The deficit widened to 4 percent of output.", "of:output"},
        ScopeCase{"SupportOf", "About 62 percent of voters support the plan.", "of:voter"},
        ScopeCase{"From", "The town lies 12 miles from Kabul.", "from:kabul"}),
    [](const auto& test) { return test.param.name; });

TEST(ScopeReader, WhatGoesAlongWithOthersIsAPartOfTheSum) {
  const auto first = [](std::string_view text) { return claims_of(text).front().scope; };
  const std::vector<std::string> list = {"list"};
  EXPECT_EQ(first("Gunmen killed eight people along with four others."), list);
  EXPECT_EQ(first("Gunmen killed eight people as well as four others."), list);
  EXPECT_EQ(first("Gunmen killed eight people along with a dog."), std::vector<std::string>());
}

TEST(SameRestrictions, PassesOverWhatRestrictsNothing) {
  EXPECT_TRUE(same_restrictions({}, {}));
  EXPECT_TRUE(same_restrictions({"total"}, {}));
  EXPECT_TRUE(same_restrictions({"cumulative", "of:child", "total"}, {"of:child"}));
  EXPECT_FALSE(same_restrictions({"of:child"}, {}));
  EXPECT_FALSE(same_restrictions({"of:child"}, {"of:woman"}));
  EXPECT_FALSE(same_restrictions({"of:child", "total"}, {"of:child", "part"}));
}

}  // namespace
}  // namespace figured::claims
