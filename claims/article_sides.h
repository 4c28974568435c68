// Whose quantity a figure is: the side, organisation or person of its clause.
#pragma once
#include <string>

#include "claims/measure_reader.h"

namespace figured::claims {

// "Massoud" of "Massoud's force of 9,000", "32-year-old Massoud", "Ford ... cost
// it $800 million"; "" when the clause names nobody.
std::string read_subject(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure);

}  // namespace figured::claims
