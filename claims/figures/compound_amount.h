// CompoundAmount: one amount told in two or three units: "5 feet 2 inches", "two
// hours and 30 minutes", "13 dollars and 45 cents", "a 5-foot-8 man".
#pragma once
#include "claims/figures/amount_reader.h"
#include "claims/figures/unit_reader.h"

namespace figured::claims {

// Gives the amount its unit, which begins at token `first`, a hyphen included.
void set_unit_of(const SentenceView& sentence, Amount& amount, const ReadUnit& unit, int first);

// Adds the smaller units that stand behind the amount.  Money stays in its unit,
// other amounts are told in the smallest unit written.
void add_smaller_units(const SentenceView& sentence, Amount& amount);

// 0 for units that are not written in parts.
double factor_in_parts(const std::string& unit, const std::string& dimension);

}  // namespace figured::claims
