// counted := event noun                             "42 deaths", "42 dead"
//          | count [ list ] [ links ] verb          "42 people and a child were killed"
//          | verb count                             "killed 42 people"
//          | count adjective noun                   "1,000 displaced people"
//          | toll ( "of" | "to" | be ) count        "the toll rose to 42"
#include "claims/counted_event.h"

#include <algorithm>

#include "claims/count_list.h"
#include "claims/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kLeftReach = 8;
constexpr int kRightReach = 10;

class EventFinder {
 public:
  EventFinder(const SentenceView& s, const CountedPhrase& phrase) : s_(s), p_(phrase) {}

  CountedEvent run() {
    const bool found = of_lives() || of_head() || right_after() || by_agent() || left_verb() ||
                       of_modifier() || of_nominal() || of_toll() || far_right() || of_person();
    if (!found) strength_by_cues();
    return out_;
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event(std::int16_t index) const { return Lexicon::english().event(index); }
  int head() const { return p_.noun.head; }

  bool take(std::int16_t event, int at, std::string_view rule) {
    if (event == kNoIndex) return false;
    static const std::int16_t killed = Lexicon::english().find("killed").event;
    // "burned to death", "beaten to death"
    if (at >= 0 && s_.lower_is(at + 1, "to") && s_.lower_is(at + 2, "death")) event = killed;
    out_.event = event;
    out_.verb = at;
    out_.rule = rule;
    return true;
  }

  // The event of the word at `at`, with its particle or its first noun before the
  // plain one.
  std::int16_t event_at(int at, std::uint8_t roles) const {
    constexpr std::uint8_t kVerbs = kObjectVerb | kSubjectVerb;
    if ((roles & kVerbs) != 0 && word(at).compound) {
      for (const int particle : {at + 1, p_.last, head() + 1}) {
        if (particle <= at || !s_.is_word(particle)) continue;
        const Compound compound = Lexicon::english().find_compound(
            lower_case(s_.at(at).text), lower_case(s_.at(particle).text));
        if ((compound.roles & roles & kVerbs) != 0 &&
            event(compound.event).what != EventWhat::kAmount)
          return compound.event;
      }
    }
    if ((roles & (kEventNounRole | kToll)) != 0 && word(at - 1).compound) {
      const Compound compound = Lexicon::english().find_compound(lower_case(s_.at(at - 1).text),
                                                                 lower_case(s_.at(at).text));
      if ((compound.roles & roles) != 0 && event(compound.event).what != EventWhat::kAmount)
        return compound.event;
    }
    return word(at).event_as(roles);
  }

  bool set(int at, std::uint8_t roles, std::string_view rule) {
    return take(event_at(at, roles), at, rule);
  }

  // "claimed 42 lives", "the loss of 42 lives", "42 lives were lost"
  bool of_lives() {
    // "claimed the lives of 42 miners"
    const bool lives_of = s_.lower_is(p_.first - 1, "of") && s_.lower_is(p_.first - 2, "lives");
    if (lives_of) return taken_before(p_.first - 2) || lost_behind(p_.last);
    if (head() < 0 || !(s_.lower_is(head(), "lives") || s_.lower_is(head(), "life"))) return false;
    return taken_before(p_.first) || lost_behind(head() + 1);
  }

  bool taken_before(int first) {
    static const std::int16_t killed = Lexicon::english().find("killed").event;
    static constexpr WordList kTaken = {"claimed", "claiming", "claims", "claim", "took",
                                        "taken",   "taking",   "takes",  "take",  "cost",
                                        "costing", "lost",     "losing", "loss",  "lose"};
    const auto is_taken = [this](int i) { return s_.is_one_of(i, kTaken); };
    for (int i = first - 1; i > first - 5 && s_.is_word(i); --i) {
      if (is_taken(i)) return take(killed, i, "lives taken");
    }
    return false;
  }

  bool lost_behind(int last) {
    static const std::int16_t killed = Lexicon::english().find("killed").event;
    for (int i = last; i < last + 4 && s_.is_word(i); ++i) {
      if (s_.lower_is(i, "lost")) return take(killed, i, "lives lost");
    }
    return false;
  }

  // "the death of 42 miners", "the arrest of 12 men"
  bool of_nominal() {
    if (of_the_dead()) return true;
    if (!s_.lower_is(p_.first - 1, "of") || !word(p_.first - 2).has_role(kEventNounRole))
      return false;
    const std::int16_t event = event_at(p_.first - 2, kEventNounRole);
    return this->event(event).what == EventWhat::kPeople &&
           take(event, p_.first - 2, "noun of an event before of");
  }

  // "the dead include 12 children", "among the injured were 12 children"
  bool of_the_dead() {
    const int verb = p_.first - 1;
    return s_.is(verb, kPart | kBe) && word(verb - 1).has_role(kAdjective) &&
           s_.is(verb - 2, kDeterminer) && set(verb - 1, kAdjective, "adjective for the whole");
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

  bool is_link(int i) const {
    return s_.is_word(i) &&
           (s_.is(i, kBe | kHave | kAdverb | kFear | kModal | kWill | kEstimate | kLikely) ||
            s_.lower_is(i, "who") || s_.lower_is(i, "that") || s_.lower_is(i, "which") ||
            s_.lower_is(i, "confirmed") || s_.lower_is(i, "remained") || s_.lower_is(i, "remain") ||
            s_.lower_is(i, "reported") || s_.lower_is(i, "left") || s_.lower_is(i, "found") ||
            s_.lower_is(i, "to") || s_.lower_is(i, "pronounced") || s_.lower_is(i, "declared") ||
            s_.lower_is(i, "listed"));
  }

  // The event that verb `at` says of the phrase before it; `linked`: a form of
  // "be" stands between.
  bool says_event(int at, bool linked) const {
    const Word& verb = word(at);
    if (!s_.is_word(at)) return false;
    const Word* known = verb.event == kNoIndex && !verb.compound ? nullptr : &verb;
    if (known == nullptr) return false;
    if (verb.has_role(kSubjectVerb)) return verb.verb_forms != 0;
    if (verb.has_role(kAdjective)) return true;
    const bool object_verb = verb.has_role(kObjectVerb) || verb.compound;
    if (!object_verb || (verb.verb_forms & kPastForm) == 0) return false;
    return linked || !takes_object(at);
  }

  // "12 soldiers killed three": what stands before the verb acts, it is not acted on.
  bool takes_object(int verb) const {
    const int next = verb + 1;
    if (s_.is_kind(next, TokenKind::kNumber) || s_.is_kind(next, TokenKind::kCurrency)) return true;
    if (!s_.is_word(next)) return false;
    if (word(verb).compound && s_.is(next, kPostNoun | kPreposition)) return false;
    return !s_.is(next, kPreposition | kConjunction | kClauseBreak | kDayWord | kAdverb | kWeekday |
                            kBe | kPart | kPostNoun);
  }

  bool right_after() {
    int i = head() >= 0 ? head() + 1 : p_.last;
    if (head() < 0 && s_.lower_is(i, "of")) {
      // "injured 40, two of whom died"
      const bool of_them =
          s_.lower_is(i + 1, "whom") || s_.lower_is(i + 1, "them") || s_.lower_is(i + 1, "which");
      return of_them && event_behind(i + 2);
    }
    // "132 children, 10 staff and three soldiers were killed"
    const int behind_list = head() >= 0 ? after_list(s_, i) : i;
    if (event_behind(i)) {
      out_.listed = has_member_before();
      return true;
    }
    if (behind_list == i || !event_behind(behind_list)) return false;
    out_.listed = true;
    return true;
  }

  // "a man, his wife and | two children were killed"
  bool has_member_before() const {
    int i = p_.first - 1;
    if (!s_.lower_is(i, "and")) return false;
    if (s_.at(--i).text == ",") --i;
    if (!may_be_noun(s_, i)) return false;
    const int first = phrase_first(s_, i);
    return s_.is(first - 1, kDeterminer | kPossessive) || begins_count(s_, first - 1);
  }

  bool event_behind(int i) {
    bool linked = false;
    for (int steps = 0; steps < 6 && is_link(i); ++steps, ++i)
      linked = linked || s_.is(i, kBe) || s_.lower_is(i, "remained") || s_.lower_is(i, "remain") ||
               s_.lower_is(i, "left") || s_.lower_is(i, "found");
    // "10 children were among the dead"
    if (linked && s_.lower_is(i, "among") && s_.is(i + 1, kDeterminer) &&
        word(i + 2).has_role(kAdjective))
      return set(i + 2, kAdjective, "among the");
    if (s_.lower_is(i, "on") && s_.lower_is(i + 1, "board")) {
      static const std::int16_t aboard = Lexicon::english().find("aboard").event;
      return take(aboard, -1, "on board");
    }
    // "were beaten to death", "stoned 5 men to death"
    for (const int to : {i, i + 1}) {
      static const std::int16_t killed = Lexicon::english().find("killed").event;
      if (s_.lower_is(to, "to") && s_.lower_is(to + 1, "death")) return take(killed, i, "to death");
    }
    if (!says_event(i, linked)) return false;
    // "were injured or killed" counts either.
    return set(i, kObjectVerb | kSubjectVerb | kAdjective, "verb behind the count");
  }

  bool stops_left(int i) const {
    if (!s_.has(i)) return true;
    if (s_.is_kind(i, TokenKind::kSign)) return s_.at(i).text != "%" && s_.at(i).text != ",";
    return s_.is(i, kClauseBreak) && !s_.lower_is(i, "as") && !s_.lower_is(i, "since");
  }

  // "attended by 200,000 people": who does it stands behind "by".
  bool by_agent() {
    if (!s_.lower_is(p_.first - 1, "by")) return false;
    const int verb = p_.first - 2;
    return (word(verb).verb_forms & kPastForm) != 0 && word(verb).has_role(kSubjectVerb) &&
           !word(verb).has_role(kObjectVerb) && set(verb, kSubjectVerb, "agent of a passive");
  }

  // "killed 42 people", "injuring more than 200", "killed a woman and two men"
  bool left_verb() {
    for (int i = p_.first - 1; i >= p_.first - kLeftReach && !stops_left(i); --i) {
      const Word& verb = word(i);
      if (s_.at(i).text == "," && i < p_.first - 2) return false;
      if (!s_.is_word(i)) continue;
      if (i == p_.first - 1 && verb.has_role(kAdjective) && verb.verb_forms == 0) continue;
      if ((verb.event == kNoIndex && !verb.compound) || verb.verb_forms == 0) {
        if (s_.is(i, kSay)) return false;
        continue;
      }
      if (is_noun_here(i)) continue;
      const std::int16_t named = event_at(i, kObjectVerb);
      if (named == kNoIndex) return false;
      // A passive has no object: "were killed in 12 attacks".
      if ((verb.verb_forms & kPastForm) != 0 &&
          (s_.is(i - 1, kBe) || (s_.is(i - 1, kAdverb) && s_.is(i - 2, kBe))))
        return false;
      const int object = event_at(i, kObjectVerb) != word(i).event ? i + 2 : i + 1;
      if (has_preposition_between(object, p_.first)) return false;
      out_.listed = has_member_between(object);
      return take(named, i, "verb before the count");
    }
    return false;
  }

  // "the report of 12 pages": a word that is a noun as well, behind a determiner.
  bool is_noun_here(int i) const {
    const Word& word = *s_.at(i).word;
    if ((word.verb_forms & (kPastForm | kIngForm)) != 0 && (word.verb_forms & kBaseForm) == 0)
      return false;
    return s_.is(i - 1, kDeterminer | kPossessive | kPreposition) && !s_.lower_is(i - 1, "to");
  }

  // "killed a woman and two men": another member stands between.
  bool has_member_between(int from) const {
    for (int i = from; i < p_.first; ++i) {
      if ((s_.is(i, kConjunction) || s_.at(i).text == ",") && i > from && may_be_noun(s_, i - 1))
        return true;
    }
    return false;
  }

  bool has_preposition_between(int from, int first) const {
    for (int i = from; i < first; ++i) {
      if (s_.is(i, kPreposition) && !s_.lower_is(i, "about") && !s_.lower_is(i, "around") &&
          !s_.lower_is(i, "over") && !s_.lower_is(i, "up") && !s_.lower_is(i, "of")) {
        return true;
      }
    }
    return false;
  }

  // "1,000 displaced people", "7,000 armed people", "6,000 strong forces"
  bool of_modifier() {
    return std::any_of(p_.noun.modifiers.begin(), p_.noun.modifiers.end(), [this](int i) {
      return word(i).has_role(kAdjective) && set(i, kAdjective, "adjective of the noun");
    });
  }

  // "the death toll rose to 42", "a force of 9,000", "a 6,000-strong army"
  bool of_toll() {
    if (head() >= 0 && word(head()).has_role(kToll))
      return set(head(), kToll, "toll of the figure");
    bool joined = false;
    for (int i = p_.first - 1; i >= p_.first - 9 && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kSign)) return false;
      if (s_.lower_is(i, "of") || s_.lower_is(i, "to") || s_.lower_is(i, "at") ||
          s_.is(i, kBe | kRise | kFall | kAttain))
        joined = true;
      if (!joined && word(i).has_role(kObjectVerb | kSubjectVerb)) return false;
      if (joined && (s_.lower_is(i, "number") || s_.lower_is(i, "tally"))) return of_number(i);
      if (!word(i).has_role(kToll)) continue;
      if (!joined && !s_.lower_is(i, "toll")) return false;
      return set(i, kToll, "toll before the figure");
    }
    return false;
  }

  // "the number of dead rose to 42", "the number of people killed stood at 42"
  bool of_number(int number) {
    if (!s_.lower_is(number + 1, "of")) return false;
    for (int i = after_determiners(s_, number + 2); i < number + 7 && i < p_.first; ++i) {
      if (!s_.is_word(i) || s_.is(i, kPreposition | kBe)) return false;
      if (word(i).has_role(kAdjective | kEventNounRole) ||
          (word(i).has_role(kObjectVerb) && (word(i).verb_forms & kPastForm) != 0))
        return set(i, kAdjective | kEventNounRole | kObjectVerb, "number of");
    }
    return false;
  }

  // "42 people in the capital were killed": one phrase lies between.
  bool far_right() {
    if (head() < 0) return false;
    bool be = false;
    for (int i = head() + 1; i < head() + kRightReach && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is_kind(i, TokenKind::kNumber)) return false;
      if (s_.is(i, kConjunction | kSay) ||
          (s_.is(i, kClauseBreak) && !s_.lower_is(i, "who") && !s_.lower_is(i, "that")))
        return false;
      if (s_.is(i, kBe | kHave)) {
        be = be || s_.is(i, kBe);
        continue;
      }
      const Word& verb = word(i);
      if (verb.event == kNoIndex || verb.verb_forms == 0 || is_noun_here(i)) continue;
      if ((be && verb.has_role(kObjectVerb) && (verb.verb_forms & kPastForm)) ||
          verb.has_role(kSubjectVerb))
        return set(i, kObjectVerb | kSubjectVerb, "verb behind the phrase");
      return false;
    }
    return false;
  }

  // "they have 7,000 soldiers", "20,000 soldiers ready to fight"
  void strength_by_cues() {
    if (head() < 0 || word(head()).noun == kNoIndex ||
        Lexicon::english().noun(word(head()).noun).kind != "armed")
      return;
    bool cue = false;
    for (int i = p_.first - 1; i >= p_.first - 3; --i)
      cue = cue || s_.is(i, kHave) || s_.lower_is(i, "with");
    for (int i = head() + 1; i <= head() + 2; ++i) {
      cue = cue || s_.lower_is(i, "ready") || s_.lower_is(i, "loyal") ||
            s_.lower_is(i, "stationed") || s_.lower_is(i, "strong");
    }
    if (!cue) return;
    static const std::int16_t strength = Lexicon::english().find("armed").event;
    take(strength, -1, "soldiers somebody has");
  }

  const SentenceView& s_;
  const CountedPhrase& p_;
  CountedEvent out_;
};

}  // namespace

CountedEvent read_counted_event(const SentenceView& sentence, const CountedPhrase& phrase) {
  return EventFinder(sentence, phrase).run();
}

}  // namespace figured::claims
