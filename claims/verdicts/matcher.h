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
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "claims/fact.h"
#include "claims/sameness/name_table.h"
#include "claims/sameness/pair_score.h"
#include "claims/sameness/sameness_model.h"
#include "claims/verdicts/article_odds.h"
#include "claims/verdicts/article_sketch.h"

namespace figured::claims {

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b,
                        const SamenessModel& model = SamenessModel::builtin());

// The keys under which the claim's fact is found; at most kMaxFactKeys.
inline constexpr std::size_t kMaxFactKeys = 13;
std::vector<FactKey> fact_keys(const SourcedClaim& claim);
// The same, for all claims of an article, by its key_names().
std::vector<FactKey> fact_keys(const SourcedClaim& claim, std::span<const NameKey> names);

// The names by which the claims of an article are found.  Of those that few others have some
// that the headline has come first, then the smallest hashes: those of two articles that share
// half of them are likely to meet (a MinHash of the event).  Names that many articles have lead
// to facts of other events, and come last.
std::vector<NameKey> key_names(std::span<const NameKey> names, std::string_view title);

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
//
// Where very many articles tell one thing after another in the same few words, a claim is
// held against no more than kMostCompared claims: those of the articles that most likely
// tell of its event.
class Matcher {
 public:
  // Facts, those that most likely are the claim's (Store::facts_by_keys).
  static constexpr std::size_t kMostFacts = 16;
  // Claims of these; one of news is seldom held against as many.
  static constexpr std::size_t kMostCompared = 64;

  // Which of the live claims that are likely the same match() names: all, or the newest of each
  // fact and of the older ones those that may differ from the claim (judge.h), which is held
  // against the newest of each other value only, and of a few values.
  enum class Names { kAll, kDiffering };

  // The model must outlive the matcher.
  explicit Matcher(const SamenessModel& model = SamenessModel::builtin(), Names names = Names::kAll)
      : model_(model), names_(names) {}

  // The claims from here on are of another article.
  void begin_article() {
    known_.forget_all();
    sketched_ = tabled_ = false;
  }

  // Whether a claim of the other article may be likely the same as the claim, by the
  // sketches of the two.
  bool may_be_same(const SourcedClaim& claim, std::int64_t article_id, const ArticleSketch& other);

  // Requires that the claim is of the same article as those before, and does not
  // change any more but for its ids.
  Match match(const SourcedClaim& claim, const std::vector<SharedFact>& candidates);

 private:
  struct Rough {
    Rough(const ProfiledClaim& live, const ProfiledClaim& other, const ContextTable& words,
          const ArticleOdds& odds, const SamenessModel& model, bool is_new)
        : score(live, other, words, odds, model), claim(&live.claim), tells(is_new) {}

    PairScore score;
    const SourcedClaim* claim;  // the live one
    bool tells;                 // what the fact is, being one of the newest
  };
  // A live claim with what is known of its article.
  struct Live {
    const SourcedClaim* claim;
    KnownOdds::Articles* articles;
  };
  // One that the articles alone do not part from the claim.
  struct Possible {
    const SourcedClaim* claim;
    const ArticleOdds* odds;
    bool tells;
  };
  // Those of one candidate, in possible_.
  struct Part {
    std::size_t first, end;
    double count;  // of the candidate's claims that tell
  };
  void look_up(const LiveClaims& live, std::uint64_t value);
  void look_up(const LiveClaims::Entry& entry);
  void compare_articles(const ProfiledClaim& claim);
  const ClaimProfile& profile(const SourcedClaim& live);
  void find_possible(const ProfiledClaim& claim, const std::vector<SharedFact>& candidates);
  Part add_possible(std::span<const Live> live);
  double least_odds();
  void call_back(const Part& part) const;
  void compare(const Part& part, const ProfiledClaim& claim, const ContextTable& words,
               double least_odds);
  double most_of_sum() const;
  // Whether the score must be known better, for the fit of the fact or for itself.
  bool is_worth_more(Rough& rough, double most, double least);
  void weigh_words(double least);
  double fit(std::size_t candidate, const SourcedClaim& claim, double least,
             std::vector<LikelySame>& same);
  Match choose(const ProfiledClaim& claim);

  const SamenessModel& model_;
  const Names names_;
  KnownOdds known_;  // of the other articles
  // Of the article's own names, once they are asked for.
  SketchTable sketch_;
  NameTable own_names_;
  bool sketched_ = false, tabled_ = false;
  // Of the claim that is matched.
  std::vector<Live> live_;         // of all candidates
  std::vector<std::size_t> ends_;  // in live_, of those of each
  std::vector<Live> unknown_;      // of each article that was not compared yet, one
  std::vector<Possible> possible_;
  std::vector<Part> parts_;  // of each candidate
  std::vector<double> odds_of_possible_;
  std::vector<Rough> rough_;  // of the fact that it is held against
  double count_ = 1;          // of its claims that tell
  std::vector<std::shared_ptr<const ClaimProfile>> made_;
};

// The candidate that the claim fits best, as Matcher finds it.
int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates,
                const SamenessModel& model = SamenessModel::builtin());

}  // namespace figured::claims
