#include "claims/matcher.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "claims/claim_pair.h"
#include "claims/gazetteer.h"
#include "claims/lexicon.h"
#include "claims/owner_names.h"
#include "claims/scope_reader.h"
#include "claims/taxonomy.h"
#include "claims/tokens.h"
#include "claims/value_range.h"

namespace figured::claims {
namespace {

constexpr std::size_t kKeysByFigure = 3;
constexpr std::size_t kClaimsThatTell = 12;
constexpr double kNamesWithoutPlace = 0.4;  // of the shorter article's names
constexpr double kNamesUndated = 0.5;       // the same where a date is missing
constexpr double kSingularSteps = 100;
constexpr double kScoreByFigure = 0.55;
constexpr auto kSameNews = std::chrono::days(2);
constexpr auto kJustPassed = std::chrono::days(60);
constexpr auto kNightApart = std::chrono::hours(2);  // from one day to the next
constexpr std::size_t kManyNames = 12;               // as many shared ones are no chance
constexpr auto kEventReach = std::chrono::days(10);  // reports of one event lie within

std::string_view event_name(const std::string& measure) {
  const std::size_t dot = measure.rfind('.');
  return std::string_view(measure).substr(dot == std::string::npos ? 0 : dot + 1);
}

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

std::size_t shared_names(const std::vector<NameKey>& a, const std::vector<NameKey>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++shared, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return shared;
}

// Of so many steps that two reports of one event hardly tell it of two things.
bool is_singular(const Figure& figure) {
  return figure.grain > 0 && figure.low && std::fabs(*figure.low) >= kSingularSteps * figure.grain;
}

class Comparison {
 public:
  Comparison(const SourcedClaim& a, const SourcedClaim& b)
      : a_(a), b_(b), within_(in_one_article(a, b)) {}

  Sameness run() {
    if (a().measure != b().measure && tells_one_figure()) return run_by_figure();
    if (!measure() || !noun() || !unit() || !modality() || !scope() || !period() || !event_time() ||
        !anchor() || !subject() || !place() || !told_apart()) {
      return std::move(out_);
    }
    out_.score = score();
    return std::move(out_);
  }

 private:
  const Claim& a() const { return a_.claim; }
  const Claim& b() const { return b_.claim; }

  bool veto(std::string test) {
    out_.veto = std::move(test);
    return false;
  }
  bool pass(std::string test) {
    out_.passed.push_back(std::move(test));
    return true;
  }
  bool unknown(std::string test) {
    out_.missing.push_back(std::move(test));
    return true;
  }

  // "146,000" of two reports of one event is one figure, by whatever words.
  bool tells_one_figure() const {
    const Figure &one = a().figure, &other = b().figure;
    return is_singular(one) && one.low == other.low && one.high == other.high &&
           one.unit == other.unit && a().negated == b().negated &&
           (a().measure.empty() || b().measure.empty() ||
            relate_measures(a().measure, b().measure) != MeasureRelation::kSibling);
  }

  Sameness run_by_figure() {
    pass("figure");
    if (!event_time() || !anchor()) return std::move(out_);
    leave_open("measure");
    out_.score = kScoreByFigure;
    return std::move(out_);
  }

  bool leave_open(std::string test) {
    out_.loose = true;
    return unknown(std::move(test));
  }

  bool measure() {
    if (!is_matchable(a()) || !is_matchable(b()) || a().measure != b().measure)
      return veto("measure");
    return pass("measure");
  }

  // Tons of zinc are not tons of fertilizer.
  bool noun() {
    const std::string &one = a().noun, &other = b().noun;
    if (!is_of_stuff(a().measure) || one.empty() || other.empty()) return true;
    return lower_case(one) == lower_case(other) ? pass("noun") : veto("noun");
  }

  bool unit() {
    if (a().figure.unit == b().figure.unit) return pass("unit");
    const Unit* one = Lexicon::english().unit_named(a().figure.unit);
    const Unit* other = Lexicon::english().unit_named(b().figure.unit);
    const bool convertible = one != nullptr && other != nullptr && one->converts_to(*other);
    return convertible ? pass("unit") : veto("unit");
  }

  // What somebody owes, earns or sells, and by how much something changed, is said
  // of a stretch of time: without one nobody can tell two of them apart.  Within
  // one article two must speak of it.
  bool period() {
    const auto changes = [](const Claim& claim) {
      return std::find(claim.scope.begin(), claim.scope.end(), "change") != claim.scope.end();
    };
    const bool owned = needs_period(a().measure);
    if ((owned || changes(a()) || changes(b())) &&
        (!a().event_time || a().event_time != b().event_time))
      return speaks_of_now() ? leave_open("period") : veto("period");
    const bool two_speak =
        !a().speaker.empty() && !b().speaker.empty() && a().speaker != b().speaker;
    // Two sums or shares of one article are those of two quarters, or of two of the
    // owner's parts, whoever tells them.
    const bool counted = a().figure.unit.empty();
    return within_ && owned && !(two_speak && counted) ? veto("period") : true;
  }

  // Reports of the same days, of which one names the period that has just passed
  // and the other none.
  bool speaks_of_now() const {
    if (within_ || !a_.published || !b_.published) return false;
    if (std::chrono::abs(*a_.published - *b_.published) > kSameNews) return false;
    if (a().event_time && b().event_time) return false;
    const auto& told = a().event_time ? a().event_time : b().event_time;
    return !told || (told->from <= *a_.published && *a_.published - told->to < kJustPassed);
  }

  bool modality() {
    if (a().negated != b().negated) return veto("polarity");
    const auto settled = [](Modality m) {
      return m == Modality::kAsserted || m == Modality::kEstimate;
    };
    const auto intended = [](Modality m) { return m == Modality::kPlanned; };
    if ((settled(a().modality) && intended(b().modality)) ||
        (settled(b().modality) && intended(a().modality)))
      return leave_open("modality");
    if (settled(a().modality) != settled(b().modality)) return veto("modality");
    return settled(a().modality) || a().modality == b().modality ? pass("modality")
                                                                 : veto("modality");
  }

  bool scope() {
    const bool same = same_restrictions(whole_of(a().scope), whole_of(b().scope));
    return same ? pass("scope") : veto("scope");
  }

  // "84 dead, including 10 children": of the dead a part, of the children all.
  static std::vector<std::string> whole_of(const std::vector<std::string>& scope) {
    std::vector<std::string> whole = scope;
    const bool named = std::any_of(scope.begin(), scope.end(), [](const std::string& token) {
      return token.starts_with("of:") || token.starts_with("nation:");
    });
    if (named) std::erase(whole, "part");
    return whole;
  }

  bool event_time() {
    const auto& one = a().event_time;
    const auto& other = b().event_time;
    if (one && other) {
      const auto apart = std::max(one->from - other->to, other->from - one->to);
      if (apart <= std::chrono::seconds(0)) return pass("event time");
      // "On Friday" and "overnight" may be one night.
      return apart < kNightApart ? unknown("event time") : veto("event time");
    }
    // A background clause dates itself; the news of the day does not.
    const auto background = [](const std::optional<TimeSpan>& time, const SourcedClaim& claim) {
      return time && claim.published && *claim.published - time->to > std::chrono::days(45);
    };
    if (background(one, a_) || background(other, b_)) return veto("event time");
    return unknown("event time");
  }

  // Two articles speak of one event when they are near in time and share names.
  bool anchor() {
    if (within_) return pass("event");
    const bool far = a_.published && b_.published &&
                     std::chrono::abs(*a_.published - *b_.published) > kEventReach;
    const std::size_t shared = shared_names(a_.names, b_.names);
    const std::size_t least = std::min(a_.names.size(), b_.names.size());
    ratio_ = least == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(least);
    // Without both dates only the names can tell one event from another like it.
    const bool dated = a_.published && b_.published;
    const bool half_dated = !dated && (a_.published || b_.published);
    const bool placed = !is_country(a().where()) && names_agree(a().where(), b().where());
    const std::size_t needed = half_dated ? kManyNames : !dated ? 5 : placed ? 2 : 3;
    const double share =
        dated ? (shared < kManyNames ? 0.25 : 0.18) : (shared < kManyNames ? kNamesUndated : 0.35);
    if (far && (shared < kManyNames || ratio_ < 0.35)) return veto("publication");
    if (shared < needed || ratio_ < share) return veto("event");
    return far ? leave_open("publication") : pass("event");
  }

  bool subject() {
    if (a().subject.empty() || b().subject.empty()) {
      return needs_period(a().measure) || a().measure == "age" ? veto("subject")
                                                               : unknown("subject");
    }
    if (owners_agree(a().subject, b().subject)) return pass("subject");
    const bool owned = needs_subject(a().measure) || a().measure.starts_with("length.");
    return owned ? veto("subject") : unknown("subject");
  }

  // Without one place in common only articles about the same names throughout
  // are taken for reports of one event; a shock needs its place.
  bool place() {
    if (!place_agrees()) return false;
    if (is_bare_count(a().measure) &&
        (within_ || out_.passed.back() != "place" || (!owners_known() && ratio_ < kNamesUndated)))
      return veto("place");
    if (within_ || out_.passed.back() == "place") return true;
    const bool needs_place = a().measure == "magnitude" || a().measure.starts_with("length.");
    return needs_place || ratio_ < kNamesWithoutPlace ? veto("place") : true;
  }

  bool owners_known() const {
    return std::find(out_.passed.begin(), out_.passed.end(), "subject") != out_.passed.end();
  }

  bool place_agrees() {
    const std::string &one = a().place, &other = b().place;
    if (within_ && !one.empty() && !other.empty() && !names_agree(one, other) && !is_country(one) &&
        !is_country(other))
      return veto("place");
    if (a().where().empty() || b().where().empty()) return unknown("place");
    const bool wide = is_country(a().where()) || is_country(b().where());
    if (names_agree(a().where(), b().where())) return wide ? unknown("place") : pass("place");
    const Gazetteer& world = Gazetteer::world();
    if (world.contains(a().where(), b().where()) || world.contains(b().where(), a().where()))
      return unknown("place");
    // The place of one is what the other article is about: one may lie in the other.
    if (!within_ && mentions(b_.names, a().where()) && mentions(a_.names, b().where()))
      return unknown("place");
    return veto("place");
  }

  // An article that gives the other's value too, beside its own, tells them of
  // two facts.
  bool told_apart() {
    if (within_ || a().figure.unit != b().figure.unit) return true;
    const ValueRange one = told_range(a().figure), other = told_range(b().figure);
    if (ranges_meet(one, other)) return true;
    const auto tells = [](const Claim& claim, const ValueRange& value) {
      return std::any_of(claim.rivals.begin(), claim.rivals.end(), [&](const Rival& rival) {
        return is_narrow(rival.told) && ranges_meet(rival.told, value);
      });
    };
    return tells(a(), other) || tells(b(), one) ? veto("told apart") : true;
  }

  double score() const {
    double score = 0.6;
    for (const std::string& test : out_.passed) {
      if (test == "subject" || test == "place" || test == "event time") score += 0.1;
    }
    if (!within_) score += std::min(0.15, ratio_ * 0.3);
    if (within_) score -= 0.05;
    return std::min(score, 0.99);
  }

  const SourcedClaim& a_;
  const SourcedClaim& b_;
  bool within_;
  double ratio_ = 0;
  Sameness out_;
};

FactKey hash_key(std::string_view kind, const std::string& measure, std::string_view part) {
  std::string text(kind);
  text += '\x1f';
  text += measure;
  text += '\x1f';
  text += part;
  return XXH3_64bits(text.data(), text.size());
}

}  // namespace

bool is_matchable(const Claim& claim) {
  if (claim.measure.empty() || claim.confidence < 0.4) return false;
  // A distance from nowhere is the distance of anything.
  return std::find(claim.scope.begin(), claim.scope.end(), "from:") == claim.scope.end();
}

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b) {
  return Comparison(a, b).run();
}

std::vector<FactKey> fact_keys(const SourcedClaim& claim) {
  std::vector<FactKey> keys;
  const std::string& measure = claim.claim.measure;
  const Figure& figure = claim.claim.figure;
  const auto name_part = [](const NameKey& name) {
    return std::string_view(reinterpret_cast<const char*>(&name), sizeof name);
  };
  if (is_singular(figure)) {
    const std::string value = figure.unit + ' ' + format_value(*figure.low);
    for (std::size_t i = 0; i < claim.names.size() && keys.size() < kKeysByFigure; ++i)
      keys.push_back(hash_key("figure", value, name_part(claim.names[i])));
  }
  if (!is_matchable(claim.claim)) return keys;
  if (!claim.claim.subject.empty())
    keys.push_back(hash_key("subject", measure, last_word(claim.claim.subject)));
  if (!claim.claim.where().empty())
    keys.push_back(hash_key("place", measure, last_word(claim.claim.where())));
  // Names are sorted by hash, so the smallest ones of two articles that share
  // half their names are likely to meet: a MinHash of the event.
  for (const NameKey& name : claim.names) {
    if (keys.size() == kMaxFactKeys) break;
    keys.push_back(hash_key("name", measure, name_part(name)));
  }
  return keys;
}

int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates) {
  int best = -1;
  double best_score = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::vector<SourcedClaim>& live = candidates[i]->live;
    // The newest claims of a fact tell what it is; older ones say it again.
    const std::size_t oldest = live.size() > kClaimsThatTell ? live.size() - kClaimsThatTell : 0;
    for (std::size_t at = oldest; at < live.size(); ++at) {
      const Sameness sameness = compare_claims(live[at], claim);
      if (!sameness.same() || sameness.score <= best_score) continue;
      best = static_cast<int>(i);
      best_score = sameness.score;
    }
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
