#include "claims/matcher.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "claims/lexicon.h"
#include "claims/names.h"
#include "claims/scope_reader.h"
#include "claims/tokens.h"

namespace figured::claims {
namespace {

constexpr std::size_t kClaimsThatTell = 12;
constexpr double kNamesWithoutPlace = 0.4;           // of the shorter article's names
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

bool is_legal_form(std::string_view word) {
  static constexpr std::string_view kForms[] = {
      "inc", "corp", "co",  "cos", "ltd", "plc", "llc",      "group", "company", "corporation",
      "n.v", "nv",   "s.a", "sa",  "ag",  "ab",  "holdings", "gmbh",  "lp",      "the"};
  return std::find(std::begin(kForms), std::end(kForms), word) != std::end(kForms);
}

// The word a name is known by: the last but for "Inc" and its like.
std::string last_word(std::string_view name) {
  while (true) {
    const std::size_t blank = name.rfind(' ');
    std::string word = lower_case(blank == std::string_view::npos ? name : name.substr(blank + 1));
    if (blank == std::string_view::npos || !is_legal_form(word)) return word;
    name = name.substr(0, blank);
  }
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::size_t blank = std::min(name.find(' '), name.size());
    std::string word = lower_case(name.substr(0, blank));
    if (!word.empty() && !is_legal_form(word)) words.push_back(std::move(word));
    name.remove_prefix(std::min(blank + 1, name.size()));
  }
  return words;
}

// Every word of the shorter name stands in the longer: "Massoud" and "Ahmad
// Massoud", not "General Motors" and "American Motors".
bool owners_agree(const std::string& a, const std::string& b) {
  std::vector<std::string> shorter = words_of(a), longer = words_of(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return !shorter.empty() && std::all_of(shorter.begin(), shorter.end(), [&](const auto& word) {
    return std::find(longer.begin(), longer.end(), word) != longer.end();
  });
}

// A name within a name: "Massoud" and "Ahmad Massoud".
bool names_agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (last_word(a) == last_word(b)) return true;
  const std::string lower_a = lower_case(a), lower_b = lower_case(b);
  return lower_a.find(lower_b) != std::string::npos || lower_b.find(lower_a) != std::string::npos;
}

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

bool mentions(const std::vector<NameKey>& names, const std::string& place) {
  const std::string word = last_word(place);
  return std::binary_search(names.begin(), names.end(), name_key(std::string_view(word)));
}

bool is_country(const std::string& place) {
  return Lexicon::english().find(lower_case(place)).place != kNoIndex;
}

class Comparison {
 public:
  Comparison(const SourcedClaim& a, const SourcedClaim& b)
      : a_(a),
        b_(b),
        within_(a.article_id != 0 ? a.article_id == b.article_id : a.article == b.article) {}

  Sameness run() {
    if (!measure() || !unit() || !modality() || !scope() || !period() || !event_time() ||
        !anchor() || !subject() || !place()) {
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

  bool measure() {
    if (!is_matchable(a()) || !is_matchable(b()) || a().measure != b().measure)
      return veto("measure");
    return pass("measure");
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
    const bool owned = needs_subject(a().measure) && a().measure != "age";
    if ((owned || changes(a()) || changes(b())) &&
        (!a().event_time || a().event_time != b().event_time))
      return veto("period");
    const bool two_speak =
        !a().speaker.empty() && !b().speaker.empty() && a().speaker != b().speaker;
    return within_ && owned && !two_speak ? veto("period") : true;
  }

  bool modality() {
    if (a().negated != b().negated) return veto("polarity");
    const auto settled = [](Modality m) {
      return m == Modality::kAsserted || m == Modality::kEstimate;
    };
    if (settled(a().modality) != settled(b().modality)) return veto("modality");
    return settled(a().modality) || a().modality == b().modality ? pass("modality")
                                                                 : veto("modality");
  }

  bool scope() { return same_restrictions(a().scope, b().scope) ? pass("scope") : veto("scope"); }

  bool event_time() {
    const auto& one = a().event_time;
    const auto& other = b().event_time;
    if (one && other) {
      const bool meet = one->from <= other->to && other->from <= one->to;
      return meet ? pass("event time") : veto("event time");
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
    if (a_.published && b_.published) {
      const auto apart = std::chrono::abs(*a_.published - *b_.published);
      if (apart > kEventReach) return veto("publication");
    }
    const std::size_t shared = shared_names(a_.names, b_.names);
    const std::size_t least = std::min(a_.names.size(), b_.names.size());
    ratio_ = least == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(least);
    // Without both dates only the names can tell one event from another like it.
    const bool dated = a_.published && b_.published;
    const bool placed = !is_country(a().where()) && names_agree(a().where(), b().where());
    const std::size_t needed = !dated ? 5 : placed ? 2 : 3;
    if (shared < needed || ratio_ < (dated ? 0.25 : 0.3)) return veto("event");
    return pass("event");
  }

  bool subject() {
    if (a().subject.empty() || b().subject.empty()) {
      return needs_subject(a().measure) ? veto("subject") : unknown("subject");
    }
    if (owners_agree(a().subject, b().subject)) return pass("subject");
    return needs_subject(a().measure) ? veto("subject") : unknown("subject");
  }

  // Without one place in common only articles about the same names throughout
  // are taken for reports of one event; a shock needs its place.
  bool place() {
    if (!place_agrees()) return false;
    if (is_bare_count(a().measure) && (within_ || out_.passed.back() != "place"))
      return veto("place");
    if (within_ || out_.passed.back() == "place") return true;
    const bool needs_place = a().measure == "magnitude" || a().measure.starts_with("length.");
    return needs_place || ratio_ < kNamesWithoutPlace ? veto("place") : true;
  }

  bool place_agrees() {
    if (a().where().empty() || b().where().empty()) return unknown("place");
    const bool wide = is_country(a().where()) || is_country(b().where());
    if (names_agree(a().where(), b().where())) return wide ? unknown("place") : pass("place");
    // The place of one is what the other article is about: one may lie in the other.
    if (!within_ && mentions(b_.names, a().where()) && mentions(a_.names, b().where()))
      return unknown("place");
    return veto("place");
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
  if (!is_matchable(claim.claim)) return keys;
  const std::string& measure = claim.claim.measure;
  if (!claim.claim.subject.empty())
    keys.push_back(hash_key("subject", measure, last_word(claim.claim.subject)));
  if (!claim.claim.where().empty())
    keys.push_back(hash_key("place", measure, last_word(claim.claim.where())));
  // Names are sorted by hash, so the smallest ones of two articles that share
  // half their names are likely to meet: a MinHash of the event.
  for (const NameKey name : claim.names) {
    if (keys.size() == kMaxFactKeys) break;
    keys.push_back(hash_key("name", measure,
                            std::string_view(reinterpret_cast<const char*>(&name), sizeof name)));
  }
  return keys;
}

int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates) {
  int best = -1;
  double best_score = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::vector<SourcedClaim>& live = candidates[i]->live;
    if (live.empty() || live.back().claim.measure != claim.claim.measure) continue;
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
