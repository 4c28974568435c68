// Matcher decides whether claims speak of one fact.
//
// Sameness is a list of tests in the order that removes most; one that fails is
// a veto.  Closeness of the values is not among them: it would hide what is
// looked for.  Only where the measures differ or are not known, which no
// contradiction comes of, one singular figure ("146,000") of one event is taken
// for one fact.
#pragma once
#include <string>
#include <vector>

#include "claims/fact.h"

namespace figured::claims {

struct Sameness {
  double score = 0;  // 0..1, the probability that both claims mean one fact
  std::string veto;  // the test that failed; "" = none
  std::vector<std::string> passed;
  std::vector<std::string> missing;  // could not be made: a side was not known

  // One fact as far as the words tell; not surely enough for a contradiction.
  bool loose = false;

  bool same() const { return veto.empty() && score >= 0.5; }
};

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b);

// Whether a claim can belong to a fact others may join.
bool is_matchable(const Claim& claim);

// The keys under which the claim's fact is found; at most kMaxFactKeys.
inline constexpr std::size_t kMaxFactKeys = 8;
std::vector<FactKey> fact_keys(const SourcedClaim& claim);

// The candidate that the claim fits best, by index; -1 when it fits none.
int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates);

// A new fact with the claim's measure, subject and place, named in words.
Fact make_fact(const SourcedClaim& claim);

}  // namespace figured::claims
