// AmountReader reads a numeral with its unit or currency: "$3.5 million",
// "HK $5.4m", "50 km", "5 feet 2 inches", "2 years and 3 months", "twice".
#pragma once
#include <optional>
#include <string>

#include "claims/figure.h"
#include "claims/figures/numeral_reader.h"

namespace figured::claims {

struct Amount {
  Numeral numeral;
  int first = 0;  // tokens [first, last), currency sign and unit included
  int last = 0;
  std::string unit;
  std::string dimension;
  Span unit_words;  // "km", "$", "-year-old"; {0, 0} without a unit
  double multiplier = 1;
  double added = 0;  // "2 inches" of "5 feet 2 inches", which is 62 inches
  bool currency_sign = false;
  bool age = false;
  Bound bound = Bound::kExact;  // told before the unit: "5-plus miles", "3+ years"
  // "7-" of "7- or 8-inch": the unit stands behind a later number.
  bool suspended = false;
  int noun_from = 0;  // behind which what it counts stands: = last unless suspended

  double low() const { return numeral.low * multiplier + added; }
  double high() const { return numeral.high * multiplier + added; }
  double grain() const { return numeral.grain * multiplier; }
};

// The amount that begins at token `at`.
std::optional<Amount> read_amount(const SentenceView& sentence, int at);

}  // namespace figured::claims
