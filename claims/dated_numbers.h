// Numbers that tell when: dates, clocks, years, and stretches that only anchor
// another time ("two days ago", "the last three years").
#pragma once
#include "claims/numbered_names.h"

namespace figured::claims {

bool is_clock_number(const SentenceView& sentence, const NumberInText& number);
bool is_date_number(const SentenceView& sentence, const NumberInText& number);
// A year or a decade: "in 2004", "the 1990s", "2014-15", "A.D. 1000".
bool is_year_number(const SentenceView& sentence, const NumberInText& number);
// A duration that only says from where or to where, and lasts for nothing itself.
bool is_time_anchor(const SentenceView& sentence, const NumberInText& number);
// Of these those that tell how far one time lies from another: "two days after
// the vote", "three weeks ago", "the last three years"; not "the first six months".
bool is_interval(const SentenceView& sentence, const NumberInText& number);

}  // namespace figured::claims
