#include "claims/figure_place.h"

#include <gtest/gtest.h>

#include "tests/claims/figure_words.h"

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

TEST(FigurePlace, ReadsAnEndlessSentence) {
  std::string text = "In Lima";
  for (int i = 0; i < 20'000; ++i) text += " 42 people of the country of the world died here";
  EXPECT_FALSE(claims_of(text).empty());
}

}  // namespace
}  // namespace figured::claims
