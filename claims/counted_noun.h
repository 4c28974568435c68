// CountedNoun finds what a figure counts: the head of the noun phrase behind it.
//
// There is no tagger: the head is the first plural of the words that may stand
// in a noun phrase, else the last of them.
#pragma once
#include <string>
#include <vector>

#include "claims/sentence_view.h"

namespace figured::claims {

struct CountedNoun {
  int head = -1;               // token; -1 when there is none
  std::vector<int> modifiers;  // tokens between the figure and the head
};

// The noun behind a figure whose last token, unit included, stands before `last`.
CountedNoun counted_noun(const SentenceView& sentence, int last);

// One form for singular and plural: "soldiers" and "troops" are "soldier",
// an unknown noun loses its plural ending.
std::string noun_name(const Token& token);

// A word that ends like a plural or is known as one.
bool is_plural_noun(const Token& token);

}  // namespace figured::claims
