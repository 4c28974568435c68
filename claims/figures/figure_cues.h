// FigureCues tell whether a sentence is worth reading for figures at all.
#pragma once
#include "claims/text/tokens.h"

namespace figured::claims {

// A number stands in the sentence, a rank, an age by the decade, or a unit behind an
// article ("more than a week").  Most sentences have none of them.
bool may_hold_figures(const Tokens& tokens, const Sentence& sentence);

}  // namespace figured::claims
