// Aside: what a sentence says in between, in commas, dashes or brackets: "three
// people, a man and two women, were killed".
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

// A dash that joins no two words: it opens or closes an aside.
bool is_dash(const SentenceView& sentence, int i);

// The token behind an aside that opens at `i`, where the sentence goes on; `i`
// itself when none does.  Between commas only a form of "be", "have" or a modal
// goes on.  `first`: the first token of the count before, which may stand in the
// aside itself ("the clerks - two women - were killed").
int behind_aside(const SentenceView& sentence, int i, int first);

// The token behind those whom a count includes, where the sentence goes on: "six people
// including Ruiz, the chief, | were hurt"; `i` itself when none are named there.
int behind_inclusion(const SentenceView& sentence, int i);

// The token before an aside that closes at `i`; `i` itself when none does.
int before_aside(const SentenceView& sentence, int i);

}  // namespace figured::claims
