// PredicatePhrase: what a preposition and its noun say of those counted before
// them: "were in custody", "left without power", "walked off the job".
//
// Which phrases say an event stands in events.tsv.
#pragma once
#include <cstdint>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct PredicatePhrase {
  std::int16_t event = kNoIndex;  // none, when no phrase was found
  int noun = -1;
};

// The phrase that begins with the preposition at `i`.
PredicatePhrase predicate_at(const SentenceView& sentence, int i);

// The first phrase behind a count whose noun ends before `from`, in its clause.
PredicatePhrase predicate_behind(const SentenceView& sentence, int from);

// Likewise, the nearest phrase before token `at`: "in hospital for | three weeks".
PredicatePhrase predicate_before(const SentenceView& sentence, int at);

// "knocked out power to | 900,000 homes": what the noun before says of them that
// it goes to.
PredicatePhrase predicate_of_supply(const SentenceView& sentence, int first);

}  // namespace figured::claims
