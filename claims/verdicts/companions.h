// Companions: the other figures that stand beside a claim's.
//
// "Killed 42 and wounded 238" and "42 dead and at least 239 hurt" give one figure alike,
// so the two tell of one event, and the other one is given otherwise.  Where what stands
// beside is of one kind and differs too, "killed one, injured 15" and "killed seven,
// injured 30", two events are the likelier reading.
//
// They are found by where the figures stand, so that they need not be stored.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

// So near stand the figures of one sentence, mostly: from start to start, in bytes.
inline constexpr std::uint32_t kCompanionReach = 120;
inline constexpr std::size_t kMaxCompanions = 6;  // to either side

// Whether the two figures of one article stand side by side.
bool stand_together(const Claim& a, const Claim& b);

// Sets the companions of the claims of one revision, in any order.
void find_companions(std::span<Claim* const> claims);
void find_companions(std::vector<Claim>& claims);

enum class Company : std::uint8_t {
  kNone,    // nothing beside them is of one kind
  kAgrees,  // a figure beside them has one value
  kDiffers  // the only one of a kind beside each has another value
};

// One and two stand beside anything and agree by chance: they are passed over.
Company compare_company(const Claim& a, const Claim& b);

}  // namespace figured::claims
