// Matcher decides whether claims speak of one fact.
//
// Sameness is a probability: what the features of two claims tell of one quantity
// of one event (sameness/sameness_model.h), times what the articles tell of one
// event (sameness/event_model.h).  A few tests veto whatever else speaks for it.
//
// The model is handed in: the built-in one, or one fitted to labels of one's own
// (figurectl train).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/fact.h"
#include "claims/sameness/article_pair.h"
#include "claims/sameness/pair_features.h"
#include "claims/sameness/sameness_model.h"

namespace figured::claims {

// From here on two claims are gathered into one fact.
inline constexpr double kSameEnough = 0.25;

struct Sameness {
  double score = 0;       // 0..1, the probability that both claims mean one fact
  double likelihood = 0;  // 0..1, the same by the features alone
  std::string veto;       // the test that failed; "" = none
  PairFeatures features{};
  std::vector<std::string> passed;
  std::vector<std::string> missing;  // could not be made: a side was not known

  bool same() const { return veto.empty() && score >= kSameEnough; }
};

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b,
                        const SamenessModel& model = SamenessModel::builtin());

// The score of a pair by the model's probability for its features; 0 where a test
// vetoes that the features tell of, all but the unit's.
double gathering_score(const PairFeatures& features, double probability);

// The tests that can veto, in their order.
std::span<const std::string_view> veto_names();

// The keys under which the claim's fact is found; at most kMaxFactKeys.
inline constexpr std::size_t kMaxFactKeys = 11;
std::vector<FactKey> fact_keys(const SourcedClaim& claim);

// A live claim of a candidate that is likely the same as the claim in question.
struct LikelySame {
  std::size_t candidate;
  const SourcedClaim* claim;
  Sameness sameness;
};

// What a claim is to the facts that share a key with it.
struct Match {
  int fact = -1;                 // the candidate it fits best, by index; -1 when it fits none
  std::vector<LikelySame> same;  // in order of candidates; lives as long as these do
};

// Matches the claims of one revision of an article with what is known.
//
// Most facts that share a key are of other events, which the articles alone tell;
// what two articles are to each other is found once for all their claims.  Of the
// others only those pairs are compared in full that no quick test parts.  What is
// found is what compare_claims() finds.
class Matcher {
 public:
  // The model must outlive the matcher.
  explicit Matcher(const SamenessModel& model = SamenessModel::builtin()) : model_(model) {}

  // The claims from here on are of another article.
  void begin_article() { known_.clear(); }

  // Requires that the claim is of the same article as those before, and does not
  // change any more but for its ids.
  Match match(const SourcedClaim& claim, const std::vector<SharedFact>& candidates);

 private:
  struct Articles {
    ArticlePair pair;
    double likeliest = 0;  // the highest score that two claims of the two can have
  };
  const Articles& articles_of(const SourcedClaim& live, const SourcedClaim& claim);
  double fit(const Fact& fact, std::size_t candidate, const SourcedClaim& claim, double least,
             std::vector<LikelySame>& same);
  double compare(const SourcedClaim& live, std::size_t candidate, const SourcedClaim& claim,
                 bool score_counts, std::vector<LikelySame>& same);

  const SamenessModel& model_;
  std::unordered_map<std::uint64_t, Articles> known_;  // by key of the other article
};

// The candidate that the claim fits best, as Matcher finds it.
int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates,
                const SamenessModel& model = SamenessModel::builtin());

// A new fact with the claim's measure, subject and place, named in words.
Fact make_fact(const SourcedClaim& claim);

}  // namespace figured::claims
