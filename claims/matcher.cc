#include "claims/matcher.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>

#include "claims/identity_doubt.h"
#include "claims/lexicon.h"
#include "claims/owner_names.h"
#include "claims/sameness/event_model.h"
#include "claims/sameness/sameness_model.h"
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

bool converts(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const Unit* one = Lexicon::english().unit_named(a);
  const Unit* other = Lexicon::english().unit_named(b);
  return one != nullptr && other != nullptr && one->converts_to(*other);
}

bool has(const PairFeatures& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)] != 0;
}

// What no words around can outweigh.
std::string veto_of(const ClaimProfile& a, const ClaimProfile& b, const PairFeatures& features) {
  if (!converts(a.unit, b.unit)) return "unit";
  if (has(features, Feature::kOtherPolarity)) return "polarity";
  if (has(features, Feature::kSiblingMeasure)) return "measure";
  if (!has(features, Feature::kArticle) && !has(features, Feature::kSharedNames)) return "event";
  return {};
}

PairFeatures compare_features(const SourcedClaim& one, const ClaimProfile& a,
                              const SourcedClaim& other, const ClaimProfile& b) {
  PairFeatures features = pair_features(a, b);
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
                 const ClaimProfile& b) {
  Sameness sameness;
  sameness.features = compare_features(one, a, other, b);
  sameness.veto = veto_of(a, b, sameness.features);
  if (sameness.veto.empty())
    sameness.score = SamenessModel::builtin().probability(sameness.features) *
                     event_probability(sameness.features);
  if (has(sameness.features, Feature::kUndoubted) ||
      has(sameness.features, Feature::kUndoubtedArticle))
    sameness.score = std::max(sameness.score, kUndoubted);
  return sameness;
}

std::shared_ptr<const ClaimProfile> profile_of(const SourcedClaim& claim) {
  if (claim.profile != nullptr) return claim.profile;
  auto profile = std::make_shared<const ClaimProfile>(make_profile(claim));
  if (claim.id != 0) claim.profile = profile;
  return profile;
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

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b) {
  Sameness sameness = compare(a, *profile_of(a), b, *profile_of(b));
  list_tests(sameness.features, sameness);
  return sameness;
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

int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates) {
  const auto profile = profile_of(claim);
  int best = -1;
  double best_score = kSameEnough;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::vector<SourcedClaim>& live = candidates[i]->live;
    // The newest claims of a fact tell what it is; older ones say it again.
    const std::size_t oldest = live.size() > kClaimsThatTell ? live.size() - kClaimsThatTell : 0;
    double sum = 0;
    for (std::size_t at = oldest; at < live.size(); ++at)
      sum += compare(live[at], *profile_of(live[at]), claim, *profile).score;
    const double score = sum / static_cast<double>(std::max<std::size_t>(1, live.size() - oldest));
    if (score <= best_score) continue;
    best = static_cast<int>(i);
    best_score = score;
  }
  return best;
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
