#include "claims/figure_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figure_words.h"

namespace figured::claims {
namespace {

struct FigureCase {
  std::string name;
  std::string text;
  std::string figures;  // see figure_words.h
};

class FiguresTest : public testing::TestWithParam<FigureCase> {};

TEST_P(FiguresTest, AreRead) { EXPECT_EQ(figures_of(GetParam().text), GetParam().figures); }

std::string case_name(const testing::TestParamInfo<FigureCase>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Numerals, FiguresTest,
    testing::Values(FigureCase{"Digits", "The ferry carried 42 passengers.", "42"},
                    FigureCase{"Groups", "It holds 1,234,567 records.", "1234567"},
                    FigureCase{"IndianGroups", "They counted 1,00,000 votes.", "100000"},
                    FigureCase{"Decimals", "Output grew by 3.75 tonnes.", "3.75 tonne"},
                    FigureCase{"BareDecimals", "He hit .534 this season.", "0.534"},
                    FigureCase{"Words", "Twelve miners were rescued.", "12"},
                    FigureCase{"TensAndOnes", "Some twenty-five villages lost power.", "~25"},
                    FigureCase{"Hundreds", "Two hundred and six houses burned.", "206"},
                    FigureCase{"Thousands", "Three thousand four hundred people fled.", "3400"},
                    FigureCase{"LetterK", "The unit has 20k soldiers.", "20000"},
                    FigureCase{"Million", "About 3.5 million voters took part.", "~3500000"},
                    FigureCase{"Billion", "The plan costs $4 billion.", "4000000000 usd"},
                    FigureCase{"ShortBillion", "Sales reached £2.5bn last year.", "2500000000 gbp"},
                    FigureCase{"MoneyM", "A fine of €15m was set.", "15000000 eur"},
                    FigureCase{"AndAHalf", "Two and a half million doses arrived.", "2500000"},
                    FigureCase{"HyphenedAndAHalf", "A two-and-a-half million crowd came.",
                               "2500000"},
                    FigureCase{"ADozen", "A dozen houses were hit.", "~12"},
                    FigureCase{"TwoDozen", "Two dozen houses were hit.", "24"},
                    FigureCase{"HalfAMillion", "Half a million people marched.", "~500000"},
                    FigureCase{"AHundred", "More than a hundred trees fell.", ">100"},
                    FigureCase{"APair", "A pair of tickets was found.", "2"},
                    FigureCase{"TwoThirds", "Two-thirds of the members agreed.", "0.6666666666"},
                    FigureCase{"Fraction", "It rose 2 1/2 inches.", "2.5 inch"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Vague, FiguresTest,
    testing::Values(FigureCase{"Dozens", "Dozens of homes were lost.", "[24,99]"},
                    FigureCase{"Hundreds", "Hundreds gathered at dawn.", "[200,999]"},
                    FigureCase{"Thousands", "Thousands of people fled.", "[2000,9999]"},
                    FigureCase{"TensOfThousands", "Tens of thousands marched.", "[20000,99999]"},
                    FigureCase{"HundredsOfThousands", "Hundreds of thousands lost power.",
                               "[200000,999999]"},
                    FigureCase{"Millions", "Millions of birds pass here.", "[2000000,9999999]"},
                    FigureCase{"Several", "Several ships turned back.", "[3,9]"},
                    FigureCase{"SeveralHundred", "Several hundred police came.", "[300,999]"},
                    FigureCase{"AFewDozen", "A few dozen police came.", "[24,119]"},
                    FigureCase{"AHandful", "A handful of farmers stayed.", "[3,9]"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Bounds, FiguresTest,
    testing::Values(FigureCase{"AtLeast", "At least 40 people died.", ">=40"},
                    FigureCase{"NoFewerThan", "No fewer than 40 people died.", ">=40"},
                    FigureCase{"MoreThan", "More than 40 people died.", ">40"},
                    FigureCase{"Over", "Over 40 people died.", ">40"},
                    FigureCase{"UpTo", "Up to 40 people died.", "<=40"},
                    FigureCase{"AsManyAs", "As many as 40 people died.", "<=40"},
                    FigureCase{"FewerThan", "Fewer than 40 people died.", "<40"},
                    FigureCase{"About", "About 40 people died.", "~40"},
                    FigureCase{"Nearly", "Nearly 40 people died.", "~40"},
                    FigureCase{"Some", "Some 40 people died.", "~40"},
                    FigureCase{"AnEstimated", "An estimated 40 people died.", "~40"},
                    FigureCase{"OrSo", "The 40 or so villagers left.", "~40"},
                    FigureCase{"OrMore", "Crews of 40 or more are needed.", ">=40"},
                    FigureCase{"Plus", "The 40-plus members met.", ">=40"},
                    FigureCase{"PlusSign", "They sold 40+ boats.", ">=40"},
                    FigureCase{"AtLeastAbout", "At least about 40 people died.", ">=40"},
                    FigureCase{"InExcessOf", "It cost in excess of $40.", ">40 usd"},
                    FigureCase{"OfMoney", "It cost nearly $40 million.", "~40000000 usd"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Ranges, FiguresTest,
    testing::Values(FigureCase{"To", "It needs 5 to 7 crews.", "[5,7]"},
                    FigureCase{"Hyphen", "It needs 10-15 people.", "[10,15]"},
                    FigureCase{"Dash", "It needs 10\u201315 people.", "[10,15]"},
                    FigureCase{"Between", "Between 30 and 35 boats sank.", "[30,35]"},
                    FigureCase{"SharedScale", "It earned 3 to 5 million euros.",
                               "[3000000,5000000] eur"},
                    FigureCase{"TwoCurrencies", "It costs $3 billion to $5 billion.",
                               "[3000000000,5000000000] usd"},
                    FigureCase{"Or", "Two or three boats sank.", "[2,3]"},
                    FigureCase{"Change", "The toll rose from 100 to 120 people.", "100; 120"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Units, FiguresTest,
    testing::Values(FigureCase{"PercentSign", "Turnout was 61%.", "61 percent"},
                    FigureCase{"PercentWord", "Turnout was 61 percent.", "61 percent"},
                    FigureCase{"PerCent", "Turnout was 61 per cent.", "61 percent"},
                    FigureCase{"Points", "It fell by 2 percentage points.", "2 point"},
                    FigureCase{"Kilometres", "The road runs 125 kilometres.", "125 km"},
                    FigureCase{"GluedUnit", "The road runs 125km.", "125 km"},
                    FigureCase{"Conversion", "The town lies 125km (78 miles) away.", "125 km"},
                    FigureCase{"SquareMiles", "It burned 12 square miles.", "12 square mile"},
                    FigureCase{"Speed", "Gusts hit 90 miles per hour.", "90 mph"},
                    FigureCase{"Celsius", "It was 38 degrees Celsius.", "38 c"},
                    FigureCase{"Dollars", "He paid 300 dollars.", "300 usd"},
                    FigureCase{"Cents", "It rose 50 cents.", "0.5 usd"},
                    FigureCase{"UsDollar", "It is worth US$113 trillion.", "113000000000000 usd"},
                    FigureCase{"Euros", "It is worth 7 billion euros.", "7000000000 eur"},
                    FigureCase{"Magnitude", "A magnitude 6.1 quake struck.", "6.1 magnitude"},
                    FigureCase{"MagnitudeHyphen", "A 6.1-magnitude quake struck.", "6.1 magnitude"},
                    FigureCase{"Age", "The 32-year-old driver fled.", "32 year"},
                    FigureCase{"AgeBehindName", "Jane Doe, 44, was there.", "44 year"},
                    FigureCase{"Tonnes", "It shipped 4,000 tonnes.", "4000 tonne"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    NoFigures, FiguresTest,
    testing::Values(FigureCase{"Date", "It began on August 15.", ""},
                    FigureCase{"DateBeforeMonth", "It began on 15 August.", ""},
                    FigureCase{"Year", "It began in 2019.", ""},
                    FigureCase{"Decade", "It began in the 1990s.", ""},
                    FigureCase{"Clock", "It began at 9:30.", ""},
                    FigureCase{"Pm", "It began at 7 p.m. sharp.", ""},
                    FigureCase{"Gmt", "It began at 0737 GMT.", ""},
                    FigureCase{"Ordinal", "The 22nd amendment stands.", ""},
                    FigureCase{"Score", "They won 27-24 at home.", ""},
                    FigureCase{"Model", "Her iPhone 11 was stolen.", ""},
                    FigureCase{"Plane", "A Boeing 737 landed.", ""},
                    FigureCase{"Covid", "Cases of COVID-19 fell.", ""},
                    FigureCase{"Fighter", "An F-16 landed.", ""},
                    FigureCase{"Flight", "Flight 370 vanished.", ""},
                    FigureCase{"OneOf", "He is one of the founders.", ""},
                    FigureCase{"Phone", "Call 555-0134-22 now.", ""},
                    FigureCase{"Ago", "He left three years ago.", ""},
                    FigureCase{"LastYears", "It grew over the last three years.", ""},
                    FigureCase{"Idiom", "We are 100% ready.", ""},
                    FigureCase{"AroundTheClock", "It is open 24/7 there.", ""},
                    FigureCase{"Address", "She lives at 12 Harbour Street now.", ""},
                    FigureCase{"ListNumber", "1. Wash the rice.", ""}),
    case_name);

TEST(FigureReader, TellsWhyANumberIsNone) {
  const Tokens tokens = tokenize("Flight 370 left on May 3 at 9:30.", Lexicon::english());
  const ReadFigures read = read_figures(SentenceView(tokens, tokens.sentences.at(0)));
  std::vector<Reject> reasons;
  for (const RejectedNumber& reject : read.rejects) reasons.push_back(reject.reason);
  EXPECT_THAT(reasons,
              testing::ElementsAre(Reject::kName, Reject::kDate, Reject::kTime, Reject::kTime));
}

TEST(FigureReader, KeepsTheSurfaceAndItsPlace) {
  const std::string text = "Caf\u00e9 owners say about 9,000 people came.";
  const Figure figure = read_quantities(text).at(0).figure;
  EXPECT_EQ(figure.surface, "about 9,000");
  EXPECT_EQ(text.substr(figure.span.start, figure.span.end - figure.span.start), "about 9,000");
}

struct GrainCase {
  std::string name;
  std::string text;
  double grain;
};
class GrainTest : public testing::TestWithParam<GrainCase> {};
TEST_P(GrainTest, IsTheStepOfTheLastDigit) {
  EXPECT_DOUBLE_EQ(read_quantities(GetParam().text).at(0).figure.grain, GetParam().grain);
}
INSTANTIATE_TEST_SUITE_P(Cases, GrainTest,
                         testing::Values(GrainCase{"Thousands", "7,000 people", 1000},
                                         GrainCase{"Tens", "6,250 people", 10},
                                         GrainCase{"Ones", "146 people", 1},
                                         GrainCase{"Decimals", "1.5 million people", 100000},
                                         GrainCase{"Vague", "dozens of people", 0}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
