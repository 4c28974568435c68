#include "claims/identity_doubt.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "claims/claim_pair.h"
#include "claims/owner_names.h"
#include "claims/value_range.h"

namespace figured::claims {
namespace {

constexpr float kNamesWithoutPlace = 0.4F;  // of the shorter article's names
constexpr double kHardlyRead = 0.4;         // of a claim's confidence
constexpr double kPlainlyOne = 0.3;         // of sameness: the words around tell
constexpr double kLikelyOne = 0.1;          // the same: enough to overlook one word
constexpr float kNamesOfOne = 0.66F;        // of Feature::kSharedNames
constexpr float kNamesUndated = 0.5F;       // the same where a date is missing
constexpr float kManyUndated = 0.35F;       // the same where many are shared
constexpr float kNamesDated = 0.25F;
constexpr float kManyDated = 0.18F;
constexpr auto kEventReach = std::chrono::days(10);  // reports of one event lie within
constexpr auto kSameNews = std::chrono::days(2);
constexpr auto kJustPassed = std::chrono::days(60);

// What befalls people and places in an event is told without an owner; anything
// else is somebody's.
bool needs_subject(const std::string& measure) {
  static constexpr std::string_view kOfEvents[] = {"people.", "armed.",    "building.", "vehicle.",
                                                   "place.",  "magnitude", "length."};
  if (measure == "people.voted" || measure == "people.seats") return true;
  for (const std::string_view kind : kOfEvents) {
    if (measure.starts_with(kind)) return false;
  }
  return true;
}

// "56 pages", "13 photos": no event says which ones.
bool is_bare_count(const std::string& measure) { return measure.starts_with("count."); }

// What is counted or measured once and for all needs no period.
bool needs_period(const std::string& measure) {
  if (measure == "count.share") return true;
  return needs_subject(measure) && measure != "age" && !is_bare_count(measure);
}

// Measured by weight or volume, which is of one stuff or of another.
bool is_of_stuff(const std::string& measure) {
  return measure.starts_with("mass.") || measure.starts_with("volume.");
}

// "Thousands" tells no value that another article could be seen to give.
bool is_narrow(const ValueRange& range) { return range.high <= 1.5 * range.low; }

class IdentityDoubts {
 public:
  IdentityDoubts(const SourcedClaim& a, const SourcedClaim& b, const PairFeatures& features)
      : a_(a), b_(b), features_(features), within_(in_one_article(a, b)) {}

  std::string_view first(double score) const {
    if (std::min(a().confidence, b().confidence) < kHardlyRead)
      return "the words hardly tell what is counted";
    if (!same_measure(score)) return "they may count different things";
    if (has(Feature::kOtherScope) && score < kLikelyOne) return "one may be a part of the other";
    if (is_of_other_time()) return "they may be of different times";
    if (is_of_other_period()) return "the words do not tell of which time each is";
    if (has(Feature::kOtherModality) && differ_in_stance()) return "one is no plain statement";
    if (is_of_other_owner()) return "they may be of different owners";
    if (is_of_other_place(score)) return "they may be of different places";
    if (is_of_other_event()) return "the articles may tell of different events";
    if (is_told_apart()) return "an article gives both values, and tells them apart";
    return {};
  }

 private:
  const Claim& a() const { return a_.claim; }
  const Claim& b() const { return b_.claim; }
  const std::string& measure() const { return a().measure; }
  float value(Feature feature) const { return features_[static_cast<std::size_t>(feature)]; }
  bool has(Feature feature) const { return value(feature) != 0; }

  // Tons of zinc are not tons of fertilizer.
  bool same_measure(double score) const {
    const bool near =
        score >= kLikelyOne && (has(Feature::kWiderMeasure) || has(Feature::kSameNoun));
    if (!has(Feature::kSameMeasure) && !near) return false;
    // A distance from nowhere is the distance of anything.
    const auto from_nowhere = [](const Claim& claim) {
      return std::find(claim.scope.begin(), claim.scope.end(), "from:") != claim.scope.end();
    };
    if (from_nowhere(a()) || from_nowhere(b())) return false;
    return !is_of_stuff(measure()) || !has(Feature::kOtherNoun);
  }

  bool is_of_other_time() const { return has(Feature::kOtherTime) || has(Feature::kBackground); }

  // What somebody owes, earns or sells, and by how much something changed, is said
  // of a stretch of time: without one nobody can tell two of them apart.  Within one
  // article two must speak of it.
  bool is_of_other_period() const {
    const auto changes = [](const Claim& claim) {
      return std::find(claim.scope.begin(), claim.scope.end(), "change") != claim.scope.end();
    };
    const bool owned = needs_period(measure());
    if ((owned || changes(a()) || changes(b())) && !has(Feature::kSameTime)) return true;
    const bool two_speak =
        !a().speaker.empty() && !b().speaker.empty() && a().speaker != b().speaker;
    // Two sums or shares of one article are those of two quarters, or of two of the
    // owner's parts, whoever tells them.
    const bool counted = a().figure.unit.empty();
    return within_ && owned && !(two_speak && counted);
  }

  bool differ_in_stance() const {
    const auto settled = [](Modality modality) {
      return modality == Modality::kAsserted || modality == Modality::kEstimate;
    };
    return settled(a().modality) != settled(b().modality) || !settled(a().modality);
  }

  bool is_of_other_owner() const {
    if (!has(Feature::kSameOwner) && !has(Feature::kOtherOwner))
      return needs_period(measure()) || measure() == "age";
    // The dead of an attack are nobody's, and go by the attacker as by the attacked.
    const bool harmed = measure().starts_with("people.") || measure().starts_with("armed.") ||
                        measure().starts_with("place.") || measure() == "magnitude";
    return (!harmed || needs_subject(measure())) && has(Feature::kOtherOwner);
  }

  bool owners_known() const { return has(Feature::kSameOwner); }

  // Without one place in common only articles about the same names throughout are
  // taken for reports of one event; a shock needs its place.
  bool is_of_other_place(double score) const {
    const bool pinned = has(Feature::kSamePlace) && !is_country(a().where());
    if (has(Feature::kOtherPlace) && !is_other_name_of_one()) return true;
    if (score >= kPlainlyOne && value(Feature::kSharedNames) >= kNamesOfOne &&
        !has(Feature::kUndated))
      return false;
    if (is_bare_count(measure()) &&
        (within_ || !pinned || (!owners_known() && value(Feature::kNames) < kNamesUndated)))
      return true;
    if (within_ || pinned) return false;
    const bool needs_place = measure() == "magnitude" || measure().starts_with("length.");
    return needs_place || value(Feature::kNames) < kNamesWithoutPlace;
  }

  // The place of one is what the other article is about: one may lie in the other.
  bool is_other_name_of_one() const {
    if (names_agree(a().where(), b().where())) return true;
    return !within_ && mentions(b_.names, a().where()) && mentions(a_.names, b().where());
  }

  // Two articles speak of one event when they are near in time and share names;
  // without both dates only the names can tell one event from another like it.
  bool is_of_other_event() const {
    if (within_) return false;
    const bool far = a_.published && b_.published &&
                     std::chrono::abs(*a_.published - *b_.published) > kEventReach;
    const float names = value(Feature::kNames);
    const bool many = value(Feature::kSharedNames) >= 1;
    // A report with a date and one without are of the same days or of any others.
    const bool half_dated = a_.published.has_value() != b_.published.has_value();
    if (far || (half_dated && (!many || is_bare_count(measure())))) return true;
    if (!a_.published || !b_.published) return names < (many ? kManyUndated : kNamesUndated);
    return names < (many ? kManyDated : kNamesDated);
  }

  // An article that gives the other's value too, beside its own, tells them of two
  // facts.
  bool is_told_apart() const {
    if (within_ || a().figure.unit != b().figure.unit) return false;
    const ValueRange one = told_range(a().figure), other = told_range(b().figure);
    if (ranges_meet(one, other)) return false;
    const auto tells = [](const Claim& claim, const ValueRange& value) {
      return std::any_of(claim.rivals.begin(), claim.rivals.end(), [&](const Rival& rival) {
        return is_narrow(rival.told) && ranges_meet(rival.told, value);
      });
    };
    return tells(a(), other) || tells(b(), one);
  }

  const SourcedClaim& a_;
  const SourcedClaim& b_;
  const PairFeatures& features_;
  bool within_;
};

}  // namespace

std::string_view doubt_identity(const SourcedClaim& a, const SourcedClaim& b,
                                const PairFeatures& features, double score) {
  return IdentityDoubts(a, b, features).first(score);
}

}  // namespace figured::claims
