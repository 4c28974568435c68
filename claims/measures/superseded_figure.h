// SupersededFigure: a figure that its article tells as what was said before.
//
//   "created 132,000 jobs, down from an earlier estimate of 148,000"
//   "77,000 jobs, far below the 115,000 previously reported"
//   "the estimate was lowered to 138,000 from 171,000"
//   "police initially said 12 had died, but now put the dead at nine"
//   "early reports put the hurt at 20"
//
// Nobody stands by it any more; another figure beside it has taken its place.
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

// `head`: the noun behind the figure, -1 when none is counted.
bool is_superseded_figure(const SentenceView& sentence, const ReadFigure& figure, int head);

// "Police initially said 12 had died": it does not hold any more, whatever holds instead.
// What was only "said earlier" may.
bool is_given_up(const SentenceView& sentence, const ReadFigure& figure);

// "An earlier estimate of 148,000": the noun tells that it was an account, and not of what.
bool is_account_of(const SentenceView& sentence, const ReadFigure& figure);

}  // namespace figured::claims
