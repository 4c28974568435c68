#include "tests/claims/figures/figure_words.h"

#include <gtest/gtest.h>

#include <sstream>

#include "claims/figures/figure_reader.h"

namespace figured::claims {
namespace {

std::string number(double value) {
  std::ostringstream out;
  out.precision(15);
  out << value;
  return out.str();
}

}  // namespace

std::string in_words(const Figure& figure) {
  std::string words;
  switch (figure.bound) {
    case Bound::kRange:
      words = '[' + number(*figure.low) + ',' + number(*figure.high) + ']';
      break;
    case Bound::kExact:
      words = number(*figure.low);
      break;
    case Bound::kAbout:
      words = '~' + number(*figure.low);
      break;
    case Bound::kMore:
    case Bound::kAtLeast:
      words = std::string(format_bound(figure.bound)) + number(*figure.low);
      break;
    case Bound::kLess:
    case Bound::kAtMost:
      words = std::string(format_bound(figure.bound)) + number(*figure.high);
      break;
  }
  return figure.unit.empty() ? words : words + ' ' + figure.unit;
}

std::string figures_of(std::string_view text) {
  std::string words;
  for (const Quantity& quantity : read_quantities(text)) {
    words += (words.empty() ? "" : "; ") + in_words(quantity.figure);
  }
  return words;
}

std::string nouns_of(std::string_view text) {
  std::string words;
  for (const Quantity& quantity : read_quantities(text)) {
    if (!quantity.figure.unit.empty()) continue;
    words += (words.empty() ? "" : "; ") + (quantity.noun.empty() ? "-" : quantity.noun);
  }
  return words;
}

std::string rejects_of(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  std::string words;
  std::string_view last;
  for (const Sentence& sentence : tokens.sentences) {
    for (const RejectedNumber& reject : read_figures(SentenceView(tokens, sentence)).rejects) {
      const std::string_view reason = format_reject(reject.reason);
      if (reason == last) continue;
      words += (words.empty() ? "" : " ") + std::string(reason);
      last = reason;
    }
  }
  return words;
}

void expect_figures(const std::vector<TextRow>& rows) {
  for (const TextRow& row : rows) EXPECT_EQ(figures_of(row.text), row.expected) << row.text;
}

void expect_nouns(const std::vector<TextRow>& rows) {
  for (const TextRow& row : rows) EXPECT_EQ(nouns_of(row.text), row.expected) << row.text;
}

void expect_rejects(const std::vector<TextRow>& rows) {
  for (const TextRow& row : rows) {
    EXPECT_EQ(figures_of(row.text), "") << row.text;
    EXPECT_EQ(rejects_of(row.text), row.expected) << row.text;
  }
}

std::chrono::sys_seconds day(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) /
                               std::chrono::day(day));
}

std::vector<Claim> claims_of(std::string_view text, std::string_view title) {
  return Extractor().read({title, text, "Test Wire", day(2026, 11, 20)}).claims;
}

SourcedClaim told(const std::string& outlet, std::string_view text, std::size_t figure) {
  const Reading reading = Extractor().read({{}, text, outlet, day(2026, 11, 20)});
  SourcedClaim claim;
  claim.article = outlet;
  claim.outlet = outlet;
  claim.published = day(2026, 11, 20);
  claim.names = reading.names;
  claim.claim = reading.claims.at(figure);
  return claim;
}

}  // namespace figured::claims
