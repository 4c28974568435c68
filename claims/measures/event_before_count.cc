// before := verb count              "killed 42 people"
//         | verb "by" count         "attended by 42 people"
//         | noun "of" count         "the death of 42 people"
//         | those include count     "the dead include 42 children"
#include "claims/measures/event_before_count.h"

#include "claims/measures/event_finder.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kVerbReach = 8;     // tokens from the count back to its verb
constexpr int kIncludeReach = 8;  // tokens from "included" back to what befell the whole

class FinderBefore : private EventFinder {
 public:
  using EventFinder::EventFinder;

  CountedEvent carrier() { return of_carrier() ? out_ : CountedEvent(); }
  CountedEvent agent() { return by_agent() ? out_ : CountedEvent(); }
  CountedEvent included() { return of_those_included() ? out_ : CountedEvent(); }
  CountedEvent verb() { return left_verb() ? out_ : CountedEvent(); }
  CountedEvent noun() { return of_nominal() ? out_ : CountedEvent(); }

 private:
  // "the death of 42 miners", "the arrest of 12 men"
  bool of_nominal() {
    if (of_the_dead()) return true;
    const int of = s_.is(p_.first - 1, kDeterminer) ? p_.first - 2 : p_.first - 1;
    const int noun = of - 1;
    if (s_.lower_is(of, "of") && of_gerund(noun)) return true;
    if (!s_.lower_is(of, "of") || !word(noun).has_role(kEventNounRole | kActNoun)) return false;
    const std::int16_t event = event_at(noun, kEventNounRole | kActNoun);
    static const std::int16_t lost = Lexicon::english().find("lost").event;
    return (this->event(event).what == EventWhat::kPeople || word(noun).has_role(kActNoun) ||
            event == lost) &&
           take(event, noun, "noun of an event before of");
  }

  // "the laying off of 12 aides", "the jailing of 12 editors"
  bool of_gerund(int last) {
    const bool particle = word(last - 1).compound && word(last - 1).verb_forms == kIngForm;
    const int verb = particle ? last - 1 : last;
    if (!s_.is(verb - 1, kDeterminer) || word(verb).verb_forms != kIngForm) return false;
    if (!particle)
      return word(verb).has_role(kObjectVerb) && set(verb, kObjectVerb, "act before of");
    const Compound compound = Lexicon::english().find_compound(lower_case(s_.at(verb).text),
                                                               lower_case(s_.at(last).text));
    return (compound.roles & kObjectVerb) != 0 && take(compound.event, verb, "act before of");
  }

  // "those arrested included 12 sailors", "the confiscated arms included seven rifles"
  bool of_those_included() {
    static constexpr WordList kIncluding = {"include", "includes", "included"};
    static const std::int16_t aboard = Lexicon::english().find("aboard").event;
    int verb = p_.first - 1;
    const bool described = s_.lower_is(verb, "including") && s_.lower_is(verb - 1, "as");
    if (!described && !s_.is_one_of(verb, kIncluding)) return false;
    if (described) --verb;  // "described those on board as including 12 sailors"
    if (s_.lower_is(verb - 1, "board") && s_.lower_is(verb - 2, "on")) {
      out_.of_kind = true;
      return take(aboard, -1, "on board");
    }
    for (int i = verb - 1; i > verb - kIncludeReach && s_.is_word(i); --i) {
      if (s_.is(i, kBe | kHave | kSay | kClauseBreak)) return false;
      const bool whole = s_.is(i - 1, kDeterminer) || s_.lower_is(i - 1, "those");
      // "the cache of arms included"
      if (whole && s_.lower_is(i + 1, "of") && word(i).has_role(kToll) &&
          set(i, kToll, "a toll that includes them")) {
        out_.of_kind = true;
        return true;
      }
      const bool passive = word(i).has_role(kObjectVerb) && (word(i).verb_forms & kPastForm) != 0;
      if (whole && passive && set(i, kObjectVerb, "what befell those that include them")) {
        out_.of_kind = true;
        return true;
      }
    }
    return false;
  }

  // "the dead include 12 children", "among the injured were 12 children"
  bool of_the_dead() {
    const int verb = p_.first - 1;
    return s_.is(verb, kPart | kBe) && word(verb - 1).has_role(kAdjective) &&
           s_.is(verb - 2, kDeterminer) && set(verb - 1, kAdjective, "adjective for the whole");
  }

  // "the ferry carrying 70 people vanished": the ferry did.
  bool of_carrier() {
    if (head() < 0) return false;
    const int verb = s_.is(p_.first - 1, kAdverb) ? p_.first - 2 : p_.first - 1;
    const Word& behind = word(head() + 1);
    return s_.is_word(verb) && word(verb).verb_forms == kIngForm &&
           word(verb).has_role(kObjectVerb) && behind.has_role(kSubjectVerb) &&
           (behind.verb_forms & kPastForm) != 0 && set(verb, kObjectVerb, "verb before the count");
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
    // "the injuries suffered by 12 sailors"
    if ((s_.lower_is(verb, "suffered") || s_.lower_is(verb, "sustained")) &&
        word(verb - 1).has_role(kEventNounRole))
      return set(verb - 1, kEventNounRole, "suffered by");
    return (word(verb).verb_forms & kPastForm) != 0 && word(verb).has_role(kSubjectVerb) &&
           !word(verb).has_role(kObjectVerb) && set(verb, kSubjectVerb, "agent of a passive");
  }

  // "killed 42 people", "injuring more than 200", "killed a woman and two men"
  bool left_verb() {
    for (int i = p_.first - 1; i >= p_.first - kVerbReach && !stops_left(i); --i) {
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

  // "killed a woman and two men": another member stands between.
  bool has_member_between(int from) const {
    for (int i = from; i < p_.first; ++i) {
      if ((s_.is(i, kConjunction) || s_.at(i).text == ",") && i > from && may_be_noun(s_, i - 1))
        return true;
    }
    return false;
  }

  // "released films of six men" released no men; "killed a total of 42" did kill.
  bool has_preposition_between(int from, int first) const {
    for (int i = from; i < first; ++i) {
      const bool light = s_.is(i - 1, kLightNoun | kTotal | kAverage | kPeak | kCumulative) ||
                         s_.at(i - 1).word->number_role != NumberRole::kNone ||
                         s_.lower_is(i - 1, "group") || s_.lower_is(i - 1, "lives") ||
                         s_.lower_is(i - 1, "majority");
      if (s_.lower_is(i, "of") && light) continue;
      if (s_.is(i, kPreposition) && !s_.lower_is(i, "about") && !s_.lower_is(i, "around") &&
          !s_.lower_is(i, "over") && !s_.lower_is(i, "up")) {
        return true;
      }
    }
    return false;
  }
};

}  // namespace

CountedEvent carried_by_subject(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBefore(sentence, phrase).carrier();
}

CountedEvent done_by_agent(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBefore(sentence, phrase).agent();
}

CountedEvent befell_those_that_include(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBefore(sentence, phrase).included();
}

CountedEvent verb_before(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBefore(sentence, phrase).verb();
}

CountedEvent noun_before(const SentenceView& sentence, const CountedPhrase& phrase) {
  return FinderBefore(sentence, phrase).noun();
}

}  // namespace figured::claims
