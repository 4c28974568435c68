#include "claims/figures/figure_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

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
    testing::Values(
        FigureCase{"Digits", "The ferry carried 42 passengers.", "42"},
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
        FigureCase{"HyphenedAndAHalf", "A two-and-a-half million crowd came.", "2500000"},
        FigureCase{"ADozen", "A dozen houses were hit.", "~12"},
        FigureCase{"TwoDozen", "Two dozen houses were hit.", "24"},
        FigureCase{"HalfAMillion", "Half a million people marched.", "~500000"},
        FigureCase{"AHundred", "More than a hundred trees fell.", ">100"},
        FigureCase{"APair", "A pair of tickets was found.", "2"},
        FigureCase{"TwoThirds", "Two-thirds of the members agreed.", "0.666666666666667"},
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
                    FigureCase{"SeveralSaysTooLittle", "Several ships turned back.", ""},
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
                    FigureCase{"SpokenOf", "They talked about 40 ships.", "40"},
                    FigureCase{"SpokeSoLong", "She spoke about 40 minutes.", "~40 minute"},
                    FigureCase{"QuestionsOf", "It left questions about 40 ships.", "40"},
                    FigureCase{"AskedFor", "They asked about 40 bakers.", "~40"},
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
                    FigureCase{"Conversion", "The town lies 125km (78 miles) away.",
                               "125 km; 78 mile"},
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
                    FigureCase{"Phone", "Call 555-0134-22 now.", ""},
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

TEST(FigureReader, BoundsOnTheLeft) {
  expect_figures({
      {"At least 31 goats were stolen.", ">=31"},
      {"At the very least 31 goats were stolen.", ">=31"},
      {"No less than 31 goats were stolen.", ">=31"},
      {"Not less than 31 goats were stolen.", ">=31"},
      {"As many as 31 goats were stolen.", "<=31"},
      {"As few as 31 goats were stolen.", ">=31"},
      {"Up to 31 goats were stolen.", "<=31"},
      {"A maximum of 31 goats are allowed.", "<=31"},
      {"A minimum of 31 goats are needed.", ">=31"},
      {"No more than 31 goats are allowed.", "<=31"},
      {"At most 31 goats are allowed.", "<=31"},
      {"Just over 31 goats were stolen.", ">31"},
      {"Well over 31 goats were stolen.", ">31"},
      {"Slightly more than 31 goats were stolen.", ">31"},
      {"Just under 31 goats were stolen.", "<31"},
      {"Fewer than 31 goats were stolen.", "<31"},
      {"Almost 31 goats were stolen.", "~31"},
      {"Around 31 goats were stolen.", "~31"},
      {"Roughly 31 goats were stolen.", "~31"},
      {"Approximately 31 goats were stolen.", "~31"},
      {"Close to 31 goats were stolen.", "~31"},
      {"Upwards of 31 goats were stolen.", ">31"},
      {"Exactly 31 goats were stolen.", "31"},
      {"Only 31 goats were stolen.", "31"},
      {"It costs as much as $31.", "<=31 usd"},
      {"It costs in the region of $31.", "~31 usd"},
      {"It costs north of $31 million.", ">31000000 usd"},
      {"It costs a minimum $31.", ">=31 usd"},
      {"Speeds exceeding 90 mph were logged.", ">90 mph"},
      {"~40 goats were stolen.", "~40"},
      {">40 goats were stolen.", ">40"},
      {"The bank has \u20ac40bn or more in cash.", ">=40000000000 eur"},
      {"Over two days, 14 goats were stolen.", "2 day; 14"},
      {"He waited for over two days.", ">2 day"},
      {"It weighs over 90 kg.", ">90 kg"},
      {"The fund lost close to half its value.", "~0.5"},
  });
}

TEST(FigureReader, BoundsOnTheRight) {
  expect_figures({
      {"Thirty or so goats were stolen.", "~30"},
      {"The 30-odd goats were stolen.", "~30"},
      {"The 30-plus goats were stolen.", ">=30"},
      {"A herd of 30 or more is rare.", ">=30"},
      {"A herd of 30 or fewer is rare.", "<=30"},
      {"He has 30 goats, and counting.", "30"},
      {"He has won 30 and counting.", ">=30"},
      {"Children aged 12 or older may ride.", ">=12 year"},
      {"Children 12 years or older may ride.", ">=12 year"},
      {"Fines of $500 or less were waived.", "<=500 usd"},
      {"It is 30+ miles away.", ">=30 mile"},
      {"It is 30-plus miles away.", ">=30 mile"},
      {"It needs 30 people at least.", "30"},
  });
}

TEST(FigureReader, RangesAndTwoEnds) {
  expect_figures({
      {"It feeds from 5 to 7 families.", "[5,7]"},
      {"It feeds five to seven families.", "[5,7]"},
      {"It feeds 5-7 families.", "[5,7]"},
      {"It feeds 5 \u2013 7 families.", "[5,7]"},
      {"It feeds between 5 and 7 families.", "[5,7]"},
      {"It feeds between five and seven families.", "[5,7]"},
      {"It feeds six or seven families.", "[6,7]"},
      {"It feeds more than 5 but fewer than 9 families.", "[5,9]"},
      {"It feeds at least 5 and at most 9 families.", "[5,9]"},
      {"It feeds 3 to 5 million families.", "[3000000,5000000]"},
      {"It feeds 3-5 million families.", "[3000000,5000000]"},
      {"It feeds 800,000 to 1.2 million families.", "[800000,1200000]"},
      {"It costs between $3 billion and $5 billion.", "[3000000000,5000000000] usd"},
      {"It costs $3 to $5.", "[3,5] usd"},
      {"It costs $3-5 million.", "[3000000,5000000] usd"},
      {"It costs $3-$5 million.", "[3000000,5000000] usd"},
      {"It costs 3 to 5 euros.", "[3,5] eur"},
      {"It costs \u00a33m-\u00a35m.", "[3000000,5000000] gbp"},
      {"Rates of 4% to 5% are common.", "[4,5] percent"},
      {"Rates of 4 to 5 percent are common.", "[4,5] percent"},
      {"Rates of 4-5% are common.", "[4,5] percent"},
      {"Snow of 10 to 15 inches fell.", "[10,15] inch"},
      {"Snow of about 10 to 15 inches fell.", "[10,15] inch"},
      {"The probe weighs 5 \u00b1 2 kg.", "[3,7] kg"},
      {"The probe weighs 5 to about 7 kg.", "[5,7] kg"},
      {"Boys 12 to 14 years old sang.", "[12,14] year"},
      {"Boys aged 12 to 14 sang.", "[12,14] year"},
      {"Boys aged 12-14 sang.", "[12,14] year"},
      {"Boys aged between 12 and 14 sang.", "[12,14] year"},
      {"Boys between the ages of 12 and 14 sang.", "[12,14] year"},
      {"Boys under the age of 14 sang.", "<14 year"},
      {"It was an 8-to-10 day march.", "[8,10] day"},
      {"The 8- and 10-year-old boys sang.", "8 year; 10 year"},
      {"A 7- to 8-inch crack opened.", "[7,8] inch"},
      {"A two-to-three-day march began.", "[2,3] day"},
      {"It takes 2 or 3 weeks.", "[2,3] week"},
      {"He was given 10 years to life.", "10 year"},
      {"They gave 5 goats to 7 families.", "5; 7"},
  });
}

TEST(FigureReader, Changes) {
  expect_figures({
      {"Output rose 5% to 120 tonnes.", "5 percent; 120 tonne"},
      {"Output rose from 100 to 120 tonnes.", "100 tonne; 120 tonne"},
      {"Output fell by 3 tonnes to 8 tonnes.", "3 tonne; 8 tonne"},
      {"Output fell to 8 tonnes from 11 tonnes.", "8 tonne; 11 tonne"},
      {"Profit rose from $2.1 million to $3 million.", "2100000 usd; 3000000 usd"},
      {"Profit climbed 12 percent, to $3 million.", "12 percent; 3000000 usd"},
      {"The jobless rate fell from 4.8 to 4.7 percent.", "4.8 percent; 4.7 percent"},
      {"The rate was cut from 5% to 4%.", "5 percent; 4 percent"},
      {"The share slid 14 cents to $6.20.", "0.14 usd; 6.2 usd"},
      {"The toll climbed to 61, up from 48.", "61; 48"},
      {"The number of cases doubled from 400 to 800.", "400; 800"},
      {"The index lost 230 points, or 1.4%.", "230 point; 1.4 percent"},
      {"The yield rose 5 basis points.", "5 basis point"},
      {"Support dropped two percentage points to 41 percent.", "2 point; 41 percent"},
  });
}

TEST(FigureReader, Money) {
  expect_figures({
      {"It cost US$12.", "12 usd"},
      {"It cost US $12.", "12 usd"},
      {"It cost $12 US.", "12 usd"},
      {"It cost A$12.", "12 aud"},
      {"It cost $A12.", "12 aud"},
      {"It cost HK$12.", "12 hkd"},
      {"It cost HK $12.", "12 hkd"},
      {"It cost C$12 million.", "12000000 cad"},
      {"It cost NZ$12.", "12 nzd"},
      {"It cost S$12.", "12 sgd"},
      {"It cost \u00a312.50.", "12.5 gbp"},
      {"It cost \u20ac12,50.", "12.5 eur"},
      {"It cost 12\u20ac.", "12 eur"},
      {"It cost \u00a512,000.", "12000 jpy"},
      {"It cost \u20b9500 crore.", "5000000000 inr"},
      {"It cost Rs 500.", "500 inr"},
      {"It cost Rs. 500.", "500 inr"},
      {"It cost USD 500.", "500 usd"},
      {"It cost EUR500.", "500 eur"},
      {"It cost 500 USD.", "500 usd"},
      {"It cost 500 Swiss francs.", "500 chf"},
      {"It cost 500 Canadian dollars.", "500 cad"},
      {"It cost 500 Mexican pesos.", "500 mxn"},
      {"It cost 500 yuan.", "500 cny"},
      {"It cost 500 won in Seoul.", "500 krw"},
      {"It cost 75 cents.", "0.75 usd"},
      {"It cost 13 dollars and 45 cents.", "13.45 usd"},
      {"It cost 80p.", "0.8 gbp"},
      {"It cost 80 pence.", "0.8 gbp"},
      {"It cost $5 million to $6 million.", "[5000000,6000000] usd"},
      {"It cost one million dollars.", "1000000 usd"},
      {"It cost a million dollars.", "~1000000 usd"},
      {"A $40,000-a-year clerk left.", "40000 usd"},
      {"A 500-euro fine was paid.", "500 eur"},
      {"A $1.5-billion plant opened.", "1500000000 usd"},
      {"A multi-million dollar plant opened.", ""},
      {"They paid $250 each for 12 seats.", "250 usd; 12"},
      {"They paid 300 million pounds for it.", "300000000 gbp"},
      {"They paid 7,199 yuan ($1,062).", "7199 cny; 1062 usd"},
      {"They paid \u20ac5m ($5.4m; \u00a34.3m).", "5000000 eur; 5400000 usd; 4300000 gbp"},
      {"They paid $5.4 million (5 million euros).", "5400000 usd; 5000000 eur"},
  });
}

TEST(FigureReader, UnitsOfManyDimensions) {
  expect_figures({
      {"He is 5-foot-8.", "68 inch"},
      {"It moves 1.2Tb / sec to the coast.", "1.2 tbps"},
      {"The rock is 252Ma old.", "252 megayear"},
      {"He is 5 feet 8 inches tall.", "68 inch"},
      {"He is 7 feet 2 inches tall.", "86 inch"},
      {"He is 5ft 8in tall.", "68 inch"},
      {"He is 6 feet tall.", "6 foot"},
      {"He weighs 210 pounds.", "210 pound"},
      {"He weighs 14 stone.", "14 stone"},
      {"He weighs 95kg.", "95 kg"},
      {"A 20-foot wave struck.", "20 foot"},
      {"A 20ft wave struck.", "20 foot"},
      {"The sea rose 3.2 mm.", "3.2 mm"},
      {"The sea rose 3.2 centimetres.", "3.2 cm"},
      {"The hall spans 40,000 square feet.", "40000 square foot"},
      {"The hall spans 3,700 sq m.", "3700 m2"},
      {"The fire burned 12,000 acres.", "12000 acre"},
      {"The fire burned 4,900 hectares.", "4900 hectare"},
      {"The tank holds 500 gallons.", "500 gallon"},
      {"The tank holds 500 litres.", "500 l"},
      {"The tank holds 500 cubic metres.", "500 m3"},
      {"The well yields 500,000 barrels per day.", "500000 bpd"},
      {"The plant makes 500 megawatts.", "500 mw"},
      {"The plant makes 500MW.", "500 mw"},
      {"The plant used 3 gigawatt hours.", "3 gwh"},
      {"Wind gusted to 70 knots.", "70 knot"},
      {"Wind gusted to 70 km/h.", "70 kph"},
      {"Wind gusted to 70 kilometers per hour.", "70 kph"},
      {"It was 104F in Fresno.", "104 f"},
      {"It was 104 degrees Fahrenheit in Fresno.", "104 f"},
      {"It was 104 degrees in Fresno.", "104 degree"},
      {"It was 30\u00b0C in Fresno.", "30 c"},
      {"It was minus 30 Celsius in Fresno.", "-30 c"},
      {"It was 30 below zero in Fargo.", "-30"},
      {"The disk holds 500 gigabytes.", "500 gb"},
      {"The chip runs at 3 GHz.", "3 ghz"},
      {"The flight took 2 hours and 30 minutes.", "150 minute"},
      {"The flight took 2 hours, 30 minutes.", "150 minute"},
      {"The flight took 90 minutes.", "90 minute"},
      {"He was jailed for 18 months.", "18 month"},
      {"He served a six-year term.", "6 year"},
      {"He served two years and three months.", "27 month"},
      {"A magnitude 7.2 quake struck.", "7.2 magnitude"},
      {"A 7.2 magnitude quake struck.", "7.2 magnitude"},
      {"The quake had a magnitude of 7.2.", "7.2 magnitude"},
      {"CO2 hit 420 parts per million.", "420 ppm"},
      {"They seized 12 tons of cocaine.", "12 ton"},
      {"They seized 12 tonnes of cocaine.", "12 tonne"},
      {"They seized 12 metric tons of cocaine.", "12 tonne"},
      {"They seized 40 grams of heroin.", "40 g"},
      {"They seized 8 ounces of heroin.", "8 ounce"},
      {"Sales grew threefold.", ""},
      {"Sales grew three times as fast.", "3 time"},
      {"Approval is at 43 pct.", "43 percent"},
      {"A 12-percent tax was set.", "12 percent"},
      {"Turnout hit seventy percent.", "70 percent"},
  });
}

TEST(FigureReader, RestatedFigures) {
  expect_figures({
      {"The town lies 125 km (78 miles) north.", "125 km; 78 mile"},
      {"The town lies about 125 km (78 miles) north.", "~125 km; ~78 mile"},
      {"The town lies 78 miles (about 125 km) north.", "78 mile; ~125 km"},
      {"The town lies 78 miles, or 125 km, north.", "78 mile; 125 km"},
      {"It hit 40C (104F).", "40 c; 104 f"},
      {"It hit 40 degrees Celsius (104 degrees Fahrenheit).", "40 c; 104 f"},
      {"It burned 12,000 acres (4,900 hectares).", "12000 acre; 4900 hectare"},
      {"It burned 5 to 10 acres (2 to 4 hectares).", "[5,10] acre; [2,4] hectare"},
      {"It rained 4 inches (10 centimeters) overnight.", "4 inch; 10 cm"},
  });
}

TEST(FigureReader, Ages) {
  expect_figures({
      {"Maria Lopez, 44, said so.", "44 year"},
      {"Maria Lopez, 44.", "44 year"},
      {"A boy aged 12 was hurt.", "12 year"},
      {"A boy, 12, was hurt.", "12 year"},
      {"A 12-year-old boy was hurt.", "12 year"},
      {"A 12 year old boy was hurt.", "12 year"},
      {"A twelve-year-old was hurt.", "12 year"},
      {"He died at age 87.", "87 year"},
      {"He died at the age of 87.", "87 year"},
      {"She is 30 years old.", "30 year"},
      {"She is 30 years of age.", "30 year"},
      {"An 18-month-old girl was hurt.", "18 month"},
      {"Two 15-year-olds were hurt.", "2; 15 year"},
      {"The girls, age 6 and 8, were hurt.", "6 year; 8 year"},
      {"Adults over 65 are at risk.", ">65"},
  });
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

TEST(Figures, BetweenTwoTimes) {
  expect_figures({
      {"The pit closed two days ago.", "2 day"},
      {"The pit closed three weeks later.", "3 week"},
      {"The pit closed 10 years earlier.", "10 year"},
      {"He left a year and a half ago.", "1.5 year"},
      {"He left two days before the vote.", "2 day"},
      {"He left nearly two weeks after the vote.", "~2 week"},
      {"Output doubled over the past five years.", "5 year"},
      {"Output will double in the next 12 months.", "12 month"},
      {"It was the warmest in the last 100 years.", "100 year"},
      {"Hundreds of years ago it was a port.", ""},
  });
}

TEST(Figures, OneUnitWithABound) {
  expect_figures({
      {"It took more than a week.", ">1 week"},
      {"It took less than an hour.", "<1 hour"},
      {"They met about a month ago.", "~1 month"},
      {"The path is more than a mile wide.", ">1 mile"},
      {"The water fell by about a foot.", "~1 foot"},
      {"It took a minute or two.", "[1,2] minute"},
      {"It took one minute or two.", "[1,2] minute"},
      {"It took an hour or so.", "~1 hour"},
      {"It took a day or more.", ">=1 day"},
      {"It took a week.", ""},
      {"They would pay $5 million over a decade.", "5000000 usd"},
      {"The applause lasted over a minute.", ">1 minute"},
      {"A mile away it rained.", ""},
      {"A year-long siege ended.", "~1 year"},
      {"An hour-long talk ended.", "~1 hour"},
      {"A mile-wide crater opened.", "~1 mile"},
      {"A year-old boy was saved.", "1 year"},
      {"A five-mile-long slick was seen.", "5 mile"},
  });
}

TEST(Figures, OfTwoUnits) {
  expect_figures({
      {"It took a minute and 30 seconds.", "90 second"},
      {"It cost a dollar and 20 cents.", "1.2 usd"},
      {"It cost 15 dollars 50.", "15.5 usd"},
      {"He was away for 2 hours, 30 minutes in all.", "150 minute"},
      {"He walked for 2 years, 3 days, and 5 hours.", "2 year; 3 day; 5 hour"},
      {"3 yards, 2 feet, 4 in", "136 inch"},
      {"It cost twelve dollars thirty.", "12.3 usd"},
      {"It took 2 hours ten.", "130 minute"},
      {"It cost 15 dollars 50 years ago.", "15 usd; 50 year"},
      {"He paid 20 dollars 12 times.", "20 usd; 12 time"},
      {"It cost $20, 43 of them said.", "20 usd; 43"},
  });
}

TEST(Figures, MoneyInOtherSpellings) {
  expect_figures({
      {"It earned 30 MUSD.", "30000000 usd"},
      {"Sales reached MEUR 120.", "120000000 eur"},
      {"It earned 75 USD million.", "75000000 usd"},
      {"The loan is euro110 billion.", "110000000000 eur"},
      {"Oil worth e75m was lost.", "75000000 eur"},
      {"They took more than e85 million.", ">85000000 eur"},
      {"Fill up with e10 here.", ""},
      {"Go to the MALL 5 times.", "5 time"},
      {"A dividend of 17c a share was paid.", "0.17 usd"},
      {"It cost 42 RM.", "42 myr"},
      {"Eggs cost 64 cents a dozen.", "0.64 usd"},
  });
}

TEST(Figures, BoundsOfManyWords) {
  expect_figures({
      {"Take values greater than 12 and less than or equal to 19.", "[12,19]"},
      {"It must be less than or equal to 40.", "<=40"},
      {"It must be greater than or equal to 40.", ">=40"},
      {"It must be no greater than 12.", "<=12"},
      {"A sub-300 unit run.", "<300"},
      {"It weighs 5 +/- 2 kg.", "[3,7] kg"},
      {"About 2000 - 2500 tonnes were sold.", "[2000,2500] tonne"},
  });
}

TEST(Figures, PartsWithABound) {
  expect_figures({
      {"More than one quarter and less than half of voters came.", "[0.25,0.5]"},
      {"The share is above one third.", ">0.333333333333333"},
      {"Profits fell by one third.", "0.333333333333333"},
      {"He worked there for more than one quarter.", ">1"},
      {"It was one quarter and no more.", "1"},
  });
}

TEST(Figures, NumbersInNames) {
  expect_figures({
      {"A Boeing 777F landed.", ""},
      {"He sold 800,000 F-Series trucks.", "800000"},
      {"As measured by M-2 it rose.", ""},
      {"He read 2 Kings 4:12 aloud.", ""},
      {"Error 404 was shown.", ""},
      {"The Nasdaq 100 futures fell.", ""},
      {"They recall the May 3, 2019 attacks.", ""},
      {"Campaigns with six- or even seven-figure budgets won.", ""},
      {"The zero-coupon bonds fell.", ""},
      {"He is the 800-pound gorilla here.", ""},
      {"He has 31 KO's.", "31"},
      {"It sold forty-five (45) units.", "45"},
  });
}

TEST(Figures, DefiniteCounts) {
  expect_figures({
      {"The two drivers accused of it fled.", "2"},
      {"The two clerks hearing it left.", "2"},
      {"The four trips it made were long.", "4"},
      {"The eight countries were named.", "8"},
      {"Her dozen guards fled.", "~12"},
      {"The million-member union agreed.", "~1000000"},
  });
}

TEST(Figures, UnitsSaidOnce) {
  expect_figures({
      {"Those shares were 5 and 4 percent.", "5 percent; 4 percent"},
      {"The huts stand 12 and 15 km off.", "12 km; 15 km"},
      {"Mayors, whose average age is 51.5, met.", "51.5 year"},
      {"The average age of the mayors was 61.", "61 year"},
      {"He saw 5 and 12 drivers.", "5; 12"},
  });
}

TEST(Figures, BoundsOfARate) {
  expect_figures({
      {"On average, over 12 hours per day were lost.", ">12 hour"},
      {"She works over 12 hours a day.", ">12 hour"},
      {"Over two days it rained.", "2 day"},
  });
}

TEST(Figures, RangesOfMoneyAndTime) {
  expect_figures({
      {"Calls cost 31 to 35 cents a minute.", "[0.31,0.35] usd"},
      {"They wait an average of 14-20 months before being cleared.", "[14,20] month"},
  });
}

TEST(Figures, BehindACaption) {
  expect_figures({
      {"In pictures Highlights Two dozen people died in the storm.", "24"},
      {"The heads of the Big Three met.", ""},
  });
}

TEST(Figures, UnitsBehindAQualifier) {
  expect_figures({
      {"It rained for three straight days.", "3 day"},
      {"They waited two full years.", "2 year"},
      {"They won three straight games.", "3"},
      {"It cost billions of U.S. taxpayer dollars.", "[2000000000,9999999999] usd"},
      {"It cost 5 million taxpayer dollars.", "5000000 usd"},
      {"They plan a 221m-high effigy.", "221 m"},
      {"My sons are 19 and 20, you know.", "19 year; 20 year"},
      {"Her daughter is 7.", "7 year"},
      {"Its buses are 19 and counting.", ">=19"},
  });
}

TEST(Figures, BehindALostSign) {
  expect_figures({
      {"They agreed a \ufffd110 million loan.", "110000000"},
      {"They agreed a \ufffd\ufffd40 loan.", "40"},
  });
}

TEST(Figures, LevelsOfAnIndex) {
  expect_figures({
      {"The index lost 41.5 points to 3,120.75.", "41.5 point; 3120.75 point"},
      {"It closed at 5,208.4, up 17.2 points.", "5208.4 point; 17.2 point"},
      {"He scored 20 points to lead 12 players.", "20 point; 12"},
  });
}

}  // namespace
}  // namespace figured::claims
