// CountedEvent finds what is said of a count: the verb, adjective or noun that
// tells what befell, or what is done by, the things counted.
#pragma once
#include <string_view>

#include "claims/figures/figure_reader.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {

// A count with its noun, as the finder needs them.
struct CountedPhrase {
  int first = 0;  // tokens [first, last) of the figure
  int last = 0;
  CountedNoun noun;  // the head is -1 for a bare number
  bool people = false;
};

struct CountedEvent {
  std::int16_t event = kNoIndex;
  int verb = -1;          // the token that gave it; -1 when none did
  bool listed = false;    // one of several counts that share the word
  bool of_kind = false;   // all of one kind among those that the word befell
  std::string_view rule;  // why, in a short phrase
};

CountedEvent read_counted_event(const SentenceView& sentence, const CountedPhrase& phrase);

}  // namespace figured::claims
