// Twin headlines: the same words about other things, "Fire at Velma refinery" and
// "Fire at Orsk refinery".
//
// What is told by a form (shocks, fires, floods, results, quarterly figures) is told of
// one thing after another in the same words, which would make all of it one fact.
#pragma once
#include "claims/claim.h"

namespace figured::claims {

// Whether the headlines of the claims' articles are the same word for word but for numbers
// and for one or two names, of which neither article knows the other's.  Two spellings of
// one name (Kiev, Kyiv) are no two names.
bool have_twin_headlines(const SourcedClaim& a, const SourcedClaim& b);

}  // namespace figured::claims
