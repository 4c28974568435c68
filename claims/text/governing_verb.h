// GoverningVerb finds the verb that says what takes a length of time, or happens
// so often: "deliberated" of "the jury deliberated for seven hours", "deported"
// of "he was deported five times".
#pragma once
#include <string>

#include "claims/text/sentence_view.h"

namespace figured::claims {

// The nearest verb before token `at` in its clause that says something by itself,
// never "be", "take", "spend"; -1 when there is none.
int governing_verb(const SentenceView& sentence, int at);

// The first such verb from token `from` on, at most `reach` tokens off, before a sign
// or another clause; -1 likewise.
int verb_behind(const SentenceView& sentence, int from, int reach);

// What it is called in a measure: its event ("hospitalized"), else its base form.
std::string verb_name(const SentenceView& sentence, int verb);

}  // namespace figured::claims
