// What a word stands for when a measured quantity is said of it: money, percent,
// lengths and the like.
#pragma once
#include <cstdint>
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

// The event that the noun at `head` stands for as a measured quantity, compounds
// first: "interest rate" before "rate".
std::int16_t amount_of_noun(const SentenceView& sentence, int head);

// Likewise of the verb at `verb`, its particle with it: "took in $39 million".
std::int16_t amount_of_verb(const SentenceView& sentence, int verb);

// What the adjective at `i` says of such an amount: how high of "40 feet high", how old of
// "40 years old", who of "40 percent undecided"; kNoIndex for "high", which no percentage is.
std::int16_t adjective_of_amount(const SentenceView& sentence, int i, std::string_view dimension);

// "held steady at 9 percent": what is held so is held by nobody.
bool is_held_still(const SentenceView& sentence, int verb);

// A word that can be an amount's verb or noun is a noun here: "the 2020 level", not
// "to level".
bool is_amount_noun_here(const SentenceView& sentence, int i);

// Whether a class is of money that is held or moved.
bool is_of_money(std::int16_t event);

}  // namespace figured::claims
