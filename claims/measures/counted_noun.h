// CountedNoun finds what a figure counts: the head of the noun phrase behind it.
//
// There is no tagger.  The phrase goes on while its words can stand in one (see
// WordGrammar); its head is the first plural that no further noun follows, else
// the last noun of it.
#pragma once
#include <boost/container/small_vector.hpp>
#include <string>
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

struct CountedNoun {
  int head = -1;  // token; -1 when there is none
  int last = -1;  // the token behind the head, or behind "men and women"
  boost::container::small_vector<int, 6> modifiers;  // tokens between the figure and the head
};

// The noun behind a figure whose last token, unit included, stands before `last`.
CountedNoun counted_noun(const SentenceView& sentence, int last);

// The head alone; -1 when there is none.  For those who ask often.
int counted_head(const SentenceView& sentence, int last);

// The noun as it is told: "sponsors", "co-sponsors", "men and women".
std::string_view noun_text(const SentenceView& sentence, const CountedNoun& noun);

// One form for singular and plural: "soldiers" and "troops" are "soldier",
// an unknown noun loses its plural ending.
std::string noun_name(const Token& token);

// A word that is a plural here: known as one, or ends like one.
bool is_plural_noun(const Token& token);

}  // namespace figured::claims
