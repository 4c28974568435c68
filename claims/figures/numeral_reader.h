// NumeralReader reads one numeral: digits, number words, scales and fractions,
// without bound, unit or currency.
//
// "3.5 million", "-5", "minus 260", "10 1/2", "4-3/8", "2½", "1.3x10^6",
// "1 414 021", "twenty-five thousand", "3 hundred and 21", "five point five",
// "two and a half million", "two-thirds", "a fifth of", "half a million",
// "one in five", "a dozen", "tens of thousands", "several hundred".
#pragma once
#include <cstdint>
#include <optional>

#include "claims/text/sentence_view.h"

namespace figured::claims {

// What a run of number words turned out to be.
enum class NumeralKind : std::uint8_t {
  kNumber,
  kFraction,  // "two-thirds", "half", "one in five": a part of something
  kOrdinal,   // "twenty-first", "two hundredth"
  kYear,      // "nineteen eighty-four", "nineteen fifties"
};

struct Numeral {
  int first = 0;  // tokens [first, last)
  int last = 0;
  double low = 0;
  double high = 0;   // = low unless vague
  double grain = 1;  // 0 when vague
  double scale = 1;  // the product of its scale words
  NumeralKind kind = NumeralKind::kNumber;
  bool vague = false;    // "dozens", "several hundred"
  bool rounded = false;  // "a dozen", "half a million": about, not exactly
  bool worded = false;   // begins with a number word, not a digit
};

// The numeral that begins at token `at`.  `money` says that a currency sign
// stands before it, which makes "m" and "b" scales.
std::optional<Numeral> read_numeral(const SentenceView& sentence, int at, bool money);

}  // namespace figured::claims
