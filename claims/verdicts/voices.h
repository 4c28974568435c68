// Voices: how many independent origins stand behind claims of one value.
//
// Ten outlets that print one agency's sentence are one witness.  Claims are of one
// voice when they go back to one origin, when one goes back to the other's outlet,
// when their outlets are one or of one group, or when the words around their
// figures are all but the same: a copy of a wire.
#pragma once
#include <cstddef>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

bool one_voice(const SourcedClaim& a, const SourcedClaim& b);

// Claims that one claim ties together are one voice, whatever they are to each other.
std::size_t count_voices(const std::vector<const SourcedClaim*>& claims);

}  // namespace figured::claims
