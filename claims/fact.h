// Fact: one real-world quantity that claims speak of.
//
// "Fighters of the resistance in Panjshir, August 2021" is a fact; every claim
// about it is one of its live claims.  A fact is found again by its keys: hashes
// of those parts of a claim that two claims of one fact are likely to share.
// Having a key in common makes a fact a candidate, no more.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

using FactKey = std::uint64_t;

struct Fact {
  std::int64_t id = 0;  // 0 until stored
  std::string label;    // in words, for people
  std::string measure;
  std::string subject;
  std::string place;
  // The newest claims, oldest first; superseded ones are not among them.
  std::vector<SourcedClaim> live;
};

// A fact as it was when it was asked for; copied by nobody who only reads it.
using SharedFact = std::shared_ptr<const Fact>;

// More than this many live claims add nothing to a judgement; the oldest leave.
inline constexpr std::size_t kMaxLiveClaims = 64;

}  // namespace figured::claims
