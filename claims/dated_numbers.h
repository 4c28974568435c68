// Numbers that tell when: dates, clocks, years, and stretches that only anchor
// another time ("two days ago", "the last three years").
#pragma once
#include "claims/numbered_names.h"

namespace figured::claims {

bool is_clock_number(const SentenceView& sentence, const NumberInText& number);
bool is_date_number(const SentenceView& sentence, const NumberInText& number);
// A year or a decade: "in 2004", "the 1990s", "2014-15", "A.D. 1000".
bool is_year_number(const SentenceView& sentence, const NumberInText& number);
// A duration that is no claim, for it only says from where or to where.
bool is_time_anchor(const SentenceView& sentence, const NumberInText& number);

}  // namespace figured::claims
