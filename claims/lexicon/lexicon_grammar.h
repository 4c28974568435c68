// What our own tables say of a word, laid over the grammar that WordNet gives:
// WordNet lists "in" as an inch and "may" as a shrub, and knows no "jihadists".
#pragma once
#include <string_view>

#include "claims/lexicon/lexicon.h"

namespace figured::claims {

// `text` is in lower case; `noun_kind` is the kind of its row in nouns.tsv, empty
// when it has none.
void settle_grammar(std::string_view text, std::string_view noun_kind, Word& word);

}  // namespace figured::claims
