// EventBehindCount: the event of a count that the words behind its noun tell.
//
// Each returns what it found, or an event of kNoIndex.
#pragma once
#include "claims/measures/counted_event.h"

namespace figured::claims {

// "42 people were killed", "132 children, 10 staff and three soldiers died": nothing but
// links, an aside or the rest of a list lies between.
CountedEvent verb_right_behind(const SentenceView& sentence, const CountedPhrase& phrase);

// "70 clerks working at the mill"
CountedEvent participle_behind(const SentenceView& sentence, const CountedPhrase& phrase);

// "42 people in the capital were killed": one phrase lies between.
CountedEvent verb_behind_phrase(const SentenceView& sentence, const CountedPhrase& phrase);

}  // namespace figured::claims
