#include "claims/sameness/pair_features.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include "claims/lexicon/taxonomy.h"
#include "claims/times/background_age.h"

namespace figured::claims {
namespace {

constexpr double kManyRivals = 8;
constexpr double kSmallCount = 3;
constexpr double kSingularSteps = 100;

constexpr std::array<std::string_view, kFeatureCount> kNames = {"bias",
                                                                "same_measure",
                                                                "wider_measure",
                                                                "near_measure",
                                                                "one_measure",
                                                                "no_measure",
                                                                "sibling_measure",
                                                                "same_noun",
                                                                "near_noun",
                                                                "other_noun",
                                                                "same_unit",
                                                                "same_owner",
                                                                "other_owner",
                                                                "same_place",
                                                                "wider_place",
                                                                "other_place",
                                                                "same_time",
                                                                "other_time",
                                                                "one_time",
                                                                "background",
                                                                "other_restriction",
                                                                "other_site",
                                                                "other_reference",
                                                                "other_rate",
                                                                "one_part",
                                                                "one_other",
                                                                "one_change",
                                                                "one_new",
                                                                "one_previous",
                                                                "one_mean",
                                                                "other_scope",
                                                                "other_modality",
                                                                "other_polarity",
                                                                "words",
                                                                "near_words",
                                                                "article",
                                                                "article_words",
                                                                "names",
                                                                "telling_names",
                                                                "days",
                                                                "undated",
                                                                "only_ones",
                                                                "rivals",
                                                                "small",
                                                                "other_bound",
                                                                "same_value",
                                                                "undoubted",
                                                                "undoubted_article",
                                                                "same_singular"};

// Names of measures are long, their relations are looked up in several tables, and
// the same few pairs come again and again.
class MeasureRelations {
 public:
  MeasureRelation of(const ClaimProfile& a, const ClaimProfile& b) {
    const std::uint64_t one = a.measure, other = b.measure;
    Entry& entry = entries_[(one ^ (other * 0x9e3779b97f4a7c15U)) % kEntries];
    if (entry.one != one || entry.other != other)
      entry = {one, other, relate_measures(a.measure_name, b.measure_name)};
    return entry.relation;
  }

 private:
  static constexpr std::size_t kEntries = 4096;
  struct Entry {
    std::uint64_t one = 0;
    std::uint64_t other = 0;
    MeasureRelation relation = MeasureRelation::kEqual;
  };
  std::vector<Entry> entries_{kEntries};
};

class Pair {
 public:
  Pair(const ClaimProfile& a, const ClaimProfile& b, const ArticlePair& articles)
      : a_(a), b_(b), articles_(articles) {}

  PairFeatures run(FeatureSet& present) {
    set(Feature::kBias);
    what();
    whose();
    where();
    when();
    how_much();
    of_which_event();
    of_which_figure();
    present = present_;
    return features_;
  }

 private:
  void set(Feature feature, double value = 1) {
    features_[static_cast<std::size_t>(feature)] = static_cast<float>(value);
    if (value != 0) present_ |= bit_of(feature);
  }
  void set_if(Feature feature, bool holds) {
    if (holds) set(feature);
  }
  bool has(Feature feature) const { return (present_ & bit_of(feature)) != 0; }

  void what() {
    measures();
    set_if(Feature::kSameUnit, a_.unit_name == b_.unit_name);
    if (a_.noun == 0 || b_.noun == 0) return;
    if (a_.noun == b_.noun) return set(Feature::kSameNoun);
    set(a_.noun_class != -1 && a_.noun_class == b_.noun_class ? Feature::kNearNoun
                                                              : Feature::kOtherNoun);
  }

  void measures() {
    if (a_.measure == 0 || b_.measure == 0)
      return set(a_.measure == b_.measure ? Feature::kNoMeasure : Feature::kOneMeasure);
    if (a_.measure == b_.measure) return set(Feature::kSameMeasure);
    thread_local MeasureRelations relations;
    const MeasureRelation relation = relations.of(a_, b_);
    if (relation == MeasureRelation::kSibling) return set(Feature::kSiblingMeasure);
    if (relation == MeasureRelation::kEqual) return set(Feature::kSameMeasure);
    if (relation == MeasureRelation::kAncestor) return set(Feature::kWiderMeasure);
    set_if(Feature::kNearMeasure, a_.family == b_.family);
  }

  void whose() {
    if (a_.owner.empty() || b_.owner.empty()) return;
    const bool agree =
        std::includes(a_.owner.begin(), a_.owner.end(), b_.owner.begin(), b_.owner.end()) ||
        std::includes(b_.owner.begin(), b_.owner.end(), a_.owner.begin(), a_.owner.end());
    set(agree ? Feature::kSameOwner : Feature::kOtherOwner);
  }

  void where() {
    if (a_.place == 0 || b_.place == 0) return;
    const bool known = a_.place_id != kNoPlace && b_.place_id != kNoPlace;
    if (a_.place == b_.place || (known && a_.place_id == b_.place_id))
      return set(Feature::kSamePlace);
    const Gazetteer& world = Gazetteer::world();
    const bool wider =
        known && (world.within(a_.place_id, b_.place_id) || world.within(b_.place_id, a_.place_id));
    set(wider ? Feature::kWiderPlace : Feature::kOtherPlace);
  }

  void when() {
    const auto &one = a_.event_time, &other = b_.event_time;
    if (one && other) {
      const bool meet = one->from <= other->to && other->from <= one->to;
      return set(meet ? Feature::kSameTime : Feature::kOtherTime);
    }
    if (!one && !other) return;
    set(Feature::kOneTime);
    const ClaimProfile& timed = one ? a_ : b_;
    set_if(Feature::kBackground,
           timed.published && *timed.published - timed.event_time->to > kBackgroundAge);
  }

  // True when one of the two has some of these restrictions that the other lacks.
  bool differ(std::uint32_t bits) const { return ((a_.scopes ^ b_.scopes) & bits) != 0; }

  // "350,000 students" are of students whether the reader noted it or not; a rate is of
  // those it is told of.
  bool restrict_otherwise() const {
    if (a_.named.of == b_.named.of) return false;
    const bool counts = a_.unit_name == 0 && b_.unit_name == 0;
    const bool one_only = counts && (a_.named.of == 0 || b_.named.of == 0);
    return !(one_only && a_.noun != 0 && a_.noun == b_.noun);
  }

  // "84 people, including ten children" and "ten children": all of them are meant.
  bool differ_as_parts() const {
    return differ(kScopePart) && (a_.named.of == 0 || a_.named.of != b_.named.of);
  }

  void of_which_part() {
    set_if(Feature::kOtherRestriction, restrict_otherwise() || a_.named.nation != b_.named.nation);
    set_if(Feature::kOtherSite, a_.named.at != b_.named.at);
    set_if(Feature::kOtherReference, a_.named.from != b_.named.from);
    set_if(Feature::kOtherRate, a_.named.per != b_.named.per);
  }

  void how_much() {
    if (a_.has_named_scope || b_.has_named_scope) of_which_part();
    set_if(Feature::kOnePart, differ_as_parts());
    set_if(Feature::kOneOther, differ(kScopeOther | kScopeRemaining | kScopeList));
    set_if(Feature::kOneChange, differ(kScopeChange));
    set_if(Feature::kOneNew, differ(kScopeNew));
    set_if(Feature::kOnePrevious, differ(kScopePrevious | kScopeAftershock));
    set_if(Feature::kOneMean, differ(kScopeAverage | kScopeNet | kScopePeak));
    set_if(Feature::kOtherScope,
           differ(~std::uint32_t{kScopeTotal | kScopeCumulative | kScopePart | kScopeSuperseded}) ||
               has(Feature::kOnePart) || has(Feature::kOtherRestriction) ||
               has(Feature::kOtherSite) || has(Feature::kOtherReference) ||
               has(Feature::kOtherRate));
    set_if(Feature::kOtherModality, a_.modality != b_.modality);
    set_if(Feature::kOtherPolarity, a_.negated != b_.negated);
  }

  void of_which_event() {
    if (articles_.one) return set(Feature::kArticle);
    set(Feature::kNames, articles_.names);
    set(Feature::kTellingNames, articles_.telling_names);
    set(Feature::kDays, articles_.days);
    set_if(Feature::kUndated, articles_.undated);
  }

  void of_which_figure() {
    if (has(Feature::kSameMeasure)) {
      const std::uint32_t rivals = a_.rivals + b_.rivals;
      set_if(Feature::kOnlyOnes, rivals == 0);
      set(Feature::kRivals, std::min(1.0, rivals / kManyRivals));
    }
    const double least = std::min(told(a_), told(b_));
    set_if(Feature::kSmall, a_.unit_name == 0 && b_.unit_name == 0 && least <= kSmallCount);
    set_if(Feature::kOtherBound, a_.bound != b_.bound);
    if (a_.unit_name != b_.unit_name || a_.low != b_.low || a_.high != b_.high) return;
    set(Feature::kSameValue);
    set_if(Feature::kSameSingular,
           a_.grain > 0 && std::fabs(told(a_)) >= kSingularSteps * a_.grain);
  }

  static double told(const ClaimProfile& claim) {
    return claim.low ? *claim.low : claim.high.value_or(0);
  }

  const ClaimProfile& a_;
  const ClaimProfile& b_;
  const ArticlePair& articles_;
  PairFeatures features_{};
  FeatureSet present_ = 0;
};

}  // namespace

PairFeatures plain_features(const ClaimProfile& a, const ClaimProfile& b,
                            const ArticlePair& articles, FeatureSet& present) {
  return Pair(a, b, articles).run(present);
}

void add_words(const ProfiledClaim& a, const ProfiledClaim& b, const ContextTable& words,
               PairFeatures& features, FeatureSet& present) {
  const auto set = [&](Feature feature, float value) {
    features[static_cast<std::size_t>(feature)] = value;
    if (value != 0) present |= bit_of(feature);
  };
  double product = 0;
  std::size_t near = 0;
  for (const ContextWord& word : a.claim.claim.context) {
    const ContextWord* const other = words.find(word.stem);
    if (other == nullptr) continue;
    product += nearness(word.distance) * nearness(other->distance);
    near += word.distance < kNearest && other->distance < kNearest ? 1 : 0;
  }
  const float alike =
      product > 0
          ? static_cast<float>(product / (a.profile.context_length * b.profile.context_length))
          : 0;
  set(Feature::kWords, alike);
  const std::size_t least = std::min(a.profile.near_words, b.profile.near_words);
  set(Feature::kNearWords,
      static_cast<float>(static_cast<double>(near) / static_cast<double>(1 + least)));
  if ((present & bit_of(Feature::kArticle)) != 0) set(Feature::kArticleWords, alike);
}

PairFeatures pair_features(const ProfiledClaim& a, const ProfiledClaim& b,
                           const ArticlePair& articles) {
  FeatureSet present = 0;
  PairFeatures features = plain_features(a.profile, b.profile, articles, present);
  add_words(a, b, ContextTable(b.claim.claim.context), features, present);
  return features;
}

std::string_view feature_name(Feature feature) { return kNames[static_cast<std::size_t>(feature)]; }
std::string_view feature_name(std::size_t index) { return kNames[index]; }

}  // namespace figured::claims
