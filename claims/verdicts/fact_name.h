// The words by which a fact goes: "people killed, Orsk".
#pragma once
#include "claims/fact.h"

namespace figured::claims {

// A new fact with the claim's measure, subject and place, named in words.
Fact make_fact(const SourcedClaim& claim);

// The fact as two of its claims tell it.  A fact goes by the claim that began it, which may
// have told of it from elsewhere: where neither of the two is of its place, it goes by that
// of both, the wider one where one lies in the other, or else by none.
Fact name_by(const Fact& fact, const SourcedClaim& a, const SourcedClaim& b);

}  // namespace figured::claims
