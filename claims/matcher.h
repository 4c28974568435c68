// Matcher decides whether claims speak of one fact.
//
// Sameness is a probability: what the features of two claims tell of one quantity
// of one event (sameness/sameness_model.h), times what the articles tell of one
// event (sameness/event_model.h).  A few tests veto whatever else speaks for it.
#pragma once
#include <string>
#include <vector>

#include "claims/fact.h"
#include "claims/sameness/pair_features.h"

namespace figured::claims {

// From here on two claims are gathered into one fact.
inline constexpr double kSameEnough = 0.25;

struct Sameness {
  double score = 0;  // 0..1, the probability that both claims mean one fact
  std::string veto;  // the test that failed; "" = none
  PairFeatures features{};
  std::vector<std::string> passed;
  std::vector<std::string> missing;  // could not be made: a side was not known

  bool same() const { return veto.empty() && score >= kSameEnough; }
};

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b);

// The keys under which the claim's fact is found; at most kMaxFactKeys.
inline constexpr std::size_t kMaxFactKeys = 11;
std::vector<FactKey> fact_keys(const SourcedClaim& claim);

// The candidate that the claim fits best, by index; -1 when it fits none.
int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates);

// A new fact with the claim's measure, subject and place, named in words.
Fact make_fact(const SourcedClaim& claim);

}  // namespace figured::claims
