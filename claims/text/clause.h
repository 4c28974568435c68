// What a clause can be told by without a parser: which words are finite verbs,
// and whether a phrase stands behind a preposition.
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

// A verb that can govern a clause: a form of "be", "have", a modal, a past form,
// any word behind a subject pronoun.  A plain present ("sells") is told by its
// ending and only behind a name.
bool is_finite_verb(const SentenceView& sentence, int at);

// "said", "told", "adds": what follows is another clause.
bool is_speech_verb(const SentenceView& sentence, int at);

// The first token of the phrase whose head begins at token `first`: determiners,
// titles and adjectives before it are taken in.
int phrase_start(const SentenceView& sentence, int first);

// A phrase that begins at `first` stands behind a preposition.
bool behind_preposition(const SentenceView& sentence, int first);

// "ORSK, Peru - Boats came": the name at tokens [first, last) says where the text
// was written.
bool is_dateline(const SentenceView& sentence, int first, int last);

// The token the text begins with behind the dateline: `first()` where none stands.
// Only a name in capitals, or one of the list of places, is held for a dateline,
// and only where a capital follows the dash.
int dateline_end(const SentenceView& sentence);

// No full stop, and every long word has a capital, which tells nothing then.
bool is_headline(const SentenceView& sentence);

}  // namespace figured::claims
