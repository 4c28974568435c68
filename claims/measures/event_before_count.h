// EventBeforeCount: the event of a count that the words before it tell.
//
// Each returns what it found, or an event of kNoIndex.
#pragma once
#include "claims/measures/counted_event.h"

namespace figured::claims {

// "the ferry carrying 70 people vanished": the ferry did.
CountedEvent carried_by_subject(const SentenceView& sentence, const CountedPhrase& phrase);

// "attended by 200,000 people": who does it stands behind "by".
CountedEvent done_by_agent(const SentenceView& sentence, const CountedPhrase& phrase);

// "those arrested included 12 sailors", "the confiscated arms included seven rifles"
CountedEvent befell_those_that_include(const SentenceView& sentence, const CountedPhrase& phrase);

// "killed 42 people", "injuring more than 200", "killed a woman and two men"
CountedEvent verb_before(const SentenceView& sentence, const CountedPhrase& phrase);

// "the death of 42 miners", "the arrest of 12 men", "the dead include 12 children"
CountedEvent noun_before(const SentenceView& sentence, const CountedPhrase& phrase);

}  // namespace figured::claims
