// CountingRank: an ordinal that says how many there have been: "the fourth mayor
// jailed this year" is the last of four, "for the third time" three times.
//
// Most ordinals only tell things apart ("the 19th floor", "the third quarter") and
// count nothing; "first" and "a second" hardly ever do.
#pragma once
#include <optional>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct CountingRank {
  int last = 0;       // the token behind the ordinal
  int noun_from = 0;  // behind which what it counts stands
  double value = 0;
};

// The ordinal at token `at`, in digits or words, if it counts.
std::optional<CountingRank> read_counting_rank(const SentenceView& sentence, int at);

}  // namespace figured::claims
