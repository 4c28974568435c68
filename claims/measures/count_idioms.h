// CountIdioms: events of counts that no single word beside them tells.
//
// Each returns what it found, or an event of kNoIndex.
#pragma once
#include "claims/measures/counted_event.h"

namespace figured::claims {

// "claimed 42 lives", "the loss of 42 lives", "42 lives were lost"
CountedEvent lives_taken(const SentenceView& sentence, const CountedPhrase& phrase);

// "a lead of 60,000 votes", "ahead by 12,000 votes": not so many votes were cast.
CountedEvent margin_of_votes(const SentenceView& sentence, const CountedPhrase& phrase);

// "ordered 60 envoys to leave the country", "6 million people were told to evacuate"
CountedEvent told_to_go(const SentenceView& sentence, const CountedPhrase& phrase);

// "34 soldiers diagnosed with concussion": an injury, no infection.
CountedEvent diagnosed_with_injury(const SentenceView& sentence, const CountedPhrase& phrase);

// "20,000 people joined the march": they marched.
CountedEvent joined_crowd(const SentenceView& sentence, const CountedPhrase& phrase);

// "left 350,000 pupils with a day off": it befell them, whatever it was.
CountedEvent left_to_themselves(const SentenceView& sentence, const CountedPhrase& phrase);

// "payrolls grew by 69,000 jobs", "employment fell by 7,000"
CountedEvent jobs_changed(const SentenceView& sentence, const CountedPhrase& phrase);

// "they have 7,000 soldiers", "20,000 soldiers ready to fight", "an 80-employee firm"
CountedEvent force_or_staff(const SentenceView& sentence, const CountedPhrase& phrase);

}  // namespace figured::claims
