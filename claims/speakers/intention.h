// What somebody wants to do, or is about to, and has not done: "wants to send 300 guards".
#pragma once
#include "claims/figures/figure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

// Whether the word at token `at` says so of the figure behind it.  `verb` is the token of
// the verb that tells the figure's measure, -1 when there is none.
bool is_intended(const SentenceView& sentence, int at, const ReadFigure& figure, int verb);

}  // namespace figured::claims
