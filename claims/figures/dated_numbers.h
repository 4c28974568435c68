// Numbers that tell when: dates, clocks, years, and stretches that only anchor
// another time ("two days ago", "the last three years").
#pragma once
#include "claims/figures/numbered_names.h"

namespace figured::claims {

bool is_clock_number(const SentenceView& sentence, const NumberInText& number);
bool is_date_number(const SentenceView& sentence, const NumberInText& number);
// A year or a decade: "in 2004", "the 1990s", "2014-15", "A.D. 1000".
bool is_year_number(const SentenceView& sentence, const NumberInText& number);
// A duration that only says from where or to where, and lasts for nothing itself:
// "two days before the vote", not "deliberated two days before the vote" nor "for the
// last two days".  Hours, minutes and seconds from one event to another are none:
// no calendar tells them, so that they are told for their own sake.
bool is_time_anchor(const SentenceView& sentence, const NumberInText& number);
// Of these those that tell how far one time lies from another: "two days after
// the vote", "three weeks ago", "the last three years"; not "the first six months".
bool is_interval(const SentenceView& sentence, const NumberInText& number);
// Whether it tells in hours, minutes or seconds how far one event lies from another.
bool lies_between(const SentenceView& sentence, const NumberInText& number);
// Whether the word is a verb that a length of time goes with: "waited", "lasts".
bool is_lasting_verb(const SentenceView& sentence, int verb);

}  // namespace figured::claims
