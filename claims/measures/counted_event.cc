// counted := event noun                             "42 deaths", "42 dead"
//          | count [ list ] [ links ] verb          "42 people and a child were killed"
//          | verb count                             "killed 42 people"
//          | count adjective noun                   "1,000 displaced people"
//          | toll ( "of" | "to" | be ) count        "the toll rose to 42"
#include "claims/measures/counted_event.h"

#include <algorithm>

#include "claims/measures/count_idioms.h"
#include "claims/measures/event_before_count.h"
#include "claims/measures/event_behind_count.h"
#include "claims/measures/event_finder.h"
#include "claims/measures/toll_before_count.h"
#include "claims/text/aside.h"
#include "claims/text/predicate_phrase.h"

namespace figured::claims {
namespace {

// Asks those who know a place or an idiom, the surest first.
class CountedEventReader : private EventFinder {
 public:
  using EventFinder::EventFinder;

  CountedEvent run() {
    if (is_instance()) return out_;
    const bool found =
        told_by(lives_taken) || told_by(margin_of_votes) || of_head() || told_by(told_to_go) ||
        told_by(diagnosed_with_injury) || told_by(joined_crowd) || told_by(carried_by_subject) ||
        told_by(verb_right_behind) || told_by(done_by_agent) || of_supply() ||
        told_by(befell_those_that_include) || told_by(verb_before) || of_modifier() ||
        told_by(noun_before) || told_by(jobs_changed) || told_by(toll_before) ||
        told_by(participle_behind) || told_by(verb_behind_phrase) || of_predicate() ||
        told_by(left_to_themselves) || of_person();
    if (!found) told_by(force_or_staff);
    return out_;
  }

 private:
  // "In one case a clerk left", "in two cases of fraud": no cases of an illness.
  bool is_instance() const {
    static constexpr WordList kLed = {"result", "results", "resulted", "resulting"};
    return head() >= 0 && s_.lower_is(p_.first - 1, "in") && !s_.is_one_of(p_.first - 2, kLed) &&
           (s_.lower_is(head(), "case") || s_.lower_is(head(), "cases"));
  }

  bool told_by(CountedEvent (*read)(const SentenceView&, const CountedPhrase&)) {
    const CountedEvent found = read(s_, p_);
    if (!take(found.event, found.verb, found.rule)) return false;
    out_.listed = found.listed;
    out_.of_kind = found.of_kind;
    return true;
  }

  // "42 deaths", "42 dead", "12 wounded"
  bool of_head() {
    if (head() < 0) return false;
    // "30 protesters" may still be arrested; "42 deaths" are what they are.
    if (word(head()).has_role(kEventNounRole) && !p_.people)
      return set(head(), kEventNounRole, "counted noun is the event");
    return word(head()).has_role(kAdjective) && set(head(), kAdjective, "adjective for a noun");
  }

  // "30 protesters", "12 hostages": no verb says more of them.
  bool of_person() {
    return head() >= 0 && word(head()).has_role(kEventNounRole) &&
           set(head(), kEventNounRole, "counted noun is the event");
  }

  // "left 900,000 homes without power", "knocked out power to 900,000 homes"
  bool of_supply() {
    const PredicatePhrase found = predicate_of_supply(s_, p_.first);
    return found.noun >= 0 && take(found.event, found.noun, "what they are supplied with");
  }

  bool of_predicate() {
    const int behind = head() >= 0 ? head() + 1 : p_.last;
    const PredicatePhrase found = predicate_behind(s_, behind_aside(s_, behind, p_.first));
    return found.noun >= 0 && take(found.event, found.noun, "phrase behind the count");
  }

  // "1,000 displaced people", "7,000 armed people", "6,000 strong forces"
  bool of_modifier() {
    return std::any_of(p_.noun.modifiers.begin(), p_.noun.modifiers.end(), [this](int i) {
      return word(i).has_role(kAdjective) && set(i, kAdjective, "adjective of the noun");
    });
  }
};

}  // namespace

CountedEvent read_counted_event(const SentenceView& sentence, const CountedPhrase& phrase) {
  return CountedEventReader(sentence, phrase).run();
}

}  // namespace figured::claims
