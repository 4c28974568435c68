// SideName tells whether a name is that of a side, which of its words belong to
// it, and of what kind it is.
//
// "Deputy Prime Minister Ana Ruiz" is the person Ana Ruiz, "Harbour Line Corp" a
// company; a date, a people ("Peruvian"), a ticker, a dateline is nobody.  Only
// the words are looked at, not the article.
#pragma once
#include <string_view>

#include "claims/text/names.h"

namespace figured::claims {

struct SideName {
  NameSpan span;  // without titles; empty when the name is nobody's
  SideKind kind = SideKind::kNone;

  bool empty() const { return span.first >= span.last; }
};

SideName read_side_name(const SentenceView& sentence, const NameSpan& name);

// "NRF"
bool is_acronym(std::string_view text);

// A word of the language that is no name with any likelihood, whatever capital
// it has.
bool means_something(const Word& word);

// "voters", "police": a noun of several persons.
bool names_people(const Token& token);

// A single word that the language knows, with the capital of a sentence.
bool is_common_head(const SentenceView& sentence, const NameSpan& name);

}  // namespace figured::claims
