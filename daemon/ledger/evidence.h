// Evidence: which verdicts on a new claim are kept, and told.
//
// A toll that a hundred articles tell makes a hundred verdicts for each further one;
// those beyond a few say nothing new and would make the store grow with their square.
#pragma once
#include <cstddef>
#include <vector>

#include "claims/fact.h"
#include "claims/sameness/pair_score.h"
#include "claims/verdict.h"

namespace figured::daemon {

// How an earlier claim stands to the new one.
struct Judged {
  const claims::Fact* fact;  // the earlier claim's candidate
  const claims::SourcedClaim* earlier;
  const claims::Sameness* sameness;
  claims::Relation relation;
  double score;  // of the verdict
};

// Verdicts kept on a new claim: of contradictions, and of all that is neither
// contradiction nor agreement.
inline constexpr std::size_t kMostContradictions = 16;
inline constexpr std::size_t kMostOthers = 4;

// Those that are worth keeping, in the order given: agreement and compatibility are the
// rule and are left out.  Where there are too many, one against each value comes before a
// second against any, the surest before others, the newer of two that are as sure.
std::vector<Judged> choose_evidence(std::vector<Judged> judged);

}  // namespace figured::daemon
