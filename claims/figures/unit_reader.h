// UnitReader reads the unit behind a numeral: "km", "per cent", "sq. ft",
// "-year-old", "degrees Celsius", "Canadian dollars"; and the currency before
// one: "$", "US$", "EUR", "Rs.".
//
// Money of several countries ("pesos") is that of the country nearest by in the
// sentence; cents are those of the currency named last.  Rates ("a day", "per
// head") are no part of a unit, save those that have a name ("bpd", "km/h").
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct ReadUnit {
  int last = 0;  // the token after the unit
  std::string name;
  std::string dimension;
  double multiplier = 1;       // "cents" are hundredths of the currency
  bool age = false;            // "-year-old", "years old", "years of age"
  std::string_view rule = {};  // how the unit was told
};

// The unit that begins at token `at`, the numeral ending right before it.
std::optional<ReadUnit> read_unit(const SentenceView& sentence, int at);

// The token behind an adjective of extent that a hyphen ties to a unit ending before
// `last`: behind "-long" of "a five-mile-long slick"; `last` when there is none.
int behind_extent(const SentenceView& sentence, int last);

// The currency that stands at token `at` before its number: a sign or a code.
std::optional<ReadUnit> read_currency(const SentenceView& sentence, int at);

}  // namespace figured::claims
