// Answers: figures that go by what another figure is of.
//
//   "Police said 20,000 people marched; organisers said 50,000."
//   "132,000 jobs were created, down from an earlier estimate of 148,000."
//   "The cordon was cut from 20 streets to nine."
//   "Police spoke of 30,000 marchers. But witnesses said there were 50,000."
//
// The words beside such a figure tell no measure.  It takes that of the figure it is
// set against (measures/answering_figure.h), and whatever else it leaves out.
#pragma once
#include <vector>

#include "claims/draft.h"
#include "claims/text/tokens.h"

namespace figured::claims {

// Gives measures to the drafts of a field that have none of their own; notes which are
// answers.
void name_answers(const Tokens& tokens, std::vector<Draft>& drafts);

// When all else of the drafts is read: subject, place, time and restrictions of an
// answer are those of the figure it is set against, and its speaker is who tells it.
void complete_answers(const Tokens& tokens, std::vector<Draft>& drafts);

}  // namespace figured::claims
