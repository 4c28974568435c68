// TollBeforeCount: the event of a count that is the value of a toll, a crowd or a force.
#pragma once
#include "claims/measures/counted_event.h"

namespace figured::claims {

// "the death toll rose to 42", "a force of 9,000", "a 6,000-strong army"; an event of kNoIndex
// when no such noun stands before the count or is counted.
CountedEvent toll_before(const SentenceView& sentence, const CountedPhrase& phrase);

}  // namespace figured::claims
