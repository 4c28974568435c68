// Whether the verb behind a noun phrase is said of what the phrase names.
//
// In "a man who hurt two women was jailed" two women stand right before "was jailed",
// and neither was.  Grammar tells, without a parse: a singular verb has no plural
// subject, the object of a relative clause or a preposition is no subject at all.
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct NounPhrase {
  int first = 0;  // its first token, a figure for example
  bool plural = false;
};

// Whether the auxiliary at `verb` ("was", "have", "will") has another subject; false of any
// other word.  "A group of 12 women was jailed": a group is who is in it.
bool has_other_subject(const SentenceView& sentence, const NounPhrase& before, int verb);

}  // namespace figured::claims
