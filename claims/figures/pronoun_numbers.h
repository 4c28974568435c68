// Numbers that count nothing: they point back ("the two leaders"), stand for an
// article ("one resident said"), for "some" ("more than one way") or announce
// what is told next ("in two forms - a ... and a ...").
//
// "One" with a noun is a figure where something is counted: an event befalls it
// ("one person died"), another number stands beside it ("two trucks and one
// car"), it has a unit or a bound.
#pragma once
#include "claims/figures/numbered_names.h"

namespace figured::claims {

// "one of them", "one more question", "act as one team", "one problem is".
bool is_pronoun_one(const SentenceView& sentence, const NumberInText& number);

// "the two leaders", "these three", "the four questions above", "the two worked on".
bool is_anaphora(const SentenceView& sentence, const NumberInText& number);

// "two of the biggest ports": a rank, unless an event befalls them.
bool is_among_the_most(const SentenceView& sentence, const NumberInText& number);

// "a handful of parked cars": no more than "a few", unless persons are meant or
// an event befalls them.
bool is_idle_handful(const SentenceView& sentence, const NumberInText& number);

// "comes in two forms - a cheap one and a dear one"
bool announces_list(const SentenceView& sentence, const NumberInText& number);

}  // namespace figured::claims
