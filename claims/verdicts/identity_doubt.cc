#include "claims/verdicts/identity_doubt.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "claims/subjects/owner_names.h"
#include "claims/times/background_age.h"
#include "claims/verdicts/claim_pair.h"
#include "claims/verdicts/companions.h"
#include "claims/verdicts/other_account.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

constexpr double kHardlyRead = 0.4;  // of a claim's confidence
constexpr double kPlainlyOne = 0.3;  // of sameness: the words around tell
constexpr double kOneOwner = 0.25;   // the same: what is told has one owner
constexpr double kLikelyOne = 0.1;   // the same: enough to overlook one word
// The weight of the names that both articles have (name_weight.h).
constexpr float kNamesWithoutPlace = 3;              // one event, though no place is told
constexpr float kNamesOfPlace = 6;                   // the same of what any place has
constexpr float kNamesUndated = 4.5F;                // the same without dates
constexpr float kNamesHalfDated = 6;                 // of the same days or of any others
constexpr float kNamesOfSums = 4;                    // of a firm and its bank there are many sums
constexpr float kNamesDated = 2;                     // within kEventReach
constexpr float kNamesOfNews = 1.3F;                 // within kSameNews
constexpr auto kEventReach = std::chrono::days(10);  // reports of one event lie within
constexpr auto kSameNight = std::chrono::hours(36);
constexpr auto kNextNews = std::chrono::days(2);
constexpr double kFewPeople = 100;  // "44 senators" may be any of them

// Sums and shares of two stretches of time agree only where the stretches do.
bool is_one_stretch(const std::optional<TimeSpan>& a, const std::optional<TimeSpan>& b) {
  if (!a || !b) return false;
  const auto shared = std::min(a->to, b->to) - std::max(a->from, b->from);
  const auto whole = std::max(a->to, b->to) - std::min(a->from, b->from);
  return 2 * shared >= whole;
}

// "Thousands" tells no value that another article could be seen to give.
bool is_narrow(const ValueRange& range) { return range.high <= 1.5 * range.low; }

class IdentityDoubts {
 public:
  IdentityDoubts(const ProfiledClaim& a, const ProfiledClaim& b, const PairFeatures& features)
      : a_(a.claim),
        b_(b.claim),
        profile_a_(a.profile),
        profile_b_(b.profile),
        features_(features),
        within_(in_one_article(a_, b_)) {}

  std::string_view first(double score) const {
    for (const Doubt& doubt : all()) {
      if (doubt.holds(*this, score)) return doubt.reason;
    }
    return {};
  }

  struct Doubt {
    std::string_view reason;
    bool (*holds)(const IdentityDoubts& pair, double score);
  };

  static std::span<const Doubt> all() {
    using Pair = const IdentityDoubts&;
    static constexpr Doubt kAll[] = {
        {"the words hardly tell what is counted",
         [](Pair p, double) { return p.is_hardly_read(); }},
        {"they may count different things",
         [](Pair p, double score) { return !p.same_measure(score); }},
        {"one may be a part of the other",
         [](Pair p, double score) {
           return p.has(Feature::kOtherScope) && ((score < kLikelyOne && !p.is_in_company()) ||
                                                  p.is_long_past() || p.has(Feature::kOtherRate));
         }},
        {"they may be of different times", [](Pair p, double) { return p.is_of_other_time(); }},
        {"the words do not tell of which time each is",
         [](Pair p, double) { return p.is_of_other_period(); }},
        {"one is no plain statement",
         [](Pair p, double) { return p.has(Feature::kOtherModality) && p.differ_in_stance(); }},
        {"they may be of different owners",
         [](Pair p, double score) { return p.is_of_other_owner(score); }},
        {"they may be of different places",
         [](Pair p, double score) { return p.is_of_other_place(score); }},
        {"the articles may tell of different events",
         [](Pair p, double score) { return p.is_of_other_event(score); }},
        {"an article gives both values, and tells them apart",
         [](Pair p, double) { return p.is_told_apart(); }}};
    return kAll;
  }

 private:
  const Claim& a() const { return a_.claim; }
  const Claim& b() const { return b_.claim; }
  bool is(MeasureTrait trait) const { return (profile_a_.traits & trait) != 0; }
  bool is_one_story() const { return !within_ && telling_names(features_) >= kNamesOfStory; }
  float value(Feature feature) const { return features_[static_cast<std::size_t>(feature)]; }
  bool has(Feature feature) const { return value(feature) != 0; }

  bool is_hardly_read() const { return std::min(a().confidence, b().confidence) < kHardlyRead; }

  // Tons of zinc are not tons of fertilizer.
  bool same_measure(double score) const {
    const bool near =
        score >= kLikelyOne && (has(Feature::kWiderMeasure) || has(Feature::kSameNoun));
    if (!has(Feature::kSameMeasure) && !near) return false;
    // A distance from nowhere is the distance of anything.
    if (has_scope(a(), "from:") || has_scope(b(), "from:")) return false;
    return !is(kStuffMeasure) || !has(Feature::kOtherNoun);
  }

  // A figure beside them is alike: two accounts of one thing, of the same days.
  bool is_in_company() const {
    const bool dated = a_.published && b_.published;
    if (within_ || a_.published.has_value() != b_.published.has_value()) return false;
    if (dated && std::chrono::abs(*a_.published - *b_.published) > kSameNews) return false;
    return compare_company(a(), b()) == Company::kAgrees;
  }

  // What both tell of long before is told in few words, as the whole and as a part.
  bool is_long_past() const {
    const auto is_past = [](const SourcedClaim& claim) {
      const auto& time = claim.claim.event_time;
      return time && claim.published && *claim.published - time->to > kBackgroundAge;
    };
    return is_past(a_) && is_past(b_);
  }

  // What happened two days after a report is not what it reports.
  bool was_yet_to_come() const {
    const auto comes_after = [](const SourcedClaim& one, const SourcedClaim& report) {
      const auto& time = one.claim.event_time;
      return time && report.published && !report.claim.event_time &&
             time->from >= *report.published + kNextNews &&
             report.claim.modality == Modality::kAsserted;
    };
    return !within_ && (comes_after(a_, b_) || comes_after(b_, a_));
  }

  // "In September", and "in September and October" in the same article.
  bool are_two_stretches() const { return within_ && has(Feature::kSameTime) && !is_replaced(); }

  // Police make arrests every night: of which one, articles of other days do not tell.
  bool are_acts_of_days() const {
    return a().measure == "people.arrested" && b().measure == a().measure &&
           !has(Feature::kSameTime) && a_.published && b_.published &&
           std::chrono::abs(*a_.published - *b_.published) > kSameNight;
  }

  bool is_of_other_time() const {
    return has(Feature::kOtherTime) || are_acts_of_days() || has(Feature::kBackground) ||
           was_yet_to_come() ||
           ((is_long_past() || are_two_stretches()) &&
            !is_one_stretch(a().event_time, b().event_time));
  }

  // What somebody owes, earns or sells, and by how much something changed, is said
  // of a stretch of time: without one nobody can tell two of them apart.  Within one
  // article two must speak of it.
  bool is_of_other_period() const {
    const auto changes = [](const ClaimProfile& claim) {
      return (claim.scopes & kScopeChange) != 0;
    };
    const bool counted = a().figure.unit.empty();
    // Two accounts of one thing at one time: a boxer's record, the votes of a county.
    if (counted && is_in_company()) return false;
    const bool owned = is(kPeriodMeasure) || (profile_b_.traits & kPeriodMeasure) != 0;
    if ((owned || changes(profile_a_) || changes(profile_b_)) &&
        !is_one_stretch(a().event_time, b().event_time))
      return true;
    const bool two_speak =
        !a().speaker.empty() && !b().speaker.empty() && a().speaker != b().speaker;
    // Two sums or shares of one article are those of two quarters, or of two of the
    // owner's parts, whoever tells them.
    return within_ && owned && !(two_speak && counted) && !is_replaced();
  }

  // One was said before the other was known: an article that tells it so gives both.
  bool is_replaced() const {
    return ((profile_a_.scopes ^ profile_b_.scopes) & kScopeSuperseded) != 0;
  }

  bool differ_in_stance() const {
    const auto settled = [](const SourcedClaim& claim) {
      const Modality modality = claim.claim.modality;
      // "Analysts estimate 40,000 cases by June": no estimate of what is
      const bool ahead = claim.claim.as_of && claim.published &&
                         *claim.claim.as_of > *claim.published + std::chrono::days(1);
      return (modality == Modality::kAsserted || modality == Modality::kEstimate) && !ahead;
    };
    return !settled(a_) || !settled(b_);
  }

  bool is_of_other_owner(double score) const {
    if (!has(Feature::kSameOwner) && !has(Feature::kOtherOwner)) {
      if (is_in_company()) return false;
      // One article tells the ranges of two missiles without naming them again.
      return is(kPeriodMeasure) || is(kPersonalMeasure) || is(kMereThing) ||
             (within_ && is(kLocatedMeasure)) || (is(kSettledMeasure) && score < kOneOwner);
    }
    // The dead of an attack are nobody's, and go by the attacker as by the attacked.
    return (!is(kHarmMeasure) || is(kOwnedMeasure)) && has(Feature::kOtherOwner);
  }

  // Of some year.
  bool is_age() const { return is(kPersonalMeasure) && !is(kSettledMeasure); }

  bool owners_known() const { return has(Feature::kSameOwner); }

  // Without one place in common only articles about the same names throughout are
  // taken for reports of one event; a shock needs its place.
  bool is_of_other_place(double score) const {
    const bool pinned = has(Feature::kSamePlace) && !profile_a_.country;
    if (has(Feature::kOtherPlace) && !is_other_name_of_one() && !is_guessed_place()) return true;
    if ((has(Feature::kSamePlace) || has(Feature::kWiderPlace)) && is_in_company()) return false;
    if (score >= kPlainlyOne && is_one_story() && !has(Feature::kUndated) && !are_any_few())
      return false;
    if (is(kBareCount) &&
        (within_ || !pinned || (!owners_known() && telling_names(features_) < kNamesOfPlace)))
      return true;
    // The length of a film is the same anywhere.
    if (within_ || pinned || is(kSettledMeasure)) return false;
    return is(kLocatedMeasure) || telling_names(features_) < kNamesWithoutPlace;
  }

  // "Six women" of one article and "four women" of the other.
  bool are_any_few() const {
    return is(kBarePeople) && !has(Feature::kSameOwner) &&
           std::min(a().figure.value(), b().figure.value()) < kFewPeople;
  }

  // What a report of the same story is mostly about need not be where the thing is.
  bool is_guessed_place() const {
    return is_one_story() && !is(kBareCount) && !a().setting.empty() && !b().setting.empty();
  }

  // The place of one is what the other article is about: one may lie in the other.
  // What only its article places is where the other is if that is named there too.
  bool is_other_name_of_one() const {
    if (names_agree(a().where(), b().where())) return true;
    if (within_) return false;
    const bool a_named = mentions(b_.names, a().where()), b_named = mentions(a_.names, b().where());
    const bool guessed = !is(kBareCount);
    return (a_named || (guessed && !a().setting.empty())) &&
           (b_named || (guessed && !b().setting.empty())) && (a_named || b_named);
  }

  // Two articles speak of one event when they are near in time and share names;
  // without both dates only the names can tell one event from another like it.
  bool is_of_other_event(double score) const {
    if (within_) return false;
    const float names = telling_names(features_);
    const bool dated = a_.published && b_.published;
    if (a_.published.has_value() != b_.published.has_value())
      return names < kNamesHalfDated || is(kBareCount) || is_age();
    if (!dated) return is_age() || names < kNamesUndated;
    const auto apart = std::chrono::abs(*a_.published - *b_.published);
    if (apart > kEventReach) return names < kNamesOfStory || !is_settled_long_after();
    // A country and its capital are shared by any two reports from there.
    if (is(kPeriodMeasure)) return names < kNamesOfSums;
    if (apart > kSameNews) return names < kNamesDated;
    // One town and much the same words make up for a name.
    const bool told_alike =
        score >= kPlainlyOne && has(Feature::kSamePlace) && profile_a_.pinned && profile_b_.pinned;
    return names < (told_alike ? kFewestNames : kNamesOfNews);
  }

  // A story is told again months later, and by then another one of the same names.
  bool is_settled_long_after() const {
    if (is_age()) return false;
    return owners_known() || (has(Feature::kSamePlace) && profile_a_.pinned && profile_b_.pinned &&
                              !profile_a_.country);
  }

  // An article that gives the other's value too, beside its own, tells them of two
  // facts.
  bool is_told_apart() const {
    if (within_ || is_replaced() || a().figure.unit != b().figure.unit) return false;
    if (is_other_account(a_, b_, features_)) return false;
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
  const ClaimProfile& profile_a_;
  const ClaimProfile& profile_b_;
  const PairFeatures& features_;
  bool within_;
};

}  // namespace

std::string_view doubt_identity(const ProfiledClaim& a, const ProfiledClaim& b,
                                const PairFeatures& features, double score) {
  return IdentityDoubts(a, b, features).first(score);
}

std::string_view doubt_identity(const SourcedClaim& a, const SourcedClaim& b,
                                const PairFeatures& features, double score) {
  const auto one = profile_of(a), other = profile_of(b);
  return doubt_identity(ProfiledClaim{a, *one}, ProfiledClaim{b, *other}, features, score);
}

std::span<const std::string_view> identity_doubts() {
  static const std::vector<std::string_view> reasons = [] {
    std::vector<std::string_view> all;
    for (const auto& doubt : IdentityDoubts::all()) all.push_back(doubt.reason);
    return all;
  }();
  return reasons;
}

}  // namespace figured::claims
