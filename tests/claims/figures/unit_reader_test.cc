#include "claims/figures/unit_reader.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "claims/figures/amount_reader.h"

namespace figured::claims {
namespace {

// The first amount of the text.
std::optional<Amount> first_amount(const std::string& text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  for (const Sentence& sentence : tokens.sentences) {
    const SentenceView view(tokens, sentence);
    for (int i = view.first(); i < view.last(); ++i) {
      if (const auto amount = read_amount(view, i)) return amount;
    }
  }
  return std::nullopt;
}

struct UnitCase {
  std::string text;
  std::string unit;  // "" for none
  double value;
};

class UnitTest : public testing::TestWithParam<UnitCase> {};
TEST_P(UnitTest, IsReadWithItsValue) {
  const auto amount = first_amount(GetParam().text);
  ASSERT_TRUE(amount) << GetParam().text;
  EXPECT_EQ(amount->unit, GetParam().unit) << GetParam().text;
  EXPECT_NEAR(amount->low(), GetParam().value, 1e-9 * GetParam().value) << GetParam().text;
}

std::string numbered(const testing::TestParamInfo<UnitCase>& test) {
  std::string name;
  for (const char c : test.param.text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) name += c;
  }
  return name + '_' + std::to_string(test.index);
}

INSTANTIATE_TEST_SUITE_P(
    Measures, UnitTest,
    testing::Values(
        UnitCase{"The pit is 40 metres deep.", "m", 40},
        UnitCase{"The pit is 40 meters deep.", "m", 40}, UnitCase{"a wall 3m high", "m", 3},
        UnitCase{"the 400m hurdles", "m", 400}, UnitCase{"a field of 90m x 45m", "m", 90},
        UnitCase{"They drove 12 km north.", "km", 12}, UnitCase{"a 12-kilometre march", "km", 12},
        UnitCase{"roughly 7 miles off the coast", "mile", 7},
        UnitCase{"an 8-foot fence", "foot", 8}, UnitCase{"a 6 foot fence", "foot", 6},
        UnitCase{"4 ft of snow", "foot", 4}, UnitCase{"9 inches of snow", "inch", 9},
        UnitCase{"5 in. of rain fell", "inch", 5}, UnitCase{"a 30-yard pass", "yard", 30},
        UnitCase{"11 nautical miles out", "nautical mile", 11},
        UnitCase{"4 light-years away", "light year", 4}, UnitCase{"a 28 nm process", "nm", 28},
        UnitCase{"850 sq. ft of offices", "square foot", 850},
        UnitCase{"850 sq ft of offices", "square foot", 850},
        UnitCase{"an 850-square-foot flat", "square foot", 850},
        UnitCase{"a plot of 660 sq m", "m2", 660}, UnitCase{"a plot of 66m2", "m2", 66},
        UnitCase{"a plot of 66 m\u00b2", "m2", 66}, UnitCase{"36 sq km of forest", "km2", 36},
        UnitCase{"burned 120 square miles", "square mile", 120},
        UnitCase{"burned 9,000 acres", "acre", 9000},
        UnitCase{"burned 70 ha of wood", "hectare", 70}, UnitCase{"30 liters of water", "l", 30},
        UnitCase{"a 2l bottle", "l", 2}, UnitCase{"6 gallons of fuel", "gallon", 6},
        UnitCase{"40 cubic feet of gas", "cubic foot", 40},
        UnitCase{"40 cu. ft. of gas", "cubic foot", 40}, UnitCase{"90 bcf of gas", "bcf", 90},
        UnitCase{"90 bcm of gas", "bcm", 90}, UnitCase{"3 barrels of oil", "barrel", 3},
        UnitCase{"5 kg of rice", "kg", 5}, UnitCase{"5kg of rice", "kg", 5},
        UnitCase{"60 g of sugar", "g", 60}, UnitCase{"60g of sugar", "g", 60},
        UnitCase{"9 tonnes of steel", "tonne", 9}, UnitCase{"9 metric tons of steel", "tonne", 9},
        UnitCase{"9 tons of steel", "ton", 9}, UnitCase{"8 lbs of flour", "pound", 8},
        UnitCase{"a 3-ounce cut", "ounce", 3}, UnitCase{"She is 11 stone.", "stone", 11},
        UnitCase{"4 gigatons of carbon", "gigatonne", 4},
        UnitCase{"7 megatons of carbon", "megatonne", 7},
        UnitCase{"a 7-megaton warhead", "megaton", 7}, UnitCase{"an 18-karat ring", "karat", 18},
        UnitCase{"a stone of 5 carats", "carat", 5}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    TimesAndRates, UnitTest,
    testing::Values(
        UnitCase{"after 9 hours", "hour", 9}, UnitCase{"after 90 mins", "minute", 90},
        UnitCase{"a 2-second lead", "second", 2}, UnitCase{"only 1 second ahead", "second", 1},
        UnitCase{"6 decades of war", "decade", 6}, UnitCase{"3 fortnights", "fortnight", 3},
        UnitCase{"at 90 km/h", "kph", 90}, UnitCase{"at 90 km / h", "kph", 90},
        UnitCase{"at 90 kilometers an hour", "kph", 90}, UnitCase{"gusts of 60 mph", "mph", 60},
        UnitCase{"60 miles per hour", "mph", 60}, UnitCase{"winds of 35 knots", "knot", 35},
        UnitCase{"at 7 m/s", "m/s", 7}, UnitCase{"6 barrels per day", "bpd", 6},
        UnitCase{"6 barrels a day", "bpd", 6}, UnitCase{"a 60-barrel-a-day well", "bpd", 60},
        UnitCase{"500 b/d", "bpd", 500}, UnitCase{"40 hours a week", "hour", 40},
        UnitCase{"7,000 rpm", "rpm", 7000}, UnitCase{"30 miles to the gallon", "mpg", 30},
        UnitCase{"6 l/100km", "l/100km", 6}, UnitCase{"60 fps", "fps", 60}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Physics, UnitTest,
    testing::Values(
        UnitCase{"a high of 31\u00b0C", "c", 31}, UnitCase{"31 \u00b0 C", "c", 31},
        UnitCase{"31 degrees Celsius", "c", 31}, UnitCase{"31C in the shade", "c", 31},
        UnitCase{"88 degrees Fahrenheit", "f", 88}, UnitCase{"88\u00b0F", "f", 88},
        UnitCase{"31 degrees outside", "degree", 31}, UnitCase{"in 20-degree heat", "degree", 20},
        UnitCase{"400 MW of wind power", "mw", 400},
        UnitCase{"a laser of 400 mW", "milliwatt", 400}, UnitCase{"a 60 W bulb", "w", 60},
        UnitCase{"a 60W bulb", "w", 60}, UnitCase{"5 kilowatt-hours", "kwh", 5},
        UnitCase{"60 GWh a year", "gwh", 60},
        UnitCase{"a 300-horsepower engine", "horsepower", 300},
        UnitCase{"a 300 hp engine", "horsepower", 300}, UnitCase{"250 calories", "calorie", 250},
        UnitCase{"a 12 V battery", "v", 12}, UnitCase{"30 kV", "kv", 30},
        UnitCase{"10 amps", "a", 10}, UnitCase{"16 GB of memory", "gb", 16},
        UnitCase{"100 Mb of data", "mbit", 100}, UnitCase{"100 MB of data", "mb", 100},
        UnitCase{"80 Mbps", "mbps", 80}, UnitCase{"80 MB/s", "mb/s", 80},
        UnitCase{"a 48-megapixel camera", "megapixel", 48}, UnitCase{"a 3 GHz chip", "ghz", 3},
        UnitCase{"90 decibels", "decibel", 90}, UnitCase{"30 psi", "psi", 30},
        UnitCase{"980 millibars", "mbar", 980}, UnitCase{"5 bar of pressure", "bar", 5},
        UnitCase{"3 mSv", "msv", 3}, UnitCase{"15 parts per billion", "ppb", 15},
        UnitCase{"15 ppm of lead", "ppm", 15}, UnitCase{"40 mg/l of lead", "mg/l", 40},
        UnitCase{"3,000 TEU", "teu", 3000}, UnitCase{"rose 9 percent", "percent", 9},
        UnitCase{"rose 9 pct", "percent", 9}, UnitCase{"rose 9 per cent", "percent", 9},
        UnitCase{"rose 9%", "percent", 9}, UnitCase{"rose 2 percentage points", "point", 2},
        UnitCase{"rose 25 basis points", "basis point", 25}, UnitCase{"700 MMBtu", "mmbtu", 700},
        UnitCase{"won it 3 times", "time", 3}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Money, UnitTest,
    testing::Values(
        UnitCase{"$5 each", "usd", 5}, UnitCase{"5 mln dlrs", "usd", 5e6},
        UnitCase{"US$5 each", "usd", 5}, UnitCase{"5 bucks", "usd", 5},
        UnitCase{"\u20ac5 each", "eur", 5}, UnitCase{"\u00a35 each", "gbp", 5},
        UnitCase{"A$5 each", "aud", 5}, UnitCase{"C$5 each", "cad", 5},
        UnitCase{"HK$5 each", "hkd", 5}, UnitCase{"S$5 each", "sgd", 5},
        UnitCase{"NT$5 each", "twd", 5}, UnitCase{"R$5 each", "brl", 5},
        UnitCase{"5 Canadian dollars", "cad", 5}, UnitCase{"5 Hong Kong dollars", "hkd", 5},
        UnitCase{"5 Australian dollars", "aud", 5}, UnitCase{"5 Zimbabwean dollars", "zwl", 5},
        UnitCase{"80 mln Canadian dlrs", "cad", 8e7}, UnitCase{"5 Mexican pesos", "mxn", 5},
        UnitCase{"5 Philippine pesos", "php", 5}, UnitCase{"5 Swiss francs", "chf", 5},
        UnitCase{"5 Danish kroner", "dkk", 5}, UnitCase{"5 Thai baht", "thb", 5},
        UnitCase{"5 Saudi riyals", "sar", 5}, UnitCase{"5 Lebanese pounds", "lbp", 5},
        UnitCase{"EUR 500 was paid", "eur", 500}, UnitCase{"paid 500 SEK", "sek", 500},
        UnitCase{"EUR500 was paid", "eur", 500}, UnitCase{"paid TRY 20 million", "try", 2e7},
        UnitCase{"paid THB 1,200", "thb", 1200}, UnitCase{"paid MXN 900,000", "mxn", 9e5},
        UnitCase{"paid CUP 20 million", "cup", 2e7}, UnitCase{"paid 20 million PEN", "pen", 2e7},
        UnitCase{"paid Rs 500", "inr", 500}, UnitCase{"paid Rs. 500 to him", "inr", 500},
        UnitCase{"paid RMB 600", "cny", 600}, UnitCase{"paid RM120", "myr", 120},
        UnitCase{"paid 6,000 yuan", "cny", 6000}, UnitCase{"paid 9 forints", "huf", 9},
        UnitCase{"paid 900 won", "krw", 900}, UnitCase{"paid 50 cents", "usd", 0.5},
        UnitCase{"paid 50 pence", "gbp", 0.5}, UnitCase{"paid 50p", "gbp", 0.5},
        UnitCase{"paid 13 cts a share", "usd", 0.13}, UnitCase{"30 mln stg", "gbp", 3e7},
        UnitCase{"400 mln marks", "dem", 4e8}, UnitCase{"2 billion lire", "itl", 2e9},
        UnitCase{"5 French francs", "frf", 5}, UnitCase{"5 bitcoins", "btc", 5}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    MoneyOfTheSentence, UnitTest,
    testing::Values(UnitCase{"Pakistan owes 200 million rupees.", "pkr", 2e8},
                    UnitCase{"It owes 200 million rupees.", "inr", 2e8},
                    UnitCase{"A Swiss bank lost 30 million francs.", "chf", 3e7},
                    UnitCase{"A bank lost 30 million francs.", "franc", 3e7},
                    UnitCase{"Manila was asked by the Philippines for 3 million pesos.", "php",
                             3e6},
                    UnitCase{"It cost 3 million pesos.", "peso", 3e6},
                    UnitCase{"Norway gave 6 million kroner.", "nok", 6e6},
                    UnitCase{"Canada gave 6 million dollars.", "usd", 6e6},
                    UnitCase{"He was fined 700 pounds.", "gbp", 700},
                    UnitCase{"The repair cost 700 pounds.", "gbp", 700},
                    UnitCase{"a deal of 3 million pounds", "gbp", 3e6},
                    UnitCase{"a 3 million-pound deal", "gbp", 3e6},
                    UnitCase{"Egypt borrowed 3 billion pounds.", "egp", 3e9},
                    UnitCase{"They seized 700 pounds of cocaine.", "pound", 700},
                    UnitCase{"They sold 3 million pounds of beef.", "pound", 3e6},
                    UnitCase{"She lost 20 pounds.", "pound", 20},
                    UnitCase{"a 9-pound baby", "pound", 9},
                    UnitCase{"The boar weighed 500 pounds.", "pound", 500}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    NoUnits, UnitTest,
    testing::Values(UnitCase{"10 stone houses", "", 10}, UnitCase{"3 bar stools", "", 3},
                    UnitCase{"It grew by 5m last year.", "", 5},
                    UnitCase{"They have 5 m votes.", "", 5}, UnitCase{"Please TRY 5 more.", "", 5},
                    UnitCase{"the TOP 500 firms", "", 500},
                    UnitCase{"ALL 500,000 were lost.", "", 500000},
                    UnitCase{"ALL 700 PEOPLE LEFT", "", 700}, UnitCase{"at COP 26 today", "", 26},
                    UnitCase{"CUP 2006 was fun.", "", 2006}, UnitCase{"PEN 1998 opened.", "", 1998},
                    UnitCase{"a 1080p screen", "", 1080}, UnitCase{"a 10v10 match", "", 10},
                    UnitCase{"5 people in town", "", 5}, UnitCase{"5 all told", "", 5},
                    UnitCase{"They won 5 of 6, then 4 won.", "", 5},
                    UnitCase{"9 feats of strength", "", 9}, UnitCase{"8 c. and d.", "", 8}),
    numbered);

TEST(Unit, ConvertsWithinItsDimension) {
  const Lexicon& lexicon = Lexicon::english();
  const Unit& fahrenheit = *lexicon.unit_named("f");
  EXPECT_NEAR(fahrenheit.to_base(212), 100, 1e-9);
  EXPECT_NEAR(lexicon.unit_named("k")->to_base(0), -273.15, 1e-9);
  EXPECT_NEAR(lexicon.unit_named("mile")->to_base(2), 3218.688, 1e-9);
  EXPECT_TRUE(fahrenheit.converts_to(*lexicon.unit_named("c")));
  EXPECT_FALSE(fahrenheit.converts_to(*lexicon.unit_named("degree")));
  EXPECT_FALSE(fahrenheit.converts_to(*lexicon.unit_named("km")));
  EXPECT_FALSE(lexicon.unit_named("usd")->converts_to(*lexicon.unit_named("cad")));
}

TEST(Unit, OfMoneyKnowsItsCountryAndKind) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_EQ(lexicon.unit_named("mxn")->country, "MX");
  EXPECT_EQ(lexicon.unit_named("mxn")->kind(), "peso");
  EXPECT_EQ(lexicon.unit_named("gbp")->kind(), "pound");
  EXPECT_EQ(lexicon.unit(lexicon.currency_of("peso", "PH")).name, "php");
  EXPECT_EQ(lexicon.currency_of("peso", "FR"), kNoIndex);
  EXPECT_EQ(lexicon.currency_of("peso", ""), kNoIndex);
}

TEST(Unit, EveryCodeStandsBeforeASum) {
  for (const char* code :
       {"AED", "ARS", "BGN", "CLP", "COP", "CZK", "DZD", "ETB", "FJD", "GEL", "HUF",
        "IDR", "IQD", "JOD", "KES", "KWD", "LKR", "MAD", "MYR", "NGN", "OMR", "PKR",
        "QAR", "RON", "SAR", "TND", "UAH", "UYU", "VND", "XOF", "YER", "ZAR"}) {
    const auto amount = first_amount(std::string("He owes ") + code + " 25,000 in all.");
    ASSERT_TRUE(amount) << code;
    std::string lower = lower_case(code);
    EXPECT_EQ(amount->unit, lower);
  }
}

TEST(UnitReader, ReadsAges) {
  for (const char* text : {"a 9-year-old boy", "She is 9 years old.", "9 years of age"}) {
    const auto amount = first_amount(text);
    ASSERT_TRUE(amount) << text;
    EXPECT_TRUE(amount->age) << text;
  }
  EXPECT_FALSE(first_amount("9 years of war")->age);
}

TEST(UnitReader, SaysHowItWasTold) {
  const std::string text = "30 Zimbabwean dollars";
  const Tokens tokens = tokenize(text, Lexicon::english());
  const SentenceView view(tokens, tokens.sentences.front());
  const auto unit = read_unit(view, 1);
  ASSERT_TRUE(unit);
  EXPECT_EQ(unit->last, 3);
  EXPECT_EQ(unit->rule, "money of the country before its name");
}

TEST(UnitKey, PassesOverStopsHyphensAndCase) {
  const auto key = [](const char* text) {
    UnitKey made;
    made.add(text);
    return made.value();
  };
  EXPECT_EQ(key("Sq. Ft"), key("sq-ft"));
  EXPECT_EQ(key("km / h"), key("km/h"));
  EXPECT_NE(key("m in"), key("min"));
}

}  // namespace
}  // namespace figured::claims
