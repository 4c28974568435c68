// UnitMatch finds the longest name of a unit at a place of a sentence.
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct UnitMatch {
  std::int16_t unit = kNoIndex;
  int last = 0;     // the token behind the name
  bool one = true;  // the name is one token
};

// The unit behind a numeral that ends before token `at`; `bound` says that a
// hyphen joins the two ("8-foot").  A name counts only where it means its unit:
// "5 g" and "5g" are grams, "five g" is nothing, "5G" is no mass.
UnitMatch match_unit(const SentenceView& sentence, int at, bool bound);

// The currency written at token `at` before a number.
UnitMatch match_money_sign(const SentenceView& sentence, int at);

}  // namespace figured::claims
