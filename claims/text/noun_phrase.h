// NounPhrase: where the nouns stand around a place of a sentence.
//
// No tagger is behind it: a word may be in a noun phrase unless a closed class
// or a form of a known verb forbids it.  Every look-around is bounded.
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

// A word that may stand in a noun phrase: no closed class, no adverb, no verb
// form that is not also a noun.
bool may_be_noun(const SentenceView& sentence, int i);

// The head of the bare noun phrase that begins at `i`, after its determiners:
// "price" of "average house price 210,000", "budgets" of "the county's school budgets";
// -1 when none begins there.
int phrase_head(const SentenceView& sentence, int i);

// The token after determiners and possessives that begin at `i`.
int after_determiners(const SentenceView& sentence, int i);

// The first token of the noun phrase whose last token is `last`, determiners
// left out.
int phrase_first(const SentenceView& sentence, int last);

// The head of the noun phrase that ends left of token `at` and is no object of a
// preposition: "roof" of "the roof of the hall | will be", "land" of "the land
// planted to rice | fell"; -1 when there is none in the clause.
int head_before(const SentenceView& sentence, int at);

// The subject of the verb at `verb`, auxiliaries before it passed over.  Of "the
// number of people" it is "people".
int subject_head(const SentenceView& sentence, int verb);

}  // namespace figured::claims
