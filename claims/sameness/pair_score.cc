#include "claims/sameness/pair_score.h"

#include <algorithm>
#include <cmath>

#include "claims/sameness/event_model.h"
#include "claims/subjects/owner_names.h"
#include "claims/verdicts/claim_pair.h"
#include "claims/verdicts/identity_doubt.h"

namespace figured::claims {
namespace {

// Where nothing leaves the fact open, its words may be what they will.
constexpr double kUndoubted = 0.35;
// One is set against the other.
constexpr double kSetAgainst = 0.9;
// More than the sums of a bound and of a score can differ by the order of their terms.
constexpr double kRounding = 1e-9;

bool has(const PairFeatures& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)] != 0;
}

bool converts(const ClaimProfile& a, const ClaimProfile& b) {
  if (a.unit_name == b.unit_name) return true;
  return a.unit != nullptr && b.unit != nullptr && a.unit->converts_to(*b.unit);
}

constexpr std::string_view kVetoes[] = {"unit", "polarity", "measure", "event", "place"};

// Both sentences name their place, neither lies in the other, and neither article
// speaks of the other's: the same words of two towns are of two things.
bool stand_apart(const ProfiledClaim& a, const ProfiledClaim& b, const PairFeatures& features) {
  if (!a.profile.pinned || !b.profile.pinned || !has(features, Feature::kOtherPlace)) return false;
  return !mentions(b.claim.names, a.claim.claim.where()) &&
         !mentions(a.claim.names, b.claim.claim.where());
}

// What no words around can outweigh, as far as the features tell.
std::string_view veto_of(const PairFeatures& features) {
  if (has(features, Feature::kOtherPolarity)) return kVetoes[1];
  if (has(features, Feature::kSiblingMeasure)) return kVetoes[2];
  if (!has(features, Feature::kArticle) && !has(features, Feature::kNames)) return kVetoes[3];
  return {};
}

double floored(const PairFeatures& features, double likelihood) {
  const bool undoubted =
      has(features, Feature::kUndoubted) || has(features, Feature::kUndoubtedArticle);
  return undoubted ? std::max(likelihood, kUndoubted) : likelihood;
}

// What leaves a doubt at once, so that the others need not be looked for.
bool is_plainly_doubted(const PairFeatures& features) {
  return !has(features, Feature::kSameMeasure) || has(features, Feature::kOtherScope) ||
         has(features, Feature::kOtherTime) || has(features, Feature::kBackground);
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

}  // namespace

SamenessTests list_tests(const PairFeatures& features) {
  SamenessTests listed;
  const auto any = [&](const std::vector<Feature>& of) {
    return std::any_of(of.begin(), of.end(),
                       [&](Feature feature) { return has(features, feature); });
  };
  for (const Test& test : tests()) {
    if (any(test.passed))
      listed.passed.emplace_back(test.name);
    else if (!any(test.failed))
      listed.missing.emplace_back(test.name);
  }
  if (!has(features, Feature::kOtherScope)) listed.passed.emplace_back("scope");
  if (!has(features, Feature::kOtherModality)) listed.passed.emplace_back("modality");
  listed.passed.emplace_back("event");
  return listed;
}

ArticleOdds odds_of(const ArticlePair& articles) {
  ArticleOdds odds;
  odds.pair = articles;
  if (!articles.one && articles.names == 0) return odds;
  odds.event = event_probability(articles, false);
  odds.event_of_place = event_probability(articles, true);
  const bool may_be_undoubted = articles.one || kManyNames * articles.telling_names >= kFewestNames;
  odds.likeliest = std::max({odds.event, odds.event_of_place, may_be_undoubted ? kUndoubted : 0});
  return odds;
}

PairScore::PairScore(const ProfiledClaim& a, const ProfiledClaim& b, const ContextTable& words,
                     const ArticleOdds& articles, const SamenessModel& model)
    : a_(a),
      b_(b),
      words_(words),
      articles_(articles),
      model_(model),
      features_(plain_features(a.profile, b.profile, articles.pair, present_)),
      doubted_(is_plainly_doubted(features_)) {
  const auto most_of = [&](Feature feature) {
    return std::max(0.0, model.weights()[static_cast<std::size_t>(feature)]);
  };
  double logit =
      model.logit(features_, present_) + most_of(Feature::kWords) + most_of(Feature::kNearWords);
  if (articles.pair.one) logit += most_of(Feature::kArticleWords);
  bound(logit);
}

double PairScore::event() const {
  return has(features_, Feature::kSamePlace) ? articles_.event_of_place : articles_.event;
}

// By the logit of what is known, and of all else what speaks for the pair.
void PairScore::bound(double logit) {
  const bool within = articles_.pair.one;
  const Feature undoubted = within ? Feature::kUndoubtedArticle : Feature::kUndoubted;
  if (!doubted_) logit += std::max(0.0, model_.weights()[static_cast<std::size_t>(undoubted)]);
  most_ = event() / (1 + std::exp(-logit)) + kRounding;
  if (!doubted_) most_ = std::max(most_, kUndoubted);
  // Only what stands in one article is set against each other.
  if (within && are_set_against(a_.claim, b_.claim)) most_ = 1;
}

std::string_view PairScore::veto() {
  if (!veto_) {
    if (!converts(a_.profile, b_.profile))
      veto_ = kVetoes[0];
    else if (veto_ = veto_of(features_); veto_->empty() && stand_apart(a_, b_, features_))
      veto_ = kVetoes[4];
  }
  return *veto_;
}

void PairScore::weigh_words() {
  if (weighed_) return;
  weighed_ = true;
  add_words(a_, b_, words_, features_, present_);
  bound(model_.logit(features_, present_));
}

double PairScore::complete() {
  weigh_words();
  const bool within = articles_.pair.one;
  if (!doubted_ && doubt_identity(a_, b_, features_, 0).empty()) {
    const Feature undoubted = within ? Feature::kUndoubtedArticle : Feature::kUndoubted;
    features_[static_cast<std::size_t>(undoubted)] = 1;
    present_ |= bit_of(undoubted);
  }
  if (!vetoed()) likelihood_ = 1 / (1 + std::exp(-model_.logit(features_, present_))) * event();
  if (within && are_set_against(a_.claim, b_.claim))
    likelihood_ = std::max(likelihood_, kSetAgainst);
  score_ = floored(features_, likelihood_);
  return score_;
}

Sameness PairScore::sameness() {
  Sameness sameness;
  sameness.score = score_;
  sameness.likelihood = likelihood_;
  sameness.veto = veto();
  sameness.features = features_;
  return sameness;
}

double gathering_score(const PairFeatures& features, double probability) {
  const double likelihood =
      veto_of(features).empty() ? probability * event_probability(features) : 0;
  return floored(features, likelihood);
}

std::span<const std::string_view> veto_names() { return kVetoes; }

}  // namespace figured::claims
