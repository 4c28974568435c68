// NumeralReader reads one numeral: digits, number words and scales, without
// bound, unit or currency.
//
// "3.5 million", "twenty-five thousand", "two and a half million", "a dozen",
// "tens of thousands", "several hundred", "two-thirds".
#pragma once
#include <optional>

#include "claims/sentence_view.h"

namespace figured::claims {

struct Numeral {
  int first = 0;  // tokens [first, last)
  int last = 0;
  double low = 0;
  double high = 0;       // = low unless vague
  double grain = 1;      // 0 when vague
  double scale = 1;      // the product of its scale words
  bool vague = false;    // "dozens", "several hundred"
  bool rounded = false;  // "a dozen", "half a million": about, not exactly
  bool worded = false;   // begins with a number word, not a digit
};

// The numeral that begins at token `at`.  `money` says that a currency sign
// stands before it, which makes "m" and "b" scales.
std::optional<Numeral> read_numeral(const SentenceView& sentence, int at, bool money);

}  // namespace figured::claims
