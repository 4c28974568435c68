// PairScore: how likely two claims mean one fact, found in three steps.
//
// The first step looks at all but the words around the figures and at no doubt, the second at
// those words.  Each tells how high the score can be at most, which is too low for most
// pairs.  Only for the others the next step is worth its price.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/sameness/article_pair.h"
#include "claims/sameness/claim_profile.h"
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

  bool same() const { return veto.empty() && score >= kSameEnough; }
};

// The tests of sameness in the words of a reader.
struct SamenessTests {
  std::vector<std::string> passed;
  std::vector<std::string> missing;  // could not be made: a side was not known
};
SamenessTests list_tests(const PairFeatures& features);

// Two articles, and the probability that they tell of one event.
struct ArticleOdds {
  ArticlePair pair;
  double event = 0;
  double event_of_place = 0;  // the same of claims of one place
  double likeliest = 0;       // the highest score that two claims of the two can have
};
ArticleOdds odds_of(const ArticlePair& articles);

class PairScore {
 public:
  // What is handed in must outlive the score; `words` are those of b's context.
  PairScore(const ProfiledClaim& a, const ProfiledClaim& b, const ContextTable& words,
            const ArticleOdds& articles, const SamenessModel& model);

  // The score is not higher than this.
  double most() const { return most_; }
  // Whether a test vetoes, whatever the score.
  bool vetoed() { return !veto().empty(); }

  // Takes the second step.
  void weigh_words();
  // Takes the steps that are left.  Returns the score.
  double complete();
  // Requires complete().
  bool same() { return score_ >= kSameEnough && !vetoed(); }
  Sameness sameness();

 private:
  std::string_view veto();
  double event() const;
  void bound(double logit);

  const ProfiledClaim a_;
  const ProfiledClaim b_;
  const ContextTable& words_;
  const ArticleOdds& articles_;
  const SamenessModel& model_;
  FeatureSet present_ = 0;
  PairFeatures features_;
  bool doubted_;  // plainly
  bool weighed_ = false;
  std::optional<std::string_view> veto_;  // once it was asked for
  double most_ = 0;
  double likelihood_ = 0;
  double score_ = 0;
};

// The score of a pair by the model's probability for its features; 0 where a test
// vetoes that the features tell of, all but those of unit and place.
double gathering_score(const PairFeatures& features, double probability);

// The tests that can veto, in their order.
std::span<const std::string_view> veto_names();

}  // namespace figured::claims
