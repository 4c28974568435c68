// The words that limit a figure: "at least", "up to", "about", "or so".
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct ReadBound {
  Bound bound = Bound::kExact;
  int edge = 0;  // left: first token of the words; right: the token after them
};

// The bound words that end right before token `first`.
ReadBound read_left_bound(const SentenceView& sentence, int first);

// The bound words that begin at token `last`: "or more", "plus", "or so".
ReadBound read_right_bound(const SentenceView& sentence, int last);

inline bool opens_above(Bound bound) { return bound == Bound::kMore || bound == Bound::kAtLeast; }
inline bool opens_below(Bound bound) { return bound == Bound::kLess || bound == Bound::kAtMost; }

// "at least about 40" is at least 40; "more than 40 or so" more than 40.
Bound combine_bounds(Bound left, Bound right);

}  // namespace figured::claims
