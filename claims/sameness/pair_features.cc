#include "claims/sameness/pair_features.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "claims/taxonomy.h"

namespace figured::claims {
namespace {

constexpr double kManyNames = 12;
constexpr double kManyRivals = 8;
constexpr double kDaysOfYear = 365;
constexpr double kSmallCount = 3;
constexpr double kSingularSteps = 100;
constexpr std::uint8_t kNearest = 6;  // words to either side
constexpr auto kBackgroundAge = std::chrono::days(45);

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
                                                                "shared_names",
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

class Pair {
 public:
  Pair(const ClaimProfile& a, const ClaimProfile& b) : a_(a), b_(b) {}

  PairFeatures run() {
    set(Feature::kBias);
    what();
    whose();
    where();
    when();
    how_much();
    in_which_words();
    of_which_event();
    of_which_figure();
    return features_;
  }

 private:
  void set(Feature feature, double value = 1) {
    features_[static_cast<std::size_t>(feature)] = static_cast<float>(value);
  }
  void set_if(Feature feature, bool holds) {
    if (holds) set(feature);
  }
  bool has(Feature feature) const { return features_[static_cast<std::size_t>(feature)] != 0; }

  void what() {
    measures();
    set_if(Feature::kSameUnit, a_.unit == b_.unit);
    if (a_.noun == 0 || b_.noun == 0) return;
    if (a_.noun == b_.noun) return set(Feature::kSameNoun);
    set(!a_.noun_class.empty() && a_.noun_class == b_.noun_class ? Feature::kNearNoun
                                                                 : Feature::kOtherNoun);
  }

  void measures() {
    if (a_.measure.empty() || b_.measure.empty())
      return set(a_.measure.empty() && b_.measure.empty() ? Feature::kNoMeasure
                                                          : Feature::kOneMeasure);
    if (a_.measure == b_.measure) return set(Feature::kSameMeasure);
    const MeasureRelation relation = relate_measures(a_.measure, b_.measure);
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

  // "350,000 students" are of students whether the reader noted it or not.
  bool restrict_otherwise() const {
    if (a_.named.of == b_.named.of) return false;
    const bool one_only = a_.named.of == 0 || b_.named.of == 0;
    return !(one_only && a_.noun != 0 && a_.noun == b_.noun);
  }

  void how_much() {
    set_if(Feature::kOtherRestriction, restrict_otherwise() || a_.named.nation != b_.named.nation);
    set_if(Feature::kOtherSite, a_.named.at != b_.named.at);
    set_if(Feature::kOtherReference, a_.named.from != b_.named.from);
    set_if(Feature::kOtherRate, a_.named.per != b_.named.per);
    set_if(Feature::kOnePart, differ(kScopePart));
    set_if(Feature::kOneOther, differ(kScopeOther | kScopeRemaining | kScopeList));
    set_if(Feature::kOneChange, differ(kScopeChange));
    set_if(Feature::kOneNew, differ(kScopeNew));
    set_if(Feature::kOnePrevious, differ(kScopePrevious | kScopeAftershock));
    set_if(Feature::kOneMean, differ(kScopeAverage | kScopeNet | kScopePeak));
    set_if(Feature::kOtherScope, differ(~std::uint32_t{kScopeTotal | kScopeCumulative}) ||
                                     has(Feature::kOtherRestriction) || has(Feature::kOtherSite) ||
                                     has(Feature::kOtherReference) || has(Feature::kOtherRate));
    set_if(Feature::kOtherModality, a_.modality != b_.modality);
    set_if(Feature::kOtherPolarity, a_.negated != b_.negated);
  }

  void in_which_words() {
    double product = 0;
    std::size_t near = 0;
    const auto& one = a_.context;
    const auto& other = b_.context;
    for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
      if (one[i].stem < other[j].stem) {
        ++i;
      } else if (other[j].stem < one[i].stem) {
        ++j;
      } else {
        product += nearness(one[i].distance) * nearness(other[j].distance);
        near += one[i].distance < kNearest && other[j].distance < kNearest ? 1 : 0;
        ++i, ++j;
      }
    }
    if (product > 0) set(Feature::kWords, product / (a_.context_length * b_.context_length));
    const std::size_t least = std::min(nearest(one), nearest(other));
    set(Feature::kNearWords, static_cast<double>(near) / static_cast<double>(1 + least));
  }

  static std::size_t nearest(const std::vector<ContextWord>& context) {
    return static_cast<std::size_t>(
        std::count_if(context.begin(), context.end(),
                      [](const ContextWord& word) { return word.distance < kNearest; }));
  }

  void of_which_event() {
    if (a_.article == b_.article) {
      set(Feature::kArticle);
      set(Feature::kArticleWords, features_[static_cast<std::size_t>(Feature::kWords)]);
      return;
    }
    const double shared = static_cast<double>(shared_names());
    const std::size_t least = std::min(a_.names.size(), b_.names.size());
    if (least > 0) set(Feature::kNames, shared / static_cast<double>(least));
    set(Feature::kSharedNames, std::min(1.0, shared / kManyNames));
    if (!a_.published || !b_.published) return set(Feature::kUndated);
    const auto apart = std::chrono::abs(*a_.published - *b_.published);
    const double days = std::chrono::duration<double, std::ratio<86400>>(apart).count();
    set(Feature::kDays, std::min(1.0, std::log1p(days) / std::log1p(kDaysOfYear)));
  }

  std::size_t shared_names() const {
    std::size_t shared = 0;
    for (auto i = a_.names.begin(), j = b_.names.begin();
         i != a_.names.end() && j != b_.names.end();) {
      if (*i == *j)
        ++shared, ++i, ++j;
      else if (*i < *j)
        ++i;
      else
        ++j;
    }
    return shared;
  }

  void of_which_figure() {
    if (has(Feature::kSameMeasure)) {
      set_if(Feature::kOnlyOnes, a_.rivals == 0 && b_.rivals == 0);
      set(Feature::kRivals,
          std::min(1.0, static_cast<double>(a_.rivals + b_.rivals) / kManyRivals));
    }
    const double least = std::min(told(a_), told(b_));
    set_if(Feature::kSmall, a_.unit.empty() && b_.unit.empty() && least <= kSmallCount);
    set_if(Feature::kOtherBound, a_.bound != b_.bound);
    if (a_.unit != b_.unit || a_.low != b_.low || a_.high != b_.high) return;
    set(Feature::kSameValue);
    set_if(Feature::kSameSingular,
           a_.grain > 0 && std::fabs(told(a_)) >= kSingularSteps * a_.grain);
  }

  static double told(const ClaimProfile& claim) {
    return claim.low ? *claim.low : claim.high.value_or(0);
  }

  const ClaimProfile& a_;
  const ClaimProfile& b_;
  PairFeatures features_{};
};

}  // namespace

PairFeatures pair_features(const ClaimProfile& a, const ClaimProfile& b) {
  return Pair(a, b).run();
}

std::string_view feature_name(Feature feature) { return kNames[static_cast<std::size_t>(feature)]; }
std::string_view feature_name(std::size_t index) { return kNames[index]; }

}  // namespace figured::claims
