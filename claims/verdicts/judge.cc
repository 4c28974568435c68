#include "claims/verdicts/judge.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>

#include "claims/lexicon/lexicon.h"
#include "claims/measures/scope_reader.h"
#include "claims/sameness/claim_profile.h"
#include "claims/text/tokens.h"
#include "claims/verdicts/claim_pair.h"
#include "claims/verdicts/companions.h"
#include "claims/verdicts/context_words.h"
#include "claims/verdicts/doubt.h"
#include "claims/verdicts/identity_doubt.h"
#include "claims/verdicts/other_account.h"
#include "claims/verdicts/rivals.h"
#include "claims/verdicts/slip.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

// Reports this near in time may know the same; a date without a clock says no
// more than the day.
constexpr auto kSameTime = std::chrono::hours(3);
constexpr auto kOneStory = std::chrono::hours(36);
constexpr auto kSameDay = std::chrono::hours(12);
// Two values contradict only where one fact is meant as likely as this.  A toll has
// parts that are told in the words of the whole, and so has an article's own account.
constexpr double kSureEnough = 0.12;
constexpr double kSureOfWhole = 0.3;
// The same where a figure beside the two is alike, which tells that one event is meant.
constexpr double kSureInCompany = 0.045;
constexpr double kSureOfWholeInCompany = 0.1;
// The same of two voices in one article that count the same at one place.
constexpr double kSureOfTwoCounts = 0.05;
constexpr double kCountsOfOne = 2;  // they lie no further apart, as a factor
// Of two counts that run, the lower of which is a minimum, so much higher is told of later;
// the second where the higher is no minimum.
constexpr double kLeftBehind = 1.25;
constexpr double kLeftFarBehind = 1.5;
constexpr auto kNewsAge = std::chrono::days(4);
constexpr auto kTollAge = std::chrono::days(60);  // from then on it rises no more

// The range in the base unit of its dimension when the units differ.
ValueRange comparable_range(const ClaimProfile& claim, const Figure& figure, const Figure& other) {
  ValueRange range = claim.range;
  if (figure.unit == other.unit) return range;
  if (const Unit* unit = Lexicon::english().unit_named(figure.unit)) {
    range.low = unit->to_base(range.low);
    range.high = unit->to_base(range.high);
    if (figure.bound == Bound::kExact) {
      // Converted figures are rounded a second time.
      range.low *= 0.97;
      range.high *= 1.03;
    }
  }
  return range;
}

class Judgement {
 public:
  Judgement(const SourcedClaim& earlier, const SourcedClaim& later, const Sameness& sameness)
      : earlier_(earlier),
        later_(later),
        sameness_(sameness),
        profile_(profile_of(later)),
        a_(comparable_range(*profile_of(earlier), earlier.claim.figure, later.claim.figure)),
        b_(comparable_range(*profile_, later.claim.figure, earlier.claim.figure)),
        within_(in_one_article(earlier, later)) {}

  Verdict run() {
    verdict_.relation = relation();
    verdict_.severity = severity();
    SamenessTests tests = list_tests(sameness_.features);
    verdict_.passed = std::move(tests.passed);
    verdict_.missing = std::move(tests.missing);
    verdict_.score = score_of(earlier_, later_, sameness_);
    tag();
    explain();
    return std::move(verdict_);
  }

  Relation relation() const {
    const Relation relation = bare_relation();
    if (relation != Relation::kContradicts) return relation;
    return doubt().empty() ? relation : Relation::kTension;
  }

  std::string_view doubt() const {
    if (are_set_against(earlier_, later_))
      return is_forecast(earlier_) && is_forecast(later_) ? "each is the guess of somebody else"
                                                          : std::string_view();
    if (is_headline_of_other())
      return doubt_identity(earlier_, later_, sameness_.features, sameness_.score);
    if (sameness_.likelihood < sure_enough())
      return "the words leave open whether one fact is meant";
    if (const auto open = doubt_identity(earlier_, later_, sameness_.features, sameness_.score);
        !open.empty())
      return open;
    return doubt_contradiction(earlier_, later_, a_, b_, sameness_.score);
  }

  // Does not ask for the sameness.
  Relation bare_relation() const {
    if (meet() && told_higher()) return Relation::kUpdates;
    if (meet()) return same_value() ? Relation::kAgrees : Relation::kCompatible;
    if (is_correction()) return Relation::kCorrects;
    if (is_replaced()) return Relation::kUpdates;
    if (is_vague(earlier_.claim) && is_vague(later_.claim)) return Relation::kTension;
    if (is_open(a_) || is_open(b_)) return open_relation();
    if (is_update()) return Relation::kUpdates;
    // In one article two figures contradict only when two voices give them.
    if (within_ && !are_two_accounts() && !is_headline_of_other()) return Relation::kCompatible;
    return Relation::kContradicts;
  }

 private:
  // Of a time that is not over yet.
  static bool is_forecast(const SourcedClaim& claim) {
    const auto& time = claim.claim.event_time;
    return time && claim.published && time->to > *claim.published + std::chrono::days(1);
  }

  double sure_enough() const {
    const bool in_company =
        !within_ && compare_company(earlier_.claim, later_.claim) == Company::kAgrees;
    if (are_two_counts_of_one()) return kSureOfTwoCounts;
    if (is_other_account(earlier_, later_, sameness_.features)) return kSureInCompany;
    const bool own_account = within_ && !two_voices(earlier_, later_);
    if (own_account || cumulative()) return in_company ? kSureOfWholeInCompany : kSureOfWhole;
    return in_company ? kSureInCompany : kSureEnough;
  }

  bool has(Feature feature) const {
    return sameness_.features[static_cast<std::size_t>(feature)] != 0;
  }

  // "Nine guards died, the radio said; the mayor's office had confirmed seven."  A
  // state has many places, which an article may tell of in turn.
  bool are_two_counts_of_one() const {
    const double below = std::min(a_.high, b_.high), above = std::max(a_.low, b_.low);
    return within_ && cumulative() && two_voices(earlier_, later_) && has(Feature::kSamePlace) &&
           !is_of_state() && (has(Feature::kSameNoun) || has(Feature::kNearNoun)) &&
           !has(Feature::kOtherModality) && below > 1 && above <= kCountsOfOne * below;
  }

  bool is_of_state() const {
    return profile_->place_id != kNoPlace &&
           Gazetteer::world().place(profile_->place_id).kind == PlaceKind::kState;
  }

  // A headline and its own text give nearly one value of one measure: either was mended
  // and the other forgotten.  What lies further apart is more likely another thing.
  bool is_headline_of_other() const {
    const Claim &one = earlier_.claim, &other = later_.claim;
    if (!within_ || one.field == other.field || is_vague(one) || is_vague(other)) return false;
    const double below = std::min(a_.high, b_.high), above = std::max(a_.low, b_.low);
    return above <= kForgottenGap * below && same_restrictions(one.scope, other.scope) &&
           is_of_the_news(earlier_) && is_of_the_news(later_);
  }

  static bool is_of_the_news(const SourcedClaim& claim) { return !is_older(claim, kNewsAge); }

  static bool is_older(const SourcedClaim& claim, std::chrono::days age) {
    const auto& time = claim.claim.event_time;
    return time && (!claim.published || *claim.published - time->from > age);
  }

  // 80 and 82 do not meet, though 81 might be meant by either: one of the two must
  // lie in what the other is taken to mean.
  bool meet() const {
    const Figure &one = earlier_.claim.figure, &other = later_.claim.figure;
    if (is_rounding_of_other()) return true;
    if (!ranges_meet(a_, b_)) return false;
    if (one.unit != other.unit || !is_point(one) || !is_point(other)) return true;
    const ValueRange first{*one.low, *one.low}, second{*other.low, *other.low};
    return ranges_meet(first, b_) || ranges_meet(a_, second);
  }

  // 1.45 billion is 1.4 billion in fewer digits, or 1.5 billion.
  bool is_rounding_of_other() const {
    const Figure &one = earlier_.claim.figure, &other = later_.claim.figure;
    if (one.unit != other.unit || !is_point(one) || !is_point(other) || one.grain == other.grain)
      return false;
    return one.grain > other.grain ? is_rounded_from(one, *other.low)
                                   : is_rounded_from(other, *one.low);
  }

  static bool is_point(const Figure& figure) { return figure.low && figure.low == figure.high; }

  // "(CORRECTED) Goodman sells unit": the outlet says so in the headline.
  bool is_correction() const {
    if (within_ || earlier_.outlet != later_.outlet) return false;
    const std::string title = lower_case(later_.title);
    return title.find("corrected") != std::string::npos ||
           title.find("correction") != std::string::npos;
  }

  // "At least 11" on one day, "at least 14" on the next.  Of one day, or of days that are
  // not told, it is the later one if nobody would still say the lower of it.
  bool told_higher() const {
    if (within_ || !runs() || earlier_.claim.figure.unit != later_.claim.figure.unit) return false;
    const ValueRange one = told_range(earlier_.claim.figure),
                     other = told_range(later_.claim.figure);
    const auto follows = [](const SourcedClaim& low, const SourcedClaim& high, double ratio) {
      const double left = is_minimum(high) ? kLeftBehind : kLeftFarBehind;
      return later_than(high, low) || (!later_than(low, high) && ratio >= left);
    };
    return (one.high < other.low && follows(earlier_, later_, other.low / one.high)) ||
           (other.high < one.low && follows(later_, earlier_, one.low / other.high));
  }

  static bool is_minimum(const SourcedClaim& claim) {
    return !std::isfinite(value_range(claim.claim.figure).high);
  }

  // "77,000 jobs, far below the 115,000 previously reported": what replaced it may be told
  // anywhere.  "From 20 streets to nine" is of two times, which only the words there tell.
  bool is_replaced() const {
    const auto differ = [&](std::string_view token) {
      return has_scope(earlier_.claim, token) != has_scope(later_.claim, token);
    };
    return differ("superseded") || (differ("previous") && are_set_against(earlier_, later_));
  }

  static bool is_open(const ValueRange& range) {
    return !std::isfinite(range.low) || !std::isfinite(range.high);
  }

  bool same_value() const {
    const Figure& one = earlier_.claim.figure;
    const Figure& other = later_.claim.figure;
    if (one.low == other.low && one.high == other.high) return true;
    const double width = std::max(a_.high, b_.high) - std::min(a_.low, b_.low);
    return std::isfinite(width) && width <= 0.25 * std::max(std::fabs(a_.high), std::fabs(b_.high));
  }

  // "at least 40" against 31: a running minimum that a lower later figure breaks.
  Relation open_relation() const {
    if (is_update()) return Relation::kUpdates;
    if (within_ && !are_two_accounts()) return Relation::kCompatible;
    return Relation::kContradicts;
  }

  // "42 died; the Red Cross counted 51": the article's own account is one as well.
  bool are_two_accounts() const {
    if (two_voices(earlier_, later_)) return true;
    return are_set_against(earlier_, later_) && earlier_.claim.origin != later_.claim.origin;
  }

  bool cumulative() const { return profile_->dynamic == Dynamic::kCumulative; }
  // A toll that may still rise: of an event of these days, as far as is told.
  bool runs() const {
    return cumulative() && !(is_older(earlier_, kTollAge) && is_older(later_, kTollAge));
  }
  bool rises() const { return b_.low > a_.high; }

  static bool later_than(const SourcedClaim& one, const SourcedClaim& other) {
    if (!one.published || !other.published) return false;
    const bool clocks = has_clock(one.as_of()) && has_clock(other.as_of());
    return one.as_of() - other.as_of() > (clocks ? kSameTime : kSameDay);
  }

  // "A revised estimate of 800 million": it takes the place of another.
  static bool is_revised(const SourcedClaim& claim) {
    static const std::uint32_t kStems[] = {stem_key("revised"), stem_key("revising"),
                                           stem_key("updated"), stem_key("corrected")};
    return std::any_of(std::begin(kStems), std::end(kStems), [&](std::uint32_t stem) {
      return std::ranges::binary_search(claim.claim.context, stem, {}, &ContextWord::stem);
    });
  }

  bool is_update() const {
    if (within_) return false;
    if (is_revised(earlier_) || is_revised(later_)) return true;
    const bool newer = later_than(later_, earlier_), older = later_than(earlier_, later_);
    switch (profile_->dynamic) {
      case Dynamic::kCumulative:
        return runs() && ((newer && rises()) || (older && a_.low > b_.high));
      case Dynamic::kLevel:
        return (newer || older) && !is_of_one_story();
      case Dynamic::kFixed:
        return false;
    }
    return false;
  }

  // The things of an event are what they are while it is in the news: "five gangs".
  bool is_of_one_story() const {
    return later_.claim.measure.starts_with("count.") && earlier_.published && later_.published &&
           std::chrono::abs(*earlier_.published - *later_.published) <= kOneStory;
  }

  void tag() {
    if (within_) verdict_.tags.emplace_back("within-article");
    const std::string& one = earlier_.claim.origin;
    if (!one.empty() && lower_case(one) == lower_case(later_.claim.origin))
      verdict_.tags.emplace_back("same-origin");
    if (contradicts() && !slip().tag.empty()) verdict_.tags.emplace_back(slip().tag);
  }

  // Where what "about" leaves open overlaps, half of it counts: less than lies between the values.
  double severity() const {
    const Figure &one = earlier_.claim.figure, &other = later_.claim.figure;
    if (!ranges_meet(a_, b_) || meet()) return gap_severity(a_, b_, one.unit);
    return gap_severity(halved(a_, *one.low), halved(b_, *other.low), one.unit);
  }

  static ValueRange halved(const ValueRange& range, double value) {
    return {std::midpoint(range.low, value), std::midpoint(value, range.high)};
  }

  std::string what_parts(const std::string& ranges) const {
    if (!ranges_meet(a_, b_)) return "The ranges " + ranges + " do not meet";
    return "Neither lies in the range of the other, " + ranges;
  }

  bool contradicts() const { return verdict_.relation == Relation::kContradicts; }
  Slip slip() const { return likely_slip(earlier_.claim.figure, later_.claim.figure); }

  static std::string told(const SourcedClaim& claim) {
    std::string text = claim.outlet.empty() ? claim.article : claim.outlet;
    text += " says " + claim.claim.figure.surface;
    if (!claim.claim.speaker.empty()) text += " (" + claim.claim.speaker + ')';
    return text;
  }

  void explain() {
    std::string& why = verdict_.why;
    why = told(earlier_) + "; " + told(later_) + ". ";
    const std::string ranges = format_range(a_) + " and " + format_range(b_);
    switch (verdict_.relation) {
      case Relation::kContradicts:
        why += what_parts(ranges);
        if (const Slip cause = slip(); !cause.tag.empty()) why += "; " + std::string(cause.words);
        why += '.';
        break;
      case Relation::kTension:
        why += what_parts(ranges) + ", but ";
        why += doubt().empty() ? "both are impressions" : doubt();
        why += '.';
        break;
      case Relation::kUpdates:
        why += "The later figure replaces the earlier one: " + ranges + '.';
        break;
      case Relation::kCorrects:
        why += "The outlet changed its own figure: " + ranges + '.';
        break;
      case Relation::kAgrees:
        why += "Both give the same value.";
        break;
      case Relation::kCompatible:
        why += "Both can be true: " + ranges + '.';
        break;
    }
    if (contradicts()) {
      why += " Taken as one fact by";
      for (const std::string& test : verdict_.passed) why += ' ' + test + ',';
      why.back() = '.';
    }
  }

  const SourcedClaim& earlier_;
  const SourcedClaim& later_;
  const Sameness& sameness_;
  const std::shared_ptr<const ClaimProfile> profile_;  // of the later
  ValueRange a_;
  ValueRange b_;
  bool within_;
  Verdict verdict_;
};

}  // namespace

Verdict judge(const SourcedClaim& earlier, const SourcedClaim& later, const Sameness& sameness) {
  return Judgement(earlier, later, sameness).run();
}

Relation relation_of(const SourcedClaim& earlier, const SourcedClaim& later,
                     const Sameness& sameness) {
  return Judgement(earlier, later, sameness).relation();
}

bool may_differ(const SourcedClaim& earlier, const SourcedClaim& later) {
  static const Sameness kAny;
  const Relation relation = Judgement(earlier, later, kAny).bare_relation();
  return relation != Relation::kAgrees && relation != Relation::kCompatible;
}

double score_of(const SourcedClaim& earlier, const SourcedClaim& later, const Sameness& sameness) {
  return sameness.score * std::min(earlier.claim.confidence, later.claim.confidence);
}

std::optional<Verdict> judge_revision(const SourcedClaim& earlier, const SourcedClaim& later) {
  const Figure& one = earlier.claim.figure;
  const Figure& other = later.claim.figure;
  if (earlier.claim.measure != later.claim.measure || earlier.claim.measure.empty() ||
      earlier.claim.field != later.claim.field || earlier.claim.scope != later.claim.scope ||
      one.unit != other.unit || (one.low == other.low && one.high == other.high)) {
    return std::nullopt;
  }
  Verdict verdict;
  verdict.relation = Relation::kCorrects;
  verdict.severity = gap_severity(value_range(one), value_range(other), one.unit);
  verdict.score = std::min(earlier.claim.confidence, later.claim.confidence);
  verdict.tags = {"silent-edit", "within-article"};
  verdict.passed = {"measure", "unit", "scope", "article"};
  verdict.why = (later.outlet.empty() ? later.article : later.outlet) +
                " changed its figure from " + one.surface + " to " + other.surface +
                " in one article.";
  return verdict;
}

}  // namespace figured::claims
