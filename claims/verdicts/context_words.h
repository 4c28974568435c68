// The words around a figure.  Two reports of one thing use some of the same, in
// whatever order and form.
#pragma once
#include <vector>

#include "claims/claim.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

// The content words of the sentence around tokens [first, last), sorted by stem,
// none twice, the nearest of each kept; at most kMaxContext to either side.
inline constexpr int kMaxContext = 24;
std::vector<ContextWord> read_context(const SentenceView& sentence, int first, int last);

// The hash of a word without its endings, alike for "killed" and "killing".
// A rough cut, after Porter's step 1: it needs no table and knows any name.
std::uint32_t stem_key(std::string_view word);

}  // namespace figured::claims
