// counted := event noun                             "42 deaths", "42 dead"
//          | count [ list ] [ links ] verb          "42 people and a child were killed"
//          | verb count                             "killed 42 people"
//          | count adjective noun                   "1,000 displaced people"
//          | toll ( "of" | "to" | be ) count        "the toll rose to 42"
#include "claims/measures/counted_event.h"

#include <algorithm>

#include "claims/measures/count_idioms.h"
#include "claims/measures/count_list.h"
#include "claims/text/aside.h"
#include "claims/text/noun_phrase.h"
#include "claims/text/predicate_phrase.h"
#include "claims/text/verb_subject.h"

namespace figured::claims {
namespace {

constexpr int kLeftReach = 8;
constexpr int kRightReach = 10;
constexpr int kTollReach = 16;
constexpr int kIncludeReach = 8;  // tokens from "included" back to what befell the whole

class EventFinder {
 public:
  EventFinder(const SentenceView& s, const CountedPhrase& phrase) : s_(s), p_(phrase) {}

  CountedEvent run() {
    if (is_instance()) return out_;
    const bool found = idiom(lives_taken) || idiom(margin_of_votes) || of_head() ||
                       idiom(told_to_go) || idiom(diagnosed_with_injury) || idiom(joined_crowd) ||
                       carried() || right_after() || by_agent() || of_supply() ||
                       of_those_included() || left_verb() || of_modifier() || of_nominal() ||
                       idiom(jobs_changed) || of_toll() || participle() || far_right() ||
                       of_predicate() || idiom(left_to_themselves) || of_person();
    if (!found) idiom(force_or_staff);
    return out_;
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event(std::int16_t index) const { return Lexicon::english().event(index); }
  int head() const { return p_.noun.head; }

  // "In one case a clerk left", "in two cases of fraud": no cases of an illness.
  bool is_instance() const {
    static constexpr WordList kLed = {"result", "results", "resulted", "resulting"};
    return head() >= 0 && s_.lower_is(p_.first - 1, "in") && !s_.is_one_of(p_.first - 2, kLed) &&
           (s_.lower_is(head(), "case") || s_.lower_is(head(), "cases"));
  }

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

  bool idiom(CountedEvent (*read)(const SentenceView&, const CountedPhrase&)) {
    const CountedEvent found = read(s_, p_);
    return take(found.event, found.verb, found.rule);
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
    const std::int16_t named = word(at).event_as(roles);
    if (roles != kObjectVerb || named == kNoIndex) return named;
    const std::int16_t acted_on = event(named).acted_on;
    return acted_on != kNoIndex ? acted_on : named;
  }

  bool set(int at, std::uint8_t roles, std::string_view rule) {
    return take(event_at(at, roles), at, rule);
  }

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

  // "the plane carrying 66 people vanished": the plane did.
  bool carried() {
    if (head() < 0) return false;
    const int verb = s_.is(p_.first - 1, kAdverb) ? p_.first - 2 : p_.first - 1;
    const Word& behind = word(head() + 1);
    return s_.is_word(verb) && word(verb).verb_forms == kIngForm &&
           word(verb).has_role(kObjectVerb) && behind.has_role(kSubjectVerb) &&
           (behind.verb_forms & kPastForm) != 0 && set(verb, kObjectVerb, "verb before the count");
  }

  // "48 officials working at the embassy": rather what governs them.
  bool is_participle(int i) const {
    return word(i).verb_forms == kIngForm && word(i).has_role(kSubjectVerb);
  }

  bool participle() {
    const int i = head() + 1;
    return head() >= 0 && is_participle(i) && set(i, kSubjectVerb, "participle behind the count");
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
    // "an assault rifle": no verb follows a noun of one in its base form.
    const bool base = word.verb_forms == kBaseForm && word.can_be(kNounForms) &&
                      s_.is_word(i - 1) && !s_.at(i - 1).capital &&
                      s_.at(i - 1).word->is_likely(PartOfSpeech::kNoun) &&
                      !is_plural_noun(s_.at(i - 1));
    // "three other assault rifles"
    const bool of_others = word.verb_forms == kBaseForm && word.can_be(kNounForms) &&
                           s_.is(i - 1, kOther) && !s_.is(i - 2, kDeterminer);
    const NumberRole number = s_.at(i - 1).word->number_role;
    const bool numbered = s_.is_kind(i - 1, TokenKind::kNumber) || number == NumberRole::kSmall ||
                          number == NumberRole::kTen;
    if (base || of_others || numbered) return true;
    // "a recall vote": both are nouns.
    if (s_.is(i - 1, kSay) && s_.is(i - 2, kDeterminer)) return true;
    // "the blast that hurt 12"
    if (s_.lower_is(i - 1, "that") && may_be_noun(s_, i - 2)) return false;
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

  // "released images of two men" released no men; "killed a total of 42" did kill.
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
    int passed = 0;  // tokens of asides
    for (int i = p_.first - 1; i >= p_.first - kTollReach && s_.has(i); --i) {
      // "the toll as of Tuesday (local time) stood at 42"
      if (joined) {
        const int before = before_aside(s_, i);
        passed += i - before;
        i = before;
      }
      if (s_.is_kind(i, TokenKind::kSign)) return false;
      if (s_.lower_is(i, "of") || s_.lower_is(i, "to") || s_.lower_is(i, "at") ||
          s_.is(i, kBe | kRise | kFall | kAttain))
        joined = true;
      // "put the dead at 42"
      if (s_.lower_is(i + 1, "at") && s_.is(i - 1, kDeterminer) && word(i).has_role(kAdjective))
        return set(i, kAdjective, "those put at the figure");
      if (!joined && word(i).has_role(kObjectVerb | kSubjectVerb)) return false;
      // "a crowd of 1,000 broke two windows": the crowd's figure is another.
      if (!joined && is_other_verb(i)) return false;
      if (joined && (s_.lower_is(i, "number") || s_.lower_is(i, "tally"))) return of_number(i);
      if (joined && s_.lower_is(i, "total") && i + 2 < p_.first) return of_number(i);
      // "how many people were injured, the latest count says, is 183"
      if (joined && s_.lower_is(i, "many") && s_.lower_is(i - 1, "how"))
        return of_those_from(i + 1);
      // "put the deaths of the long and hot summer at 412"
      const bool far = p_.first - i - passed > kLeftReach + 1 && !s_.lower_is(i, "toll") &&
                       !s_.lower_is(p_.first - 1, "at");
      // "March sales rose to 4,000": no march.
      const bool month = s_.is(i, kMonth) && s_.at(i).capital;
      if ((!word(i).has_role(kToll) && !(joined && is_compound_toll(i))) || far || month) continue;
      if (!joined && !s_.lower_is(i, "toll")) return false;
      return set(i, kToll, "toll before the figure");
    }
    return false;
  }

  // "excess mortality", where mortality alone is a rate
  bool is_compound_toll(int i) const {
    return s_.is_word(i) && s_.is_word(i - 1) && word(i - 1).compound && !s_.at(i).capital &&
           (Lexicon::english()
                .find_compound(lower_case(s_.at(i - 1).text), lower_case(s_.at(i).text))
                .roles &
            kToll) != 0 &&
           event_at(i, kToll) != kNoIndex;
  }

  // A past form that leads to no figure: "broke", "threw"; not "hit", "reached", "said".
  bool is_other_verb(int i) const {
    return s_.is_word(i) && word(i).can_be(kVerbPast) && !word(i).can_be(kNounForms) &&
           !s_.is(i, kBe | kHave | kRise | kFall | kAttain | kSay | kEstimate | kLikely) &&
           word(i).dominant == PartOfSpeech::kVerb && !s_.is(i - 1, kBe | kHave | kDeterminer);
  }

  // "the number of dead rose to 42", "the number of people killed stood at 42"
  bool of_number(int number) {
    return s_.lower_is(number + 1, "of") && of_those_from(after_determiners(s_, number + 2));
  }

  bool of_those_from(int from) {
    for (int i = from; i < from + 6 && i < p_.first; ++i) {
      if (s_.is(i, kBe) || s_.lower_is(i, "who")) continue;
      if (!s_.is_word(i) || s_.is(i, kPreposition)) return false;
      if (word(i).has_role(kAdjective | kEventNounRole) ||
          (word(i).has_role(kObjectVerb) && (word(i).verb_forms & kPastForm) != 0))
        return set(i, kAdjective | kEventNounRole | kObjectVerb, "number of");
    }
    return false;
  }

  // "two towns in the north that were hit", not "in states that the party won".
  bool is_own_that(int i) const {
    return s_.lower_is(i, "that") && (i == head() + 1 || s_.is(i + 1, kBe | kHave));
  }

  // "42 people in the capital were killed": one phrase lies between.
  bool far_right() {
    if (head() < 0 || describes_noun()) return false;
    bool be = false;
    for (int i = head() + 1; i < head() + kRightReach && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is_kind(i, TokenKind::kNumber)) return false;
      // "30 people - nine of them children - died"
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

  const SentenceView& s_;
  const CountedPhrase& p_;
  CountedEvent out_;
};

}  // namespace

CountedEvent read_counted_event(const SentenceView& sentence, const CountedPhrase& phrase) {
  return EventFinder(sentence, phrase).run();
}

}  // namespace figured::claims
