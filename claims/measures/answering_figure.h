// AnsweringFigure: a bare figure that somebody sets against the one told before.
//
//   "Police said 20,000 people marched; organisers said 50,000."
//   "The ministry put the dead at 42. A rebel spokesman gave a figure of 51."
//
// Its own words tell who says it and how many, and leave out of what: that is what the
// figure before is of.  Accounts that contradict each other are told so more often
// than in any other way.
//   "The union counted 300 dead, instead of the official figure of 90."
#pragma once
#include <optional>

#include "claims/figures/figure_reader.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct AnsweringFigure {
  int teller = -1;  // the verb that tells it, right before: "said", "put"; -1 when none does
};

// How a figure without a measure of its own is told, if it is told so.
std::optional<AnsweringFigure> read_answering_figure(const SentenceView& sentence,
                                                     const ReadFigure& figure);

// "The official figure of 90", "the official toll was 90": the first word of the account, -1
// where the figure is told as none.
int official_account(const SentenceView& sentence, const ReadFigure& figure);

}  // namespace figured::claims
