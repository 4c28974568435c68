// Lists of counts: "132 children, 10 clerks and three soldiers".
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

// Whether a number, in digits or words, stands at `i`.
bool begins_count(const SentenceView& sentence, int i);

// The token behind the noun whose head is given: "AK-47s", "rounds of ammunition".
int behind_noun(const SentenceView& sentence, int head);

// The token behind the further members of a list that begin at `i`, right behind
// a counted phrase: ", 10 clerks and a soldier"; `i` itself when none does.
int after_list(const SentenceView& sentence, int i);

}  // namespace figured::claims
