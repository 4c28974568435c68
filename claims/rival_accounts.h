// Rival accounts: two voices that one sentence sets against each other, each with words
// of its own for what it counts.
//
//   "Police said 200 people marched, while organisers said there were 500 protesters."
//   "The office spoke of 21 missing ballots, but the union said 40 ballots were missing."
//
// Figures without words of their own are answers (answers.h).
#pragma once
#include <vector>

#include "claims/draft.h"
#include "claims/text/tokens.h"

namespace figured::claims {

// When all else of the drafts is read: notes which answer the figure before.
void find_rival_accounts(const Tokens& tokens, std::vector<Draft>& drafts);

}  // namespace figured::claims
