// Twin headlines: the same words about other things, "Fire at Velma refinery" and
// "Fire at Orsk refinery".
//
// What is told by a form (shocks, fires, floods, results, quarterly figures) is told of
// one thing after another in the same words, which would make all of it one fact.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "claims/claim.h"

namespace figured::claims {

// Whether the headlines of the claims' articles are the same word for word but for numbers
// and for one or two names, of which neither article knows the other's.  Two spellings of
// one name (Kiev, Kyiv) are no two names.
bool have_twin_headlines(const SourcedClaim& a, const SourcedClaim& b);

// A headline at a glance: how many words it has, and of the first ones a few bits each.
struct HeadlineSketch {
  std::array<std::uint16_t, 12> words{};  // 0 = a number, or none
  std::uint8_t count = 0;                 // 255 = as many or more
};
HeadlineSketch sketch_headline(std::string_view title);

// False only where the headlines are no twins.
bool may_be_twins(const HeadlineSketch& a, const HeadlineSketch& b);

}  // namespace figured::claims
