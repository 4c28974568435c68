#include "claims/judge.h"

#include <algorithm>
#include <cmath>

#include "claims/lexicon.h"
#include "claims/tokens.h"
#include "claims/value_range.h"

namespace figured::claims {
namespace {

// Reports this near in time may know the same; a date without a clock says no
// more than the day.
constexpr auto kSameTime = std::chrono::hours(3);
constexpr auto kSameDay = std::chrono::hours(12);

bool has_clock(std::chrono::sys_seconds time) {
  return time != std::chrono::floor<std::chrono::days>(time);
}

Dynamic dynamic_of(const std::string& measure) {
  const std::size_t dot = measure.rfind('.');
  const Event* event = Lexicon::english().event_named(
      std::string_view(measure).substr(dot == std::string::npos ? 0 : dot + 1));
  return event == nullptr ? Dynamic::kLevel : event->dynamic;
}

// The range in the base unit of its dimension when the units differ.
ValueRange comparable_range(const Figure& figure, const Figure& other) {
  ValueRange range = value_range(figure);
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
        a_(comparable_range(earlier.claim.figure, later.claim.figure)),
        b_(comparable_range(later.claim.figure, earlier.claim.figure)),
        within_(earlier.article_id != 0 ? earlier.article_id == later.article_id
                                        : earlier.article == later.article) {}

  Verdict run() {
    verdict_.relation = relation();
    verdict_.severity = gap_severity(a_, b_);
    verdict_.passed = sameness_.passed;
    verdict_.missing = sameness_.missing;
    verdict_.score = sameness_.score * std::min(earlier_.claim.confidence, later_.claim.confidence);
    tag();
    explain();
    return std::move(verdict_);
  }

 private:
  Relation relation() const {
    if (ranges_meet(a_, b_)) return same_value() ? Relation::kAgrees : Relation::kCompatible;
    if (is_vague(earlier_) && is_vague(later_)) return Relation::kTension;
    if (is_open(a_) || is_open(b_)) return open_relation();
    if (is_update()) return Relation::kUpdates;
    if (within_) return contradicts_within() ? Relation::kContradicts : Relation::kCompatible;
    return Relation::kContradicts;
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
    if (later_than(later_, earlier_) && rises() && cumulative()) return Relation::kUpdates;
    if (is_open(a_) && is_open(b_)) return Relation::kTension;
    if (within_ && !contradicts_within()) return Relation::kCompatible;
    return Relation::kContradicts;
  }

  // "Hundreds" against "thousands": two impressions, no two counts.
  static bool is_vague(const SourcedClaim& claim) { return claim.claim.figure.grain == 0; }

  bool cumulative() const { return dynamic_of(later_.claim.measure) == Dynamic::kCumulative; }
  bool rises() const { return b_.low > a_.high; }

  static bool later_than(const SourcedClaim& one, const SourcedClaim& other) {
    if (!one.published || !other.published) return false;
    const bool clocks = has_clock(one.as_of()) && has_clock(other.as_of());
    return one.as_of() - other.as_of() > (clocks ? kSameTime : kSameDay);
  }

  bool is_update() const {
    if (within_) return false;
    const bool newer = later_than(later_, earlier_), older = later_than(earlier_, later_);
    switch (dynamic_of(later_.claim.measure)) {
      case Dynamic::kCumulative:
        return (newer && rises()) || (older && a_.low > b_.high);
      case Dynamic::kLevel:
        return newer || older;
      case Dynamic::kFixed:
        return false;
    }
    return false;
  }

  // In one article two figures contradict only when two voices give them.
  bool contradicts_within() const {
    const std::string& one = earlier_.claim.origin;
    const std::string& other = later_.claim.origin;
    if (one.empty() || other.empty()) return false;
    return lower_case(one) != lower_case(other) && one.find(other) == std::string::npos &&
           other.find(one) == std::string::npos;
  }

  void tag() {
    if (within_) verdict_.tags.emplace_back("within-article");
    const std::string& one = earlier_.claim.origin;
    if (!one.empty() && lower_case(one) == lower_case(later_.claim.origin))
      verdict_.tags.emplace_back("same-origin");
  }

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
        why += "The ranges " + ranges + " do not meet.";
        break;
      case Relation::kTension:
        why += "The ranges " + ranges + " do not meet, but neither is closed.";
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
    if (verdict_.relation == Relation::kContradicts) {
      why += " Taken as one fact by";
      for (const std::string& test : verdict_.passed) why += ' ' + test + ',';
      why.back() = '.';
    }
  }

  const SourcedClaim& earlier_;
  const SourcedClaim& later_;
  const Sameness& sameness_;
  ValueRange a_;
  ValueRange b_;
  bool within_;
  Verdict verdict_;
};

}  // namespace

Verdict judge(const SourcedClaim& earlier, const SourcedClaim& later, const Sameness& sameness) {
  return Judgement(earlier, later, sameness).run();
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
  verdict.severity = gap_severity(value_range(one), value_range(other));
  verdict.score = std::min(earlier.claim.confidence, later.claim.confidence);
  verdict.tags = {"silent-edit", "within-article"};
  verdict.passed = {"measure", "unit", "scope", "article"};
  verdict.why = (later.outlet.empty() ? later.article : later.outlet) +
                " changed its figure from " + one.surface + " to " + other.surface +
                " in one article.";
  return verdict;
}

}  // namespace figured::claims
