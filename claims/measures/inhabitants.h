// How many live in a place that is told of: "Moran, a city of 48,000", "a suburb of 26,000
// people", "home to 12,000 people", "a population of 12,000".
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

// The class under which a population goes however it is told.
inline constexpr std::string_view kPopulation = "count.population";

// `head`: the noun of what is counted, -1 when there is none.
bool counts_inhabitants(const SentenceView& sentence, const ReadFigure& figure, int head);

}  // namespace figured::claims
