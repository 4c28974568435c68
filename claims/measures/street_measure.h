// StreetMeasure: numbers that tell where on a street something is.
//
//   "the 1200 block of Main Street"     the number of the block
//   "three doors down", "two houses away from the scene"   how many doors lie between
//
// The first counts nothing, and of the second it is the distance that is told, in
// whatever is passed by.
#pragma once
#include <optional>
#include <string_view>

#include "claims/figures/figure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct StreetMeasure {
  std::string_view measure;
  std::string_view rule;
};

// House numbers of a block go from its own to the next hundred.
inline constexpr double kBlockStep = 100;
inline constexpr std::string_view kDoorsBetween = "doors.distance";
inline constexpr std::string_view kBlockNumber = "address.block_number";

// `head`: the noun behind the figure, -1 for a bare number.
std::optional<StreetMeasure> read_street_measure(const SentenceView& sentence,
                                                 const ReadFigure& figure, int head);

}  // namespace figured::claims
