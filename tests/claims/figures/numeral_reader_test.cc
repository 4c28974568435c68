#include "claims/figures/numeral_reader.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(NumeralReader, DigitsAndSeparators) {
  expect_figures({
      {"The charity shipped 1,234.5 tonnes of flour.", "1234.5 tonne"},
      {"The census found 1 414 021 residents.", "1414021"},
      {"The census found 1\u00a0414\u00a0021 residents.", "1414021"},
      {"The census found 1.234.567 residents.", "1234567"},
      {"Clerks sorted 1,00,000 ballots in Pune.", "100000"},
      {"Clerks sorted 12,34,567 ballots in Pune.", "1234567"},
      {"The catcher is batting .287 since the break.", "0.287"},
      {"The bank lent 3.5m pounds to farmers.", "3500000 gbp"},
      {"The fund is worth $3.5bn.", "3500000000 usd"},
      {"The march drew 20k supporters.", "20000"},
      {"The march drew 20K supporters.", "20000"},
      {"The planet may hold 8 B people by then.", "8000000000"},
      {"The deficit reached $1.2 tn.", "1200000000000 usd"},
      {"Shippers ordered 10 000 containers.", "10000"},
      {"The agency vetted 0 applicants in June.", "0"},
      {"The index added 0.03 percent.", "0.03 percent"},
      {"Volunteers packed 5,000,000 meals.", "5000000"},
      {"The app had 35m users in March.", "35000000"},
      {"The firm added 14m new customers.", "14000000"},
      {"The shaft is 14m deep in places.", "14 m"},
      {"A 14m deep shaft was dug.", "14 m"},
      {"The bill runs to 2,702 pages.", "2702"},
      {"Firms imported 1.2 mln barrels.", "1200000 barrel"},
      {"Turnover was 14.8 bln dlrs.", "14800000000 usd"},
      {"A total of 007 votes were void.", "7"},
      {"They counted 999,999 birds.", "999999"},
  });
}

TEST(NumeralReader, NumberWords) {
  expect_figures({
      {"Eleven hostages walked free.", "11"},
      {"Nineteen hostages walked free.", "19"},
      {"Forty hostages walked free.", "40"},
      {"Ninety-nine hostages walked free.", "99"},
      {"Police held sixty one suspects.", "61"},
      {"Police held one hundred and eleven suspects.", "111"},
      {"Police held one hundred eleven suspects.", "111"},
      {"The crash left seven hundred passengers stranded.", "700"},
      {"The mill employs two thousand, and pays well.", "2000"},
      {"The mill employs twelve hundred weavers.", "1200"},
      {"The mill employs six thousand and fifty weavers.", "6050"},
      {"The mill employs forty-five thousand three hundred and ten weavers.", "45310"},
      {"The dam displaced one million two hundred thousand villagers.", "1200000"},
      {"The dam displaced one-and-a-quarter million villagers.", "1250000"},
      {"The dam displaced two million.", "2000000"},
      {"The loan was for five billion euros.", "5000000000 eur"},
      {"The debt tops thirty trillion dollars.", ">30000000000000 usd"},
      {"The vaccine cut infections by five point five percent.", "5.5 percent"},
      {"Growth was nought point three per cent.", "0.3 percent"},
      {"Growth was zero point two five percent.", "0.25 percent"},
      {"Three point two million tourists came.", "3200000"},
      {"The ark carried one hundred animals and twenty keepers.", "100; 20"},
      {"The court fined him a hundred and fifty dollars.", "150 usd"},
      {"The tour sold a thousand tickets.", "~1000"},
      {"The tour sold four hundred thousand tickets.", "400000"},
      {"The party won fifty-one seats and lost eight.", "51; 8"},
      {"Some 3 hundred and 21 homes burned.", "~321"},
      {"Zero cases were found in the camp.", "0"},
      {"India pledged two lakh doses.", "200000"},
      {"India pledged 3 crore rupees.", "30000000 inr"},
      {"Between one hundred and two hundred guests fell ill.", "[100,200]"},
      {"THIRTY-TWO MINERS WERE TRAPPED.", "32"},
      {"Twenty-one-year-old Ana Ruiz won gold.", "21 year"},
  });
}

TEST(NumeralReader, Fractions) {
  expect_figures({
      {"Add 1/2 cup of sugar.", "0.5"},
      {"The trail is 2 1/2 miles long.", "2.5 mile"},
      {"The bond fell 4-3/8 points.", "4.375 point"},
      {"The trail is 2\u00bd miles long.", "2.5 mile"},
      {"The walk took \u00bd hour.", "0.5 hour"},
      {"Two-thirds of shops closed.", "0.666666666666667"},
      {"Two thirds of shops closed.", "0.666666666666667"},
      {"Three quarters of the crop was lost.", "0.75"},
      {"Three-quarters of the crop was lost.", "0.75"},
      {"A fifth of the crop was lost.", "0.2"},
      {"One-tenth of the crop was lost.", "0.1"},
      {"More than a third of the crop was lost.", ">0.333333333333333"},
      {"Half the crop was lost.", "0.5"},
      {"Half of the crop was lost.", "0.5"},
      {"About half of voters are undecided.", "~0.5"},
      {"More than half the buses are electric.", ">0.5"},
      {"Half a million fans lined the route.", "~500000"},
      {"A half million fans lined the route.", "~500000"},
      {"A quarter of a million fans lined the route.", "~250000"},
      {"A quarter million fans lined the route.", "~250000"},
      {"A half-dozen tents were pitched.", "~6"},
      {"Half a dozen tents were pitched.", "~6"},
      {"One in five pupils skipped breakfast.", "0.2"},
      {"One in every 12 pupils skipped breakfast.", "0.0833333333333333"},
      {"Nine out of 10 pupils skipped breakfast.", "0.9"},
      {"Three in four pupils skipped breakfast.", "0.75"},
      {"The Greens won nine out of 32 seats.", "9; 32"},
      {"Three-in-ten bakers close early.", "0.3"},
      {"Fully 7-in-10 millers agreed.", "0.7"},
      {"A one-in-five chance was left.", "0.2"},
      {"Nearly seven of 10 bakers stayed in bed.", "~0.7"},
      {"Nearly three of every four ferries ran late.", "~0.75"},
      {"Six of 10 stowaways came home.", "6; 10"},
      {"At least seven of 10 stowaways came home.", ">=7; 10"},
      {"About six of the 10 stowaways came home.", "~6; 10"},
      {"It lasted three and a half hours.", "3.5 hour"},
      {"It lasted an hour and a half.", "1.5 hour"},
      {"It lasted half an hour.", "0.5 hour"},
      {"It took one and three-quarter hours.", "1.75 hour"},
      {"He ran a quarter of a mile.", "0.25 mile"},
      {"The first half of the match was dull.", ""},
      {"The second half of 2021 was better.", ""},
      {"Profits fell in the third quarter of the year.", ""},
      {"He swam the two and a half miles to shore.", "2.5 mile"},
  });
}

TEST(NumeralReader, SignsAndPowers) {
  expect_figures({
      {"It was minus 12 degrees Celsius in Oslo.", "-12 c"},
      {"It was -12\u00b0C in Oslo.", "-12 c"},
      {"Rates stood at minus 0.5 percent.", "-0.5 percent"},
      {"Rates stood at -0.5%.", "-0.5 percent"},
      {"Rates stood at \u22120.5%.", "-0.5 percent"},
      {"The fund returned negative 3 percent.", "-3 percent"},
      {"The balance was -$40 million.", "-40000000 usd"},
      {"The balance was minus $40 million.", "-40000000 usd"},
      {"Engineers tested 1.3x10^6 cells.", "1300000"},
      {"Engineers tested 1.3 \u00d7 10^6 cells.", "1300000"},
      {"The count was 6e23 particles.", "6e+23"},
      {"The storm \u2014 60 people died \u2014 has passed.", "60"},
      {"The storm - 60 people died - has passed.", "60"},
  });
}

TEST(NumeralReader, VagueCounts) {
  expect_figures({
      {"Dozens of divers searched the lake.", "[24,99]"},
      {"Scores of divers searched the lake.", "[40,199]"},
      {"Hundreds of thousands of bees died.", "[200000,999999]"},
      {"Tens of thousands of bees died.", "[20000,99999]"},
      {"Tens of millions of bees died.", "[20000000,99999999]"},
      {"Dozens more were hurt.", "[24,99]"},
      {"Several hundred nurses walked out.", "[300,999]"},
      {"Several thousand nurses walked out.", "[3000,9999]"},
      {"Several dozen nurses walked out.", "[36,119]"},
      {"A few hundred nurses walked out.", "[200,999]"},
      {"A few dozen nurses walked out.", "[24,119]"},
      {"A few nurses walked out.", ""},
      {"Many nurses walked out.", ""},
      {"Several nurses walked out.", ""},
      {"Billions of dollars were wasted.", "[2000000000,9999999999] usd"},
      {"Tens of billions of dollars were wasted.", "[20000000000,99999999999] usd"},
      {"A couple of nurses walked out.", "2"},
      {"A couple of hundred nurses walked out.", "~200"},
      {"A couple hundred nurses walked out.", "~200"},
      {"Another couple of dozen nurses walked out.", "~24"},
      {"The depot cost a couple of thousand dollars.", "~2000 usd"},
      {"A young couple of Orsk walked out.", ""},
      {"The depot is a couple of miles from a camp.", "2 mile"},
      {"A handful of nurses walked out.", "[3,9]"},
      {"Three dozen nurses walked out.", "36"},
      {"A dozen or so nurses walked out.", "~12"},
      {"The nurses scored a point.", ""},
      {"Thousands died, hundreds fled.", "[2000,9999]; [200,999]"},
      {"Hundreds of miles of pipe were laid.", "[200,999] mile"},
  });
}

TEST(Numerals, SpokenAndJoined) {
  expect_figures({
      {"It holds two hundred point zero five litres.", "200.05 l"},
      {"It holds 3 point 5 litres.", "3.5 l"},
      {"They sold two billion and a half million cans.", "2000500000"},
      {"They sold three million, two hundred & forty thousand cans.", "3240000"},
      {"They sold two million, five men said.", "2000000; 5"},
      {"It took one and half hours.", "1.5 hour"},
      {"One twenty-fifth of it is gone.", "0.04"},
      {"They drank six twenty-fourths of it.", "0.25"},
      {"It holds one hundred thirty-two fifths.", "26.4"},
      {"It holds one hundred fifths.", "20"},
      {"It was a dose of a hundred thousandths.", "0.1"},
      {"It was the one hundred thirty-second flight.", ""},
      {"It was a night of firsts.", ""},
      {"The state paid Rs 300 cr for it.", "3000000000 inr"},
      {"The state paid Rs 5 lac for it.", "500000 inr"},
      {"The fair drew 5 lac visitors.", "500000"},
      {"It has 10, 000 pages.", "10000"},
      {"It has 8x2^10 bits.", "8192 bit"},
  });
}

}  // namespace
}  // namespace figured::claims
