// BorrowedUnit: what is compared is measured alike, though the unit is written but
// once: "38,500 hectares from 40,000", "from 5.3 to 5.1 percent", "lost 41 points
// to 3,120".
#pragma once
#include <vector>

#include "claims/figures/amount_reader.h"
#include "claims/figures/figure_reader.h"

namespace figured::claims {

void set_unit_of(ReadFigure& read, const Amount& amount);

// The start of a change takes the unit and the scale of the new value behind it.
void borrow_from_new(const SentenceView& sentence, ReadFigure& read, const Amount& old);

// A figure without a unit takes that of the figures before it in the sentence, or of the one
// it is joined to: "5 and 4 percent".  An average age is one of years.
void borrow_unit(const SentenceView& sentence, ReadFigure& read,
                 const std::vector<ReadFigure>& before);

}  // namespace figured::claims
