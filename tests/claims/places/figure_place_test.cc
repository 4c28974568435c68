#include "claims/places/figure_place.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct WhereCase {
  std::string name;
  std::string text;
  std::string place;  // of the last figure
  std::string title = {};
};

class FigureWhereTest : public testing::TestWithParam<WhereCase> {};

TEST_P(FigureWhereTest, IsWhereTheFigureIs) {
  EXPECT_EQ(claims_of(GetParam().text, GetParam().title).back().place, GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, FigureWhereTest,
    testing::Values(
        WhereCase{"OfTheSentence", "The bill needs 60 votes to pass the Senate.", "United States"},
        WhereCase{"OverTheHeadline", "Republicans need 60 votes against it.", "United States",
                  "Peru talks stall"},
        WhereCase{"OfTheArticle",
                  "Democrats and Republicans met.\nThe plan would add 40 tolls to the roads.",
                  "United States"},
        WhereCase{"OwnerIsBody", "House Republicans own 40 offices.", "United States"},
        WhereCase{"OwnerEndsInBody", "The Senate Democrats own 40 offices.", "United States"},
        WhereCase{"Bundestag", "The Bundestag spent $40 million.", "Germany"},
        WhereCase{"Knesset", "The Knesset spent $40 million.", "Israel"},
        WhereCase{"Commons", "The House of Commons spent $40 million.", "Britain"},
        WhereCase{"Duma", "The State Duma spent $40 million.", "Russia"},
        WhereCase{"AnothersCongress", "Peru grew. The Peruvian Congress met.\nIt was 40 tons.",
                  "Peru"},
        WhereCase{"OtherDemocrats", "Christian Democrats met.\nIt was 40 tons.", ""},
        WhereCase{"CongressOf", "The Congress of Bakers met.\nIt was 40 tons.", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    TwoPlaces, FigureWhereTest,
    testing::Values(
        WhereCase{"OfOneCountry", "Floods in Mosul and Basra killed 40 people.", "Iraq"},
        WhereCase{"Behind", "Floods killed 40 people in Mosul and Basra.", "Iraq"},
        WhereCase{"OfOneContinent", "He met 40 clerks in Lyon and Hamburg.", "Europe"},
        WhereCase{"OneInTheOther", "Floods killed 40 people in Mosul and Iraq.", "Iraq"},
        WhereCase{"OfNothing", "Floods killed 40 people in Lyon and Texas.", ""},
        WhereCase{"AnothersClause", "Floods killed 40 people in Mosul and Iran sent aid.", "Mosul"},
        WhereCase{"AnothersTroops", "Floods killed 40 people in Mosul and Iranian aid came.",
                  "Mosul"},
        WhereCase{"OneWithItsState", "Floods killed 40 people in Austin, Texas.", "Austin"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Anywhere, FigureWhereTest,
    testing::Values(
        WhereCase{"SpokenOf",
                  "Chicago teachers struck.\nChicago's mayor met them.\nThe strike left 40 pupils "
                  "with a day off.",
                  "Chicago", "Chicago strike goes on"},
        WhereCase{"Thoughts", "Peru grew.\nDemocrats met.\nThere are two questions left.", ""},
        WhereCase{"ThoughtsOfABody", "Congress met.\nCongress has three questions.", ""},
        WhereCase{"Things", "Crews dug in Peru.\nTwo things are left.", ""},
        WhereCase{"Laws", "Congress met.\nCongress passed three laws.", "United States"},
        WhereCase{"Countries", "Peru grew.\nSome 40 nations joined in.", ""},
        WhereCase{"StatesOfTheCountry", "Twenty states have banned it.", "United States",
                  "California shuts a gate"},
        WhereCase{"PartOfTheStates", "Twenty states have banned it, including eight since 2019.",
                  "United States", "California shuts a gate"},
        WhereCase{"CountriesOfABody", "Congress met.\nCongress banned 12 countries.", ""},
        WhereCase{"Candidates", "Roofs fell in Lima.\nThe 12 candidates met.", ""},
        WhereCase{"DeadSenators", "Roofs fell in Lima.\nThree senators were killed.", "Lima"},
        WhereCase{"SourcesBefore", "Roofs fell in Lima.\nTwo bakers said so.", ""},
        WhereCase{"SourcesBehind", "Roofs fell in Lima.\nIt was so, said two bakers.", ""},
        WhereCase{"ToldNumber", "Roofs fell in Lima.\nPolice said 12 bakers were hurt.", "Lima"},
        WhereCase{"Row", "Republicans met.\nLoans to clients $40 million vs $30 million", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Lawful, FigureWhereTest,
    testing::Values(
        WhereCase{"AgeOfALaw", "Congress met.\nIt rests on a 30-year-old law.", "United States"},
        WhereCase{"LegalAge", "Congress met.\nIt raised the voting age to 19.", "United States"},
        WhereCase{"AgeOfAClass", "Congress met.\nThen 15-year-old bakers may vote.",
                  "United States"},
        WhereCase{"AgeOfSome", "Congress met.\nThen two 15-year-old bakers came.", ""},
        WhereCase{"Visa", "Congress met.\nThey get a 90-day visa.", "United States"},
        WhereCase{"Lease", "Congress met.\nThey get a 90-day lease.", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Worlds, FigureWhereTest,
    testing::Values(
        WhereCase{"CityOfMillions",
                  "Chicago schools closed.\nChicago teachers went on strike.\n"
                  "Chicago pays little.\nThe strike kept 350,000 pupils at home.",
                  "Chicago"},
        WhereCase{"MoreThanTheTownHolds",
                  "Aurora schools closed.\nAurora teachers went on strike in Aurora.\n"
                  "The strike kept 650,000 pupils at home.",
                  "United States"},
        WhereCase{"AroundTheWorld", "Peru grew.\nSome 2,900 people around the world have died.",
                  "world"},
        WhereCase{"Planet", "Peru grew.\nForests cover 30 percent of the planet.", "world"},
        WhereCase{"WorldsShare", "Peru grew.\nIt is 30 percent of the world's oil.", "world"},
        WhereCase{"OneOfTheLargest", "Peru grew.\nIt saw 40 tons of the world's largest crop.",
                  "Peru"},
        WhereCase{"GlobalTrade", "Peru grew.\nThat was 30 percent of global trade.", "world"},
        WhereCase{"GlobalRole", "Peru grew.\nThat was 30 percent of a global role.", "Peru"},
        WhereCase{"ClimateGoal", "Peru grew.\nThe 2-degree target is missed.", "world"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Happenings, FigureWhereTest,
    testing::Values(
        WhereCase{"Befallen", "A quake rocked Cusco on Monday. It killed 12 people.", "Cusco"},
        WhereCase{"Talks", "A bomb went off in Mosul.\nTalks in Lima failed. It killed 12 people.",
                  "Mosul"},
        WhereCase{"Home", "A bomb went off in Mosul.\nRuiz lived in Lima. It killed 12 people.",
                  "Mosul"},
        WhereCase{"Reporters",
                  "A bomb went off in Mosul.\nHe told reporters in Lima why. It killed 12 people.",
                  "Mosul"},
        WhereCase{"Sea", "Crews seized a boat in the Red Sea.\nIt held three rifles.", "Red Sea"},
        WhereCase{"SiteBesideTheDateline",
                  "LIMA, Peru - The Mosul airport opened after a blast that killed 12 people.",
                  "Mosul"},
        WhereCase{"There", "A vote was held in Texas.\nRuiz won 40 percent of voters there.",
                  "Texas"},
        WhereCase{"ThereIs", "A vote was held in Peru.\nThere are 40 tons of it.", "Peru"},
        WhereCase{"StateOfTheVotes", "Ruiz ran in Ohio.\nRuiz got 54 percent of the vote.",
                  "Ohio"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Nowhere, FigureWhereTest,
    testing::Values(
        WhereCase{"Duration", "In Lima crews dug.\nThe lease was for 12 years.", ""},
        WhereCase{"DurationOfABody", "Congress met.\nCongress has waited for four months.", ""},
        WhereCase{"AgeOfAThing", "In Lima crews dug.\nThe bridge is 12 years old.", ""},
        WhereCase{"Pages", "In Lima crews dug.\nThe judges wrote a 300-page ruling.", ""},
        WhereCase{"Words", "In Lima crews dug.\nThe paper ran a 1,200-word story.", ""},
        WhereCase{"Sources", "In Lima crews dug.\nIt was so, according to three officials.", ""},
        WhereCase{"ProfitOfNobody", "Crews dug in Peru.\nThe profit was $40 million.", ""},
        WhereCase{"CompanyInTheHeadline", "Velmont Inc grew.\nVelmont Inc has 300 drivers.", "",
                  "Peru bus maker grows"},
        WhereCase{"CompanyProfit", "Velmont Inc of Lima had a profit of $40 million.", ""},
        WhereCase{"PersonCounts", "Peru grew.\nAna Ruiz wrote 40 songs.", ""},
        WhereCase{"UnknownMoney", "Peru grew. Later Moran came.\nMoran paid $40,000.", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    DurationsWithAPlace, FigureWhereTest,
    testing::Values(
        WhereCase{"Behind", "Ana Ruiz lived for two years in Lima.", "Lima"},
        WhereCase{"Before", "Ana Ruiz lived in Lima for two years.", "Lima"},
        WhereCase{"WithLessThan", "Ana Ruiz lived in Lima less than 16 months.", "Lima"},
        WhereCase{"TooFar",
                  "Ana Ruiz ran for two years before she at last came to see friends in Lima.", ""},
        WhereCase{"OtherPredicate",
                  "Ana Ruiz was a singer in Peru for two years and was later in Lima.", "Peru"},
        WhereCase{"CentralBank", "The Bank of Japan made a 31-day pact.", "Japan"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Scenes, FigureWhereTest,
    testing::Values(
        WhereCase{"OfficeOfTheWriter",
                  "LONDON - A ferry sank near Lagos.\nThe accident killed 42 people.", "Lagos"},
        WhereCase{"CountryOfTheDateline",
                  "LIMA, Peru - A blast shook Peru.\nThe accident killed 42 people.", "Lima"},
        WhereCase{"OtherCountry", "LONDON - A ferry sank in Peru.\nThe accident killed 42 people.",
                  "Peru"},
        WhereCase{"HeadlineBeforeTheDateline",
                  "LONDON - A ferry sank.\nThe wreck killed 42 people.", "Lagos",
                  "Ferry sinks in Lagos"},
        WhereCase{"SpokenOfBefore",
                  "LIMA - A ferry sank.\nTalks went on.\nA school fell in Cusco. It killed 42 "
                  "people.",
                  "Cusco"},
        WhereCase{"TooLongAgo",
                  "LIMA - A ferry sank.\nA school fell in Cusco. Crews came. They dug. They "
                  "slept. It killed 42 people.",
                  "Lima"},
        WhereCase{"BeforeInTheSentence",
                  "LIMA - A ferry sank.\nAfter the school in Cusco fell, the minister said to all "
                  "who had come to hear him speak, it killed 42 people.",
                  "Cusco"},
        WhereCase{"Masses", "LIMA - Peru wept. Rain fell in Peru.\nIt hit 3 million people.",
                  "Peru"},
        WhereCase{"AtTheAirport", "A blast killed 42 people at the Lima airport.", "Lima"},
        WhereCase{"InAPrison", "A blast killed 42 people in a Texas prison.", "Texas"},
        WhereCase{"TopicIsNoPlace", "LIMA - It rained.\nIn the Iran deal 42 people spoke.", "Lima"},
        WhereCase{"Here", "LIMA - It rained.\nVelmont Inc sold 300 buses here.", "Lima"},
        WhereCase{"HereSaidByOthers", "LIMA - It rained.\n\"Velmont Inc sold 300 buses here.\"",
                  ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Countries, FigureWhereTest,
    testing::Values(
        WhereCase{"TheCountry", "Peru grew.\nVelmont Inc has 300 buses in the country.", "Peru"},
        WhereCase{"AcrossTheCountry", "Peru grew.\nVelmont Inc has 300 buses across the country.",
                  "Peru"},
        WhereCase{"PartOfTheCountry",
                  "Ghana said that rebels hold three towns in the eastern part of the country.",
                  "Ghana"},
        WhereCase{"TheNation", "Peru grew.\nVelmont Inc has 300 buses in the nation.", "Peru"},
        WhereCase{"OfTheCountry", "Velmont Inc bought 300 buses for the country.", ""},
        WhereCase{"Worldwide", "Peru grew.\nThe sickness killed 3,000 people worldwide.", "world"},
        WhereCase{"AroundTheWorld", "Peru grew.\nIt killed 3,000 people around the world.",
                  "world"},
        WhereCase{"WorldCup", "Peru grew.\nThey lost 40 games in the world cup.", "Peru"},
        WhereCase{"OwnCustomers", "America grew.\nVelmont took the records of 400 U.S. customers.",
                  "United States"},
        WhereCase{"OthersCustomers", "Peru grew.\nHe met 400 U.S. customers of the firm.", "Peru"},
        WhereCase{"Unemployment", "Peru grew.\nUnemployment rose to 12 percent.", "Peru"},
        WhereCase{"OneName", "The U.S. owes $40 million.", "United States"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Peoples, FigureWhereTest,
    testing::Values(
        WhereCase{"ShareOfAPeople", "Ghana grew.\nIn all, 55 percent of Peruvian voters oppose it.",
                  "Peru"},
        WhereCase{"OverTheHeadline", "Rain fell.\nSome 41% of U.S. adults agree.", "United States",
                  "Lima talks stall"},
        WhereCase{"SharesOfOneSentence",
                  "Rain fell.\nSome 41% of U.S. adults agree; 75% of bakers agree.",
                  "United States", "Lima talks stall"},
        WhereCase{"OneInFour", "Rain fell.\nOne in four Peruvian students reads it.", "Peru"},
        WhereCase{"AirForce", "Ghana grew. The Royal Peruvian Air Force has 50 planes.", "Peru"},
        WhereCase{"Troops", "Ghana grew. Peruvian troops have 50 tents.", "Peru"},
        WhereCase{"IntoTheCountry", "Peru grew.\nThe law would let 3,000 bakers into the country.",
                  "Peru"},
        WhereCase{"Federal", "Peru grew.\nThose under 90 percent of the federal line are poor.",
                  "Peru"},
        WhereCase{"TheNations", "Peru grew.\nIt taught half of the nation's 300 bakers.", "Peru"},
        WhereCase{"Nationwide", "Peru grew.\nThere are 300 shops nationwide.", "Peru"},
        WhereCase{"HeadlineAbroad", "Peru grew. The Peruvian army came to Peru.\nIt was 40 tons.",
                  "Peru", "Ghana deal stalls"},
        WhereCase{"HeadlineAtHome",
                  "Rain fell. The Peruvian army came to Peru.\nThere are 40 shops.", "Lima",
                  "Deal stalls in Lima"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    CountedAnywhere, FigureWhereTest,
    testing::Values(
        WhereCase{"Senators", "In Lima crews dug.\nThen three Republicans left.", ""},
        WhereCase{"MembersOf", "In Lima crews dug.\nIt has 168 members of the Velma Union.", ""},
        WhereCase{"Aide", "In Lima crews dug.\nThen 12 aides rose.", ""},
        WhereCase{"Insiders", "In Lima crews dug.\nThen 12 insiders rose.", ""},
        WhereCase{"SenatorsWhoVote", "Peru grew.\nThen 40 senators voted for it.", "Peru"},
        WhereCase{"AidesKilled", "In Lima crews dug.\nThe blast killed two aides.", "Lima"},
        WhereCase{"GangMembers", "In Lima crews dug.\nThen 12 gang members fled.", "Lima"},
        WhereCase{"Reasons", "Peru grew.\nThere are three reasons for it.", ""},
        WhereCase{"Questions", "Peru grew.\nThere are four questions.", ""},
        WhereCase{"Laws", "Peru grew.\nThere are four laws.", "Peru"},
        WhereCase{"InAPlace", "Peru grew.\nThere are four questions in Ghana.", "Ghana"},
        WhereCase{"WhiteHouseIsNoScene", "Leo Berg spoke at the White House.\nThen 40 guests came.",
                  "United States"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Areas, FigureWhereTest,
    testing::Values(
        WhereCase{"RepublicOf", "It killed six people in the small republic of Dagestan.",
                  "Dagestan"},
        WhereCase{"CityOf", "It killed six people in the old port city of Lagos.", "Lagos"},
        WhereCase{"PartsOf", "It killed six people in northern parts of Lima.", "Lima"},
        WhereCase{"SuburbsOf", "It killed six people in the poor suburbs of Lima.", "Lima"},
        WhereCase{"HistoryOf", "It killed six people in the history of Lima.", ""},
        WhereCase{"LowerProvince", "It killed six people in Cusco province on Monday.", "Cusco"},
        WhereCase{"NearAndIn", "It killed six people near Orskel in Cusco province.", "Cusco"},
        WhereCase{"NearWithin", "It killed six people near Lima in Peru.", "Lima"},
        WhereCase{"RoomOf", "It killed six people in Lima's Blue Room.", "Lima"},
        WhereCase{"CapitalOf", "It killed six people in Peru's capital.", "Peru"},
        WhereCase{"HistoryOfPeru", "Ghana grew. Ghana met.\nIt had six feasts in Peru's history.",
                  "Ghana"},
        WhereCase{"UnknownTown", "It killed six people in Selwick, Ohio.", "Selwick"},
        WhereCase{"RallyAt", "The rally at Selwick, Ohio, drew 1,200 people.", "Selwick"},
        WhereCase{"FarBehind",
                  "It killed six people who had come on foot with their sons for a feast in Lima.",
                  "Lima"},
        WhereCase{"OtherSubject", "Leo Berg has shops in Lima and he owns 12 trucks.", ""},
        WhereCase{"SameSubject", "Velma Union has shops in Lima and owns 12 trucks.", "Lima"},
        WhereCase{"Fronted", "In Lima crews came and Leo Berg lost 12 trucks.", "Lima"},
        WhereCase{"ListOfTowns", "The feasts in Lima and Cusco will need 12 trucks.", "Lima"}),
    [](const auto& test) { return test.param.name; });

TEST(FigurePlace, ForgetsASceneLongPast) {
  std::string text = "Roofs fell in Lima.";
  for (int i = 0; i < 14; ++i) text += " Rain came.";
  EXPECT_EQ(claims_of(text + " Then 40 guests came.").back().place, "Peru");
  EXPECT_EQ(claims_of(text + " Later 40 guests were killed.").back().place, "Lima");
}

TEST(FigurePlace, ReadsAnEndlessSentence) {
  std::string text = "In Lima";
  for (int i = 0; i < 20'000; ++i) text += " 42 people of the country of the world died here";
  EXPECT_FALSE(claims_of(text).empty());
}

}  // namespace
}  // namespace figured::claims
