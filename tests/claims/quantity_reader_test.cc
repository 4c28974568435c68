#include "claims/quantity_reader.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct QuantityRow {
  std::string_view text;
  double value;  // of the first quantity
  std::string_view written;
};

TEST(QuantityReader, KeepsTheUnitAsWritten) {
  const QuantityRow rows[] = {
      {"Oil cost $70 a barrel.", 70, "$ a barrel"},
      {"Rent is 12 euros per square metre.", 12, "euros per square metre"},
      {"It cost 50 cents.", 50, "cents"},
      {"It cost HK $12.", 12, "HK$"},
      {"It cost HK$12.", 12, "HK$"},
      {"Turnout was 61 per cent.", 61, "per cent"},
      {"Turnout was 61%.", 61, "%"},
      {"The road is 12 km long.", 12, "km"},
      {"A 12-km road opened.", 12, "km"},
      {"A 32-year-old drowned.", 32, "year-old"},
      {"She earned $40,000 a year.", 40000, "$ a year"},
      {"She drove at 90 mph.", 90, "mph"},
      {"Police logged 14 residential burglaries.", 14, "residential burglaries"},
      {"It is worth 3.5 million dollars.", 3500000, "dollars"},
  };
  for (const QuantityRow& row : rows) {
    const std::vector<Quantity> read = read_quantities(row.text);
    ASSERT_FALSE(read.empty()) << row.text;
    EXPECT_DOUBLE_EQ(read.front().value, row.value) << row.text;
    EXPECT_EQ(read.front().written, row.written) << row.text;
  }
}

TEST(QuantityReader, ReadsAnExpressionAsTheNumberItNames) {
  expect_figures({
      {"twenty-first", "21"},
      {"21st", "21"},
      {"third", "3"},
      {"two hundredth", "200"},
      {"one over three", "0.333333333333333"},
      {"1 over 4", "0.25"},
      {"tenth of a gallon", "0.1 gallon"},
      {"thousand liters", "1000 l"},
      {"a month", "1 month"},
      {"2 years, 3 days, 4 hours, and 5 seconds", "63345605 second"},
      {"2 yards, 4 feet and 5 inches", "125 inch"},
      {"42 L.E", "42 egp"},
      {"an hour", "1 hour"},
      {"two thirds", "0.666666666666667"},
      {"1/2", "0.5"},
      {"a fifth", "0.2"},
      {"-12", "-12"},
      {"", ""},
      {" ", ""},
      {"-", ""},
      {"$", ""},
      {"%", ""},
  });
}

TEST(QuantityReader, SharesTheNounOfTheCountBefore) {
  expect_nouns({
      {"The flood wrecked 6 million homes, 1.5 million of them in Sindh.", "homes; homes"},
      {"Police held 42 students in Orsk and 17 in Tula.", "students; students"},
      {"It has 90 nurses and 12 doctors.", "nurses; doctors"},
  });
}

TEST(QuantityReader, ReadsEverySentence) {
  expect_figures({
      {"Four died. Nine were hurt.", "4; 9"},
      {"Four died.\n\nNine were hurt.", "4; 9"},
      {"\u201cFour died,\u201d he said, \u201cand nine were hurt.\u201d", "4; 9"},
      {"DENVER (AP) \u2014 Four hikers died on Monday.", "4"},
      {"Prices rose 2.5 percent.The bank sold 12 branches.", "2.5 percent; 12"},
  });
}

// What no writer writes, but a feed may hold.
TEST(QuantityReader, SurvivesHostileText) {
  std::string text;
  const std::string_view pieces[] = {"1/2 ",
                                     "-",
                                     "$$$$",
                                     "half a ",
                                     "twenty-",
                                     "( ",
                                     "to 5 ",
                                     "between ",
                                     "\xff\xfe",
                                     "\u00bd",
                                     "10^",
                                     "e99999",
                                     "as ",
                                     "one in ",
                                     "or more ",
                                     "5 feet ",
                                     "7- and ",
                                     ".5.5.5",
                                     "1,,,2 ",
                                     "million ",
                                     "a few ",
                                     "tens of ",
                                     "\u00b1",
                                     "0/0 ",
                                     "-$-5 ",
                                     "no. ",
                                     "x10",
                                     "%%%",
                                     "99999999999999999999 ",
                                     "# ",
                                     "\xe2\x82 ",
                                     "'",
                                     "\n"};
  std::uint32_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525 + 1013904223;
    text += pieces[(state >> 16) % std::size(pieces)];
  }
  for (const Quantity& quantity : read_quantities(text)) {
    EXPECT_LE(quantity.figure.span.end, text.size());
    EXPECT_LT(quantity.figure.span.start, quantity.figure.span.end);
  }
}

TEST(QuantityReader, ListsOneOfMany) {
  expect_figures({
      {"One of the pilots survived.", "1"},
      {"He is one of the founders.", "1"},
      {"He is one of them.", ""},
      {"No one was hurt.", ""},
      {"Two fled and one of the towns fell.", "2; 1"},
  });
  expect_nouns({
      {"One of the pilots survived.", "pilots"},
      {"They may add a clerk or two.", "clerk"},
      {"Two of Harris's clerks left.", "clerks"},
      {"It is a 12 page document.", "page"},
      {"Some 50 farm, fish and rural groups came.", "groups"},
      {"It has 12 police officers.", "officers"},
  });
  EXPECT_TRUE(claims_of("One of the pilots survived.").empty());
}

}  // namespace
}  // namespace figured::claims
