// The words of a noun phrase that may name a speaker.
//
// There is no tagger: a word belongs to the phrase unless its class or its form
// says that it cannot.
#pragma once
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

// No phrase is followed further, in tokens.
inline constexpr int kLongestPhrase = 9;

// The word has the ending and a stem of three letters at least.
bool ends_in(std::string_view word, std::string_view ending);

// "We've", "I'm", "They'll"; not "O'Hara".
bool is_contraction(std::string_view word);

// A word that can stand in a noun phrase before its head.
bool is_modifier(const SentenceView& sentence, int at);

// A word that can be its head.
bool is_head(const SentenceView& sentence, int at);

// A preposition by which a speaker is described: "officials in Berlin".
bool is_holder_preposition(const SentenceView& sentence, int at);

// A word for those who speak: a person, a body or a document.
bool is_speaker_noun(const Token& token);

// Who can be described by what stands behind: any person, those of no table too.
bool is_holder(const Token& token);

// The token behind the noun phrase that holds the phrase at token `begin`, by a
// preposition, a participle or the verb of a relative clause: behind "officials" of
// "officials in | Berlin", "data compiled by | Reuters", "groups monitoring | the toll",
// "people who fled | the town"; -1 when nothing holds it.
int held_at(const SentenceView& sentence, int begin);

// The left edge of the modifiers that stand before token `first`.
int edge_before(const SentenceView& sentence, int first);

// The same with articles and numbers: "the two" of "the two officials".
int with_article(const SentenceView& sentence, int first);

}  // namespace figured::claims
