// AmountMeasure reads what a measured quantity is said of: money, percent, a
// length, a stretch of time, and what else has a unit.
//
// The measure is the class of the noun or verb, "money.net_income"; where no table
// knows them it is made of their own words ("money.bet", "duration.deliberate"),
// and where nothing is said it is the dimension alone ("money").
#pragma once
#include "claims/measures/measure_reader.h"

namespace figured::claims {

// Fills in noun, measure, event and what gave them.  `counted` is the noun behind
// the figure, `previous` the measure of the figure before in the same sentence.
void read_amount_measure(const SentenceView& sentence, const ReadFigure& figure,
                         const CountedNoun& counted, const ReadMeasure* previous, ReadMeasure& out);

}  // namespace figured::claims
