// What leaves open whether two claims of one fact, as the words have it, are of
// one fact indeed.  Claims gather by likelihood; a contradiction is told only where
// none of these is left.
#pragma once
#include <span>
#include <string_view>

#include "claims/claim.h"
#include "claims/sameness/pair_features.h"

namespace figured::claims {

// Articles whose common names weigh less (name_weight.h) may always tell of different events.
inline constexpr float kFewestNames = 0.7F;

// The first doubt in words that follow "but", "" when there is none.  `a` came
// before `b`; `features` are theirs, `score` is their sameness as far as it is known.
std::string_view doubt_identity(const SourcedClaim& a, const SourcedClaim& b,
                                const PairFeatures& features, double score);
std::string_view doubt_identity(const ProfiledClaim& a, const ProfiledClaim& b,
                                const PairFeatures& features, double score);

// Every doubt there is, in the order in which they are weighed.
std::span<const std::string_view> identity_doubts();

}  // namespace figured::claims
