// AttributionReader finds the attributions of one sentence: who says, or shows,
// what is told on which of its tokens.
//
// "Police said 42 people died, but witnesses put the number at 60" holds two.
// It knows one sentence only; whom a pronoun means is not its business.
#pragma once
#include <string_view>
#include <vector>

#include "claims/speakers/speaker_phrase.h"

namespace figured::claims {

struct Attribution {
  SpeakerPhrase who;
  SpeakerPhrase source;  // whom the speaker cites; kNone when nobody
  int words_first = 0;   // tokens [words_first, words_last): what says so
  int words_last = 0;
  int from = 0;  // tokens [from, to) are what is said
  int to = 0;
  bool quoted_only = false;  // of these, only what stands between quotation marks
  bool quotation = false;    // stands beside a quotation, which may go on elsewhere
  std::string_view rule;     // static
};

// Adds the attributions of the sentence, in order of their verbs.
void read_attributions(const SentenceView& sentence, std::vector<Attribution>& attributions);

}  // namespace figured::claims
