// CountMeasure reads what a count is said of: the event that befell the things counted,
// their kind, and which of them are meant.
#pragma once
#include <string_view>

#include "claims/measures/measure_reader.h"

namespace figured::claims {

// Fills in `out`, whose head is the noun behind the figure.  `counted`: that noun, and
// `written`, as it stands there; `previous`: the measure of the figure before in the same
// sentence.
void read_count_measure(const SentenceView& sentence, const ReadFigure& figure,
                        const CountedNoun& counted, std::string_view written,
                        const ReadMeasure* previous, ReadMeasure& out);

}  // namespace figured::claims
