// UnitReader reads the unit behind a numeral: "km", "per cent", "square miles",
// "-year-old", "degrees Celsius".
#pragma once
#include <optional>
#include <string>

#include "claims/sentence_view.h"

namespace figured::claims {

struct ReadUnit {
  int last = 0;  // the token after the unit
  std::string name;
  std::string dimension;
  double multiplier = 1;  // "cents" are hundredths of the currency
  bool age = false;       // "-year-old", "years old"
};

// The unit that begins at token `at`, the numeral ending right before it.
std::optional<ReadUnit> read_unit(const SentenceView& sentence, int at);

// The currency that a sign at token `at` names: "$", "US$", "€".
std::optional<ReadUnit> read_currency(const SentenceView& sentence, int at);

}  // namespace figured::claims
