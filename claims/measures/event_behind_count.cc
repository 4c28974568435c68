// behind := count [ list ] [ aside ] links verb       "42 people and a child were killed"
//         | count participle                          "42 people working there"
//         | count phrase verb                         "42 people in the capital died"
#include "claims/measures/event_behind_count.h"

#include "claims/measures/count_list.h"
#include "claims/measures/event_finder.h"
#include "claims/text/aside.h"
#include "claims/text/noun_phrase.h"
#include "claims/text/verb_subject.h"

namespace figured::claims {
namespace {

constexpr int kVerbReach = 10;  // tokens from the counted noun to a verb behind a phrase

class FinderBehind : private EventFinder {
 public:
  using EventFinder::EventFinder;

  CountedEvent near() { return right_after() ? out_ : CountedEvent(); }
  CountedEvent participle() { return of_participle() ? out_ : CountedEvent(); }
  CountedEvent far() { return far_right() ? out_ : CountedEvent(); }

 private:
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
    // "12,000 sign up", which is not to sign
    if (verb.compound && verb.can_be(kVerbBase) && s_.is_word(at + 1) &&
        (!verb.can_be(kNounForms) || !s_.is(at + 1, kPreposition)) &&
        (Lexicon::english()
             .find_compound(lower_case(s_.at(at).text), lower_case(s_.at(at + 1).text))
             .roles &
         kSubjectVerb) != 0)
      return true;
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

  // "70 clerks working at the mill": rather what governs them.
  bool is_participle(int i) const {
    return word(i).verb_forms == kIngForm && word(i).has_role(kSubjectVerb);
  }

  bool of_participle() {
    const int i = head() + 1;
    return head() >= 0 && is_participle(i) && set(i, kSubjectVerb, "participle behind the count");
  }

  bool right_after() {
    int i = head() >= 0 ? head() + 1 : p_.last;
    if (const int behind = behind_inclusion(s_, i); behind != i && event_behind(behind))
      return true;
    if (head() >= 0 && is_participle(i)) return false;
    if (head() < 0 && s_.lower_is(i, "of")) {
      // "injured 40, two of whom died"
      const bool of_them = s_.lower_is(i + 1, "whom") || s_.lower_is(i + 1, "them") ||
                           s_.lower_is(i + 1, "which") || s_.lower_is(i + 1, "those") ||
                           s_.lower_is(i + 1, "these");
      return of_them && event_behind(i + 2);
    }
    // "132 children, 10 staff and three soldiers were killed"
    const int behind_list = head() >= 0 ? after_list(s_, i) : i;
    if (event_behind(i)) {
      out_.listed = has_member_before();
      return true;
    }
    if (behind_list != i && event_behind(behind_list)) {
      out_.listed = true;
      return true;
    }
    for (const int aside : {behind_list, i}) {
      const int behind = behind_aside(s_, aside, p_.first);
      if (behind != aside && event_behind(behind)) return true;
    }
    return false;
  }

  // "a man, his wife and | two children were killed"
  bool has_member_before() const {
    int i = p_.first - 1;
    if (!s_.lower_is(i, "and")) return false;
    if (s_.at(--i).text == ",") --i;
    // "left one dead and | 30 people hurt": each has its own.
    if (!may_be_noun(s_, i) || word(i).has_role(kAdjective)) return false;
    const int first = phrase_first(s_, i);
    return s_.is(first - 1, kDeterminer | kPossessive) || begins_count(s_, first - 1);
  }

  // "suffered minor injuries"
  bool suffers(int i) {
    static constexpr WordList kVerbs = {"suffer",  "suffered",  "suffering",
                                        "sustain", "sustained", "sustaining"};
    if (!s_.is_one_of(i, kVerbs)) return false;
    for (int noun = i + 1; noun < i + 4 && s_.is_word(noun) && !s_.is(noun, kPreposition); ++noun) {
      const std::int16_t harm = word(noun).event_as(kEventNounRole);
      if (harm != kNoIndex && event(harm).what == EventWhat::kPeople)
        return take(harm, noun, "what they suffered");
    }
    return false;
  }

  // "a court with eight justices failed": what has them did.
  bool is_of_owner(int verb) const {
    int with = p_.first - 1;
    while (s_.is(with, kAdverb | kDeterminer) || s_.lower_is(with, "only")) --with;
    return s_.lower_is(with, "with") && may_be_noun(s_, with - 1) && word(verb).can_be(kVerbPast) &&
           word(verb).has_role(kSubjectVerb) && !word(verb).has_role(kObjectVerb | kAdjective);
  }

  // "A man who hurt two women was jailed."
  bool is_of_other(int verb) const {
    const bool plural = head() >= 0 && is_plural_noun(s_.at(head()));
    return is_of_owner(verb) || has_other_subject(s_, {p_.first, plural}, verb);
  }

  // "a five-state tour moved": the tour did; "a 12-member team" is its members.
  bool describes_noun() const {
    return head() >= 0 && s_.binds(p_.last) && head() == p_.last + 1 &&
           may_be_noun(s_, head() + 1) && word(head() + 1).topic != Topic::kGroup;
  }

  bool event_behind(int i) {
    if (is_of_other(i) || describes_noun()) return false;
    bool linked = false;
    int found = -1;  // "were found dead", "were found in the boats"
    for (int steps = 0; steps < 6 && is_link(i); ++steps, ++i) {
      if (linked && s_.lower_is(i, "found")) found = i;
      linked = linked || s_.is(i, kBe) || s_.lower_is(i, "remained") || s_.lower_is(i, "remain") ||
               s_.lower_is(i, "left") || s_.lower_is(i, "found");
    }
    // "10 children were among the dead"
    if (linked && s_.lower_is(i, "among") && s_.is(i + 1, kDeterminer) &&
        word(i + 2).has_role(kAdjective))
      return set(i + 2, kAdjective, "among the");
    // "on board with the plan" is for it.
    if (s_.lower_is(i, "on") && s_.lower_is(i + 1, "board") && !s_.lower_is(i + 2, "with")) {
      static const std::int16_t aboard = Lexicon::english().find("aboard").event;
      return take(aboard, -1, "on board");
    }
    if (suffers(i)) return true;
    // "were beaten to death", "stoned 5 men to death"
    for (const int to : {i, i + 1}) {
      static const std::int16_t killed = Lexicon::english().find("killed").event;
      if (s_.lower_is(to, "to") && s_.lower_is(to + 1, "death")) return take(killed, i, "to death");
    }
    if (!says_event(i, linked))
      return found >= 0 && set(found, kObjectVerb, "verb behind the count");
    // "were carried to higher ground", "were transported to hospitals"
    static const std::int16_t aboard = Lexicon::english().find("carry").event;
    if (word(i).event == aboard && word(i).has_role(kObjectVerb)) return false;
    // "12 rifles were recovered", "12 patients recovered"
    const bool acted_on = linked && (word(i).verb_forms & kPastForm) != 0 &&
                          word(i).has_role(kObjectVerb) && word(i).has_role(kSubjectVerb);
    // "were injured or killed" counts either.
    return set(i, acted_on ? kObjectVerb : kObjectVerb | kSubjectVerb | kAdjective,
               "verb behind the count");
  }

  // "two towns in the north that were hit", not "in states that the party won".
  bool is_own_that(int i) const {
    return s_.lower_is(i, "that") && (i == head() + 1 || s_.is(i + 1, kBe | kHave));
  }

  bool far_right() {
    if (head() < 0 || describes_noun()) return false;
    bool be = false;
    for (int i = head() + 1; i < head() + kVerbReach && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is_kind(i, TokenKind::kNumber)) return false;
      // "30 people - six of them nurses - died"
      if (is_dash(s_, i) && !s_.lower_is(i + 1, "who")) {
        const int behind = behind_aside(s_, i, p_.first);
        if (behind == i) return false;
        i = behind - 1;
        continue;
      }
      const bool own = s_.lower_is(i, "who") || is_own_that(i);
      if (s_.is(i, kConjunction) || (s_.is(i, kSay) && !is_noun_here(i)) ||
          (s_.is(i, kClauseBreak) && !own))
        return false;
      if (s_.is(i, kBe | kHave)) {
        if (is_of_other(i)) return false;
        be = be || s_.is(i, kBe);
        continue;
      }
      const Word& verb = word(i);
      // "were separated from parents who were charged": something else befell them.
      if (be && verb.event == kNoIndex && !is_link(i) && !s_.is(i, kAdverb) &&
          verb.can_be(kVerbParticiple) && verb.dominant == PartOfSpeech::kVerb)
        return false;
      if (verb.event == kNoIndex || verb.verb_forms == 0 || is_noun_here(i)) continue;
      if (is_of_other(i)) return false;
      if ((be && verb.has_role(kObjectVerb) && (verb.verb_forms & kPastForm)) ||
          verb.has_role(kSubjectVerb))
        return set(i, kObjectVerb | kSubjectVerb, "verb behind the phrase");
      return false;
    }
    return false;
  }
};

}  // namespace

CountedEvent verb_right_behind(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBehind(sentence, phrase).near();
}

CountedEvent participle_behind(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBehind(sentence, phrase).participle();
}

CountedEvent verb_behind_phrase(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBehind(sentence, phrase).far();
}

}  // namespace figured::claims
