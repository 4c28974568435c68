// FigureAge: bare numbers that are years of a person: "Anna Berg, 44, said",
// "a boy, 12,", "aged between 5 and 7".
#pragma once
#include "claims/figures/amount_reader.h"

namespace figured::claims {

inline constexpr double kOldest = 110;  // years that a bare number may tell

// "range in age from 5 to 72", "from 14 months to 81 years": the first of two ages.
bool begins_ages(const SentenceView& sentence, int first);

// Words such as "aged" or "at the age of" stand before token `first`.
bool is_aged(const SentenceView& sentence, int first);

// The amount is the age of somebody named before it, or said to be an age.
bool is_age_of_name(const SentenceView& sentence, const Amount& amount);

}  // namespace figured::claims
