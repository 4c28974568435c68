#include "claims/verdicts/matcher.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>

#include "claims/lexicon/lexicon.h"
#include "claims/measures/scope_reader.h"
#include "claims/sameness/claim_profile.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/tokens.h"
#include "claims/verdicts/judge.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

constexpr std::size_t kKeysByFigure = 3;
constexpr std::size_t kKeysByName = 3;
constexpr std::size_t kClaimsThatTell = 12;
constexpr double kSingularSteps = 100;
constexpr std::size_t kCacheLine = 64;

std::string_view event_name(const std::string& measure) {
  const std::size_t dot = measure.rfind('.');
  return std::string_view(measure).substr(dot == std::string::npos ? 0 : dot + 1);
}

// Of so many steps that two reports of one event hardly tell it of two things.
bool is_singular(const Figure& figure) {
  return figure.grain > 0 && figure.low && std::fabs(*figure.low) >= kSingularSteps * figure.grain;
}

void prefetch(const void* first, std::size_t bytes) {
  for (std::size_t at = 0; at < bytes; at += kCacheLine)
    __builtin_prefetch(static_cast<const char*>(first) + at);
}

// Most of what is compared has left the caches; it is called back together, first where
// the parts of a claim are, later the parts.
void call_back(const LiveClaims& claims) {
  for (const SourcedClaim& live : claims) {
    __builtin_prefetch(&live);
    __builtin_prefetch(&live.names);
    __builtin_prefetch(&live.claim.context);
  }
}

void call_back_parts(const LiveClaims& claims) {
  for (const SourcedClaim& live : claims) {
    prefetch(live.profile.get(), sizeof(ClaimProfile));
    prefetch(live.names.data(), live.names.size() * sizeof(NameKey));
  }
}

FactKey hash_key(std::string_view kind, const std::string& what, std::string_view part) {
  std::string text(kind);
  text += '\x1f';
  text += what;
  text += '\x1f';
  text += part;
  return XXH3_64bits(text.data(), text.size());
}

std::string_view name_part(const NameKey& name) {
  return {reinterpret_cast<const char*>(&name), sizeof name};
}

}  // namespace

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b, const SamenessModel& model) {
  const auto one = profile_of(a), other = profile_of(b);
  const ArticleOdds articles = odds_of(pair_articles({a, *one}, {b, *other}));
  const ContextTable words(b.claim.context);
  PairScore score({a, *one}, {b, *other}, words, articles, model);
  score.complete();
  return score.sameness();
}

// Names are sorted by hash, so the smallest ones of two articles that share half
// their names are likely to meet: a MinHash of the event.
std::vector<FactKey> fact_keys(const SourcedClaim& claim) {
  std::vector<FactKey> keys;
  const Figure& figure = claim.claim.figure;
  const std::string& measure = claim.claim.measure;
  const auto by_names = [&](std::string_view kind, const std::string& what, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, claim.names.size()); ++i)
      keys.push_back(hash_key(kind, what, name_part(claim.names[i])));
  };
  if (is_singular(figure))
    by_names("figure", figure.unit + ' ' + format_value(*figure.low), kKeysByFigure);
  if (!claim.claim.noun.empty())
    by_names("noun", figure.unit + ' ' + Lexicon::english().singular(claim.claim.noun),
             kKeysByName);
  if (measure.empty()) return keys;
  by_names("name", measure, kKeysByName);
  if (!claim.claim.subject.empty())
    keys.push_back(hash_key("subject", measure, last_word(claim.claim.subject)));
  if (!claim.claim.where().empty())
    keys.push_back(hash_key("place", measure, last_word(claim.claim.where())));
  return keys;
}

bool Matcher::may_be_same(const SourcedClaim& claim, std::int64_t article_id,
                          const ArticleSketch& other) {
  if (article_id == claim.article_id) return true;
  KnownOdds::Articles& articles = known_.of(static_cast<std::uint64_t>(article_id));
  if (!articles.sketched && !articles.compared) {
    if (sketch_.empty()) sketch_ = sketch_names(claim.names);
    articles.odds = odds_of(pair_articles({claim.published, sketch_}, other));
    articles.sketched = true;
  }
  return articles.odds.likeliest >= kSameEnough;
}

const ArticleOdds& Matcher::odds(const ProfiledClaim& live, const ProfiledClaim& claim) {
  KnownOdds::Articles& articles = known_.of(article_key(live.claim));
  if (!articles.compared) {
    articles.odds = odds_of(pair_articles(live, claim));
    articles.compared = true;
  }
  return articles.odds;
}

const ClaimProfile& Matcher::profile(const SourcedClaim& live) {
  if (live.profile != nullptr) return *live.profile;
  made_.push_back(profile_of(live));
  return *made_.back();
}

// How well the claim fits the fact; below `least` it may be any score below it.
double Matcher::fit(const Fact& fact, std::size_t candidate, const ProfiledClaim& claim,
                    const ContextTable& words, double least, std::vector<LikelySame>& same) {
  const LiveClaims& live = fact.live;
  // The newest claims of a fact tell what it is; older ones say it again.
  const std::size_t oldest = live.size() > kClaimsThatTell ? live.size() - kClaimsThatTell : 0;
  const auto count = static_cast<double>(std::max<std::size_t>(1, live.size() - oldest));
  rough_.clear();
  double most = 0;  // what the sum of the scores can come to
  for (std::size_t at = 0; at < live.size(); ++at) {
    const ProfiledClaim known{live[at], profile(live[at])};
    const ArticleOdds& articles = odds(known, claim);
    if (articles.likeliest == 0 || (at < oldest && articles.likeliest < kSameEnough)) continue;
    if (at < oldest && names_ == Names::kDiffering && !may_differ(live[at], claim.claim)) continue;
    prefetch(known.claim.claim.context.data(),
             known.claim.claim.context.size() * sizeof(ContextWord));
    rough_.push_back(
        {PairScore(known, claim, words, articles, model_), &known.claim, at >= oldest});
    if (at >= oldest) most += rough_.back().score.most();
  }
  double sum = 0;
  for (Rough& rough : rough_) {
    PairScore& score = rough.score;
    const bool counts = rough.tells && most / count > least;
    // A score counts for the fit of a fact even where a veto holds.
    if (!counts && (score.most() < kSameEnough || score.vetoed())) continue;
    const double exact = score.complete();
    if (rough.tells) {
      sum += exact;
      most -= score.most() - exact;
    }
    if (score.same()) same.push_back({candidate, rough.claim, score.sameness()});
  }
  return sum / count;
}

Match Matcher::match(const SourcedClaim& claim, const std::vector<SharedFact>& candidates) {
  claim.profile = profile_of(claim);
  for (const SharedFact& fact : candidates) call_back(fact->live);
  if (!candidates.empty()) call_back_parts(candidates.front()->live);
  const ProfiledClaim profiled{claim, *claim.profile};
  const ContextTable words(claim.claim.context);
  Match match;
  double best = kSameEnough;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i + 1 < candidates.size()) call_back_parts(candidates[i + 1]->live);
    const double score = fit(*candidates[i], i, profiled, words, best, match.same);
    if (score <= best) continue;
    match.fact = static_cast<int>(i);
    best = score;
  }
  made_.clear();
  return match;
}

int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates,
                const SamenessModel& model) {
  // Whoever asks for the fact alone may still change the claim.
  SourcedClaim same = claim;
  return Matcher(model).match(same, candidates).fact;
}

Fact make_fact(const SourcedClaim& claim) {
  Fact fact;
  fact.measure = claim.claim.measure;
  fact.subject = claim.claim.subject;
  fact.place = claim.claim.where();
  const Event* event = Lexicon::english().event_named(event_name(fact.measure));
  const std::string noun = lower_case(claim.claim.noun);
  // The members of a force go by many nouns; it is one strength.
  fact.label = fact.measure == "armed.strength" ? "armed" : noun;
  if (event != nullptr && event->label != noun)
    fact.label += (noun.empty() ? "" : " ") + event->label;
  if (fact.label.empty()) fact.label = fact.measure;
  const auto add = [&](const std::string& part) {
    fact.label += (fact.label.empty() ? "" : ", ") + part;
  };
  for (const std::string& scope : claim.claim.scope) {
    if (restricts(scope) && !scope.starts_with("of:")) add(scope);
  }
  if (!fact.place.empty()) add(fact.place);
  return fact;
}

}  // namespace figured::claims
