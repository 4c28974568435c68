#include "alerts/excerpt.h"

#include <gtest/gtest.h>

namespace figured::alerts {
namespace {

struct LineCase {
  std::string name;
  std::string text;
  std::size_t max;
  std::string line;
};

class OneLineTest : public testing::TestWithParam<LineCase> {};

TEST_P(OneLineTest, Cut) { EXPECT_EQ(one_line(GetParam().text, GetParam().max), GetParam().line); }

INSTANTIATE_TEST_SUITE_P(Cases, OneLineTest,
                         testing::Values(LineCase{"Short", "forty", 10, "forty"},
                                         LineCase{"Exact", "forty", 5, "forty"},
                                         LineCase{"Cut", "forty men", 8, "forty…"},
                                         LineCase{"NotWithinACharacter", "aéé", 4, "a…"},
                                         LineCase{"JustAfterACharacter", "éééé", 7, "éé…"},
                                         LineCase{"Breaks", "a\nb\tc\x01", 10, "a b c "},
                                         LineCase{"Nothing", "", 3, ""}),
                         [](const auto& test) { return test.param.name; });

struct QuoteCase {
  std::string name;
  std::string quote;
  std::string surface;  // marks where the figure stands
  std::size_t max;
  std::string narrowed;
};

class NarrowQuoteTest : public testing::TestWithParam<QuoteCase> {};

TEST_P(NarrowQuoteTest, KeepsTheFigureAndItsPlace) {
  const QuoteCase& quote = GetParam();
  const std::string field = "A headline. " + quote.quote + " The end.";
  claims::Claim claim;
  claim.quote = quote.quote;
  claim.span = {12, static_cast<std::uint32_t>(12 + quote.quote.size())};
  claim.figure.surface = quote.surface;
  const auto start = static_cast<std::uint32_t>(field.find(quote.surface));
  claim.figure.span = {start, start + static_cast<std::uint32_t>(quote.surface.size())};
  narrow_quote(claim, quote.max);
  EXPECT_EQ(claim.quote, quote.narrowed);
  EXPECT_EQ(field.substr(claim.span.start, claim.span.end - claim.span.start), claim.quote);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, NarrowQuoteTest,
    testing::Values(QuoteCase{"Short", "forty men", "forty", 20, "forty men"},
                    QuoteCase{"AtTheFront", "forty men stood ready", "forty", 9, "forty men"},
                    QuoteCase{"AtTheEnd", "they were only forty", "forty", 10, "only forty"},
                    QuoteCase{"InTheMiddle", "aaaaaaaaaa 40 bbbbbbbbbb", "40", 8, "aa 40 bb"},
                    QuoteCase{"NotWithinACharacter", "éééééé 40 éééééé", "40", 9, "é 40 é"},
                    QuoteCase{"FigureTooLong", "some nine thousand", "nine thousand", 6, "nine t"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::alerts
