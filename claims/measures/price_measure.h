// PriceMeasure gives one name to what is paid for a thing, however it is told: "paid
// $334 million for the firm", "the deal cost $334 million", "a settlement worth $5
// million"; and to what a thing that was stolen is worth.
#pragma once
#include "claims/measures/measure_reader.h"

namespace figured::claims {

// Settles event, and where there was none the noun, of a sum of money that was read
// so far without this.
void settle_price(const SentenceView& sentence, const ReadFigure& figure, ReadMeasure& out);

}  // namespace figured::claims
