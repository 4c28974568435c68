// A share of those who answered a poll: "55 percent of voters oppose the plan".
//
// Nobody counts opinions without asking, so such a share is told by a poll even
// where the sentence names none.
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/measures/measure_reader.h"

namespace figured::claims {

// The figure is a share of people or bodies, and the verb behind it tells what they
// think, want or say.
bool is_answer_share(const SentenceView& sentence, const ReadFigure& figure,
                     const ReadMeasure& measure);

}  // namespace figured::claims
