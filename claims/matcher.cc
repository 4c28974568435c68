#include "claims/matcher.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>

#include "claims/identity_doubt.h"
#include "claims/lexicon.h"
#include "claims/owner_names.h"
#include "claims/sameness/claim_profile.h"
#include "claims/sameness/event_model.h"
#include "claims/scope_reader.h"
#include "claims/tokens.h"
#include "claims/value_range.h"

namespace figured::claims {
namespace {

constexpr std::size_t kKeysByFigure = 3;
constexpr std::size_t kKeysByName = 3;
constexpr std::size_t kClaimsThatTell = 12;
constexpr double kSingularSteps = 100;
// Where nothing leaves the fact open, its words may be what they will.
constexpr double kUndoubted = 0.35;

std::string_view event_name(const std::string& measure) {
  const std::size_t dot = measure.rfind('.');
  return std::string_view(measure).substr(dot == std::string::npos ? 0 : dot + 1);
}

// Of so many steps that two reports of one event hardly tell it of two things.
bool is_singular(const Figure& figure) {
  return figure.grain > 0 && figure.low && std::fabs(*figure.low) >= kSingularSteps * figure.grain;
}

bool converts(const Figure& a, const ClaimProfile& one, const Figure& b,
              const ClaimProfile& other) {
  if (a.unit == b.unit) return true;
  return one.unit != nullptr && other.unit != nullptr && one.unit->converts_to(*other.unit);
}

bool has(const PairFeatures& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)] != 0;
}

constexpr std::string_view kVetoes[] = {"unit", "polarity", "measure", "event"};

// What no words around can outweigh, as far as the features tell.
std::string_view veto_of(const PairFeatures& features) {
  if (has(features, Feature::kOtherPolarity)) return kVetoes[1];
  if (has(features, Feature::kSiblingMeasure)) return kVetoes[2];
  if (!has(features, Feature::kArticle) && !has(features, Feature::kSharedNames)) return kVetoes[3];
  return {};
}

std::string_view veto_of(const SourcedClaim& one, const ClaimProfile& a, const SourcedClaim& other,
                         const ClaimProfile& b, const PairFeatures& features) {
  return converts(one.claim.figure, a, other.claim.figure, b) ? veto_of(features) : kVetoes[0];
}

// Where nothing leaves the fact open, the likelihood may be what it will.
double floored(const PairFeatures& features, double likelihood) {
  const bool undoubted =
      has(features, Feature::kUndoubted) || has(features, Feature::kUndoubtedArticle);
  return undoubted ? std::max(likelihood, kUndoubted) : likelihood;
}

PairFeatures compare_features(const SourcedClaim& one, const ClaimProfile& a,
                              const SourcedClaim& other, const ClaimProfile& b,
                              const ArticlePair& articles) {
  PairFeatures features = pair_features(one, a, other, b, articles);
  if (doubt_identity(one, other, features, 0).empty()) {
    const Feature undoubted =
        has(features, Feature::kArticle) ? Feature::kUndoubtedArticle : Feature::kUndoubted;
    features[static_cast<std::size_t>(undoubted)] = 1;
  }
  return features;
}

struct Test {
  std::string_view name;
  std::vector<Feature> passed;  // any of them
  std::vector<Feature> failed;  // any of them; else it could not be made
};

// The features in the words of a reader.
const std::vector<Test>& tests() {
  static const std::vector<Test> list = {
      {"measure", {Feature::kSameMeasure}, {Feature::kSiblingMeasure}},
      {"noun", {Feature::kSameNoun, Feature::kNearNoun}, {Feature::kOtherNoun}},
      {"unit", {Feature::kSameUnit}, {}},
      {"subject", {Feature::kSameOwner}, {Feature::kOtherOwner}},
      {"place", {Feature::kSamePlace}, {Feature::kOtherPlace}},
      {"event time", {Feature::kSameTime}, {Feature::kOtherTime}},
      {"value", {Feature::kSameValue}, {Feature::kBias}},
  };
  return list;
}

void list_tests(const PairFeatures& features, Sameness& sameness) {
  const auto any = [&](const std::vector<Feature>& of) {
    return std::any_of(of.begin(), of.end(),
                       [&](Feature feature) { return has(features, feature); });
  };
  for (const Test& test : tests()) {
    if (any(test.passed))
      sameness.passed.emplace_back(test.name);
    else if (!any(test.failed))
      sameness.missing.emplace_back(test.name);
  }
  if (!has(features, Feature::kOtherScope)) sameness.passed.emplace_back("scope");
  if (!has(features, Feature::kOtherModality)) sameness.passed.emplace_back("modality");
  sameness.passed.emplace_back("event");
}

Sameness compare(const SourcedClaim& one, const ClaimProfile& a, const SourcedClaim& other,
                 const ClaimProfile& b, const ArticlePair& articles, const SamenessModel& model) {
  Sameness sameness;
  sameness.features = compare_features(one, a, other, b, articles);
  sameness.veto = veto_of(one, a, other, b, sameness.features);
  if (sameness.veto.empty())
    sameness.likelihood = model.probability(sameness.features) *
                          event_probability(articles, has(sameness.features, Feature::kSamePlace));
  sameness.score = floored(sameness.features, sameness.likelihood);
  return sameness;
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
  Sameness sameness = compare(a, *profile_of(a), b, *profile_of(b), pair_articles(a, b), model);
  list_tests(sameness.features, sameness);
  return sameness;
}

double gathering_score(const PairFeatures& features, double probability) {
  const double likelihood =
      veto_of(features).empty() ? probability * event_probability(features) : 0;
  return floored(features, likelihood);
}

std::span<const std::string_view> veto_names() { return kVetoes; }

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

const Matcher::Articles& Matcher::articles_of(const SourcedClaim& live, const SourcedClaim& claim) {
  const auto [at, is_new] = known_.try_emplace(article_key(live));
  if (!is_new) return at->second;
  Articles& articles = at->second;
  articles.pair = pair_articles(live, claim);
  articles.likeliest = event_probability(articles.pair, true);
  if (articles.pair.names >= kFewestNames)
    articles.likeliest = std::max(articles.likeliest, kUndoubted);
  if (!articles.pair.one && articles.pair.shared_names == 0) articles.likeliest = 0;
  return articles;
}

// The score of the pair, of which no more than whether it is enough must be right
// unless it `counts`.
double Matcher::compare(const SourcedClaim& live, std::size_t candidate, const SourcedClaim& claim,
                        bool score_counts, std::vector<LikelySame>& same) {
  const Articles& articles = articles_of(live, claim);
  if (articles.likeliest < (score_counts ? 1e-12 : kSameEnough)) return 0;
  const auto profile = profile_of(live);
  // A score counts for the fit of a fact even where a veto holds.
  if (!score_counts && (live.claim.negated != claim.claim.negated ||
                        !converts(live.claim.figure, *profile, claim.claim.figure, *claim.profile)))
    return 0;
  Sameness sameness = claims::compare(live, *profile, claim, *claim.profile, articles.pair, model_);
  const double score = sameness.score;
  if (!sameness.same()) return score;
  list_tests(sameness.features, sameness);
  same.push_back({candidate, &live, std::move(sameness)});
  return score;
}

// How well the claim fits the fact; below `least` it may be any score below it.
double Matcher::fit(const Fact& fact, std::size_t candidate, const SourcedClaim& claim,
                    double least, std::vector<LikelySame>& same) {
  const std::vector<SourcedClaim>& live = fact.live;
  // The newest claims of a fact tell what it is; older ones say it again.
  const std::size_t oldest = live.size() > kClaimsThatTell ? live.size() - kClaimsThatTell : 0;
  const auto count = static_cast<double>(std::max<std::size_t>(1, live.size() - oldest));
  double likeliest = 0;
  for (std::size_t at = oldest; at < live.size(); ++at)
    likeliest += articles_of(live[at], claim).likeliest;
  const bool may_fit = likeliest / count > least;
  double sum = 0;
  for (std::size_t at = 0; at < live.size(); ++at) {
    const bool tells = at >= oldest;
    const double score = compare(live[at], candidate, claim, tells && may_fit, same);
    if (tells) sum += score;
  }
  return sum / count;
}

Match Matcher::match(const SourcedClaim& claim, const std::vector<SharedFact>& candidates) {
  claim.profile = profile_of(claim);
  Match match;
  double best = kSameEnough;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double score = fit(*candidates[i], i, claim, best, match.same);
    if (score <= best) continue;
    match.fact = static_cast<int>(i);
    best = score;
  }
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
  for (const std::string& scope : claim.claim.scope) {
    if (restricts(scope) && !scope.starts_with("of:")) fact.label += ", " + scope;
  }
  if (!fact.place.empty()) fact.label += ", " + fact.place;
  return fact;
}

}  // namespace figured::claims
