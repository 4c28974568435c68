#include "claims/figures/pronoun_numbers.h"

#include "claims/measures/counted_noun.h"
#include "claims/speakers/speaker_words.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kEventReach = 6;     // from a noun to the verb of what befalls it
constexpr int kSayingReach = 14;   // from "one resident" to "said"
constexpr int kCopulaReach = 8;    // from "one goal of the talks" to "is"
constexpr int kListReach = 8;      // to the number before "and one"
constexpr int kGoingOnReach = 12;  // likewise, with what befell it between them

bool is_mark(const SentenceView& s, int i) {
  return !s.has(i) || s.is_kind(i, TokenKind::kSign) || s.is_kind(i, TokenKind::kQuote) ||
         (s.is_kind(i, TokenKind::kHyphen) && !s.binds(i));
}

bool is_number(const SentenceView& s, int i) {
  return s.is_kind(i, TokenKind::kNumber) ||
         (s.is_word(i) && s.at(i).word->number_role != NumberRole::kNone);
}

// A thought or a saying, a quality, a cause: nothing that is counted as things are.
bool is_abstract(const Token& noun) {
  const Word& word = *noun.word;
  if (word.is(kDocument)) return false;
  switch (word.topic) {
    case Topic::kCognition:
    case Topic::kCommunication:
    case Topic::kMotive:
    case Topic::kAttribute:
    case Topic::kRelation:
      return true;
    default:
      return false;
  }
}

// "problem", "fear": a state that is no event.
bool is_state(const Token& noun) {
  const Word& word = *noun.word;
  return (word.topic == Topic::kState || word.topic == Topic::kFeeling) &&
         !word.has_role(kEventNounRole);
}

bool is_person(const Token& noun) {
  return noun.word->topic == Topic::kPerson || (is_speaker_noun(noun) && !noun.word->is(kDocument));
}

// Its own verb tells an event of the noun at `head`: "one person was killed".
bool has_event_behind(const SentenceView& s, int head) {
  for (int i = head + 1; i <= head + kEventReach; ++i) {
    if (is_mark(s, i) || s.is(i, kConjunction)) return false;
    const Word& word = *s.at(i).word;
    if (s.is(i, kBe | kHave | kAdverb | kWill | kModal) || word.event == kNoIndex) continue;
    if (word.has_role(kAdjective | kSubjectVerb)) return true;
    if (word.has_role(kObjectVerb) && (word.verb_forms & kPastForm) != 0) return true;
  }
  return false;
}

// The verb before tells what is done to it: "killed one more guard".
bool has_event_before(const SentenceView& s, int first) {
  int i = first - 1;
  for (int n = 0; n < 3 && (s.is(i, kAdverb | kDeterminer) || s.at(i).text.ends_with("ly")); ++n)
    --i;
  const Word& word = *s.at(i).word;
  return s.is_word(i) && word.event != kNoIndex && word.has_role(kObjectVerb | kSubjectVerb) &&
         word.verb_forms != 0 && !s.is(i - 1, kDeterminer);
}

class OneReader {
 public:
  OneReader(const SentenceView& s, const NumberInText& number)
      : s_(s), number_(number), first_(number.numeral.first), next_(number.numeral.last) {}

  bool run() const {
    if (number_.numeral.low != 1 || next_ - first_ != 1 || !s_.lower_is(first_, "one"))
      return false;
    if (s_.binds(next_) || s_.binds(first_ - 1))
      return s_.lower_is(next_ + 1, "on") || number_.dimension.empty();
    if (!number_.dimension.empty() && !s_.lower_is(next_, "day")) return false;
    if (s_.lower_is(first_ - 1, "no")) return true;
    if (is_apposed() || is_only_one_of() || goes_on()) return false;
    const int head = counted_head(s_, number_.unit_last);
    if (acts(head)) return true;
    if (number_.bounded && head >= 0) return is_several(head);
    if (is_idle()) return !number_.bounded;
    // "two areas, one north of Orsk"
    if (s_.is(next_, kDirection)) return stands_alone(-1);
    if (head >= 0 && (is_series(head) || is_named_only(head))) return true;
    return stands_alone(head);
  }

 private:
  bool is_idle() const {
    static constexpr WordList kIdle = {"of",    "another", "day",  "time",
                                       "thing", "way",     "side", "point"};
    return s_.is_one_of(next_, kIdle) || s_.lower_is(next_ + 1, "why") || is_example();
  }

  // "One wonders", "one lives in Lima": behind "one" what could be a plural is its verb;
  // not "one sports hall".
  bool acts(int head) const {
    const Word& word = *s_.at(next_).word;
    const bool verb = s_.is_word(next_) && !s_.at(next_).capital && word.can_be(kVerbS) &&
                      word.can_be(kNounPlural) && !word.can_be(kNounSingular);
    if (word.dominant != PartOfSpeech::kVerb && head != next_) return false;
    // "two were freed and one remains in hospital", "one dies": persons of an event.
    return verb && word.event == kNoIndex && !is_listed() && !s_.lower_is(first_ - 1, "only") &&
           !s_.lower_is(first_ - 1, "just");
  }

  // "one driver after another", "one step closer"
  bool is_series(int head) const {
    static constexpr WordList kWhither = {"closer", "further", "nearer", "ahead", "back"};
    if (s_.lower_is(next_, "step") && s_.is_one_of(next_ + 1, kWhither)) return true;
    return s_.is(head + 1, kPreposition) && s_.lower_is(head + 2, "another") &&
           !has_event_before(s_, first_);
  }

  // "one particular storm", "in one such storm": one picked out, not how many there were.
  bool is_example() const {
    static constexpr WordList kPicked = {"particular", "such", "certain", "notable"};
    return s_.is_one_of(next_, kPicked) && !has_event_before(s_, first_);
  }

  // "in more than one way", "on more than one occasion"
  bool is_several(int head) const {
    static constexpr WordList kWays = {
        "occasion", "time",   "way",  "manner", "sense", "respect", "reason", "instance", "level",
        "thing",    "regard", "kind", "sort",   "type",  "form",    "angle",  "account",  "aspect"};
    return s_.lower_is(first_ - 1, "than") && s_.lower_is(first_ - 2, "more") &&
           s_.is_one_of(head, kWays);
  }

  // "three workers, one a pregnant woman"
  bool is_apposed() const {
    if (!s_.lower_is(next_, "a") && !s_.lower_is(next_, "an")) return false;
    const int head = counted_head(s_, next_ + 1);
    return is_listing(first_ - 1) && head >= 0 && is_person(s_.at(head));
  }

  // "only one of the bakers was seen"; "is only one of the reasons" counts nothing.
  bool is_only_one_of() const {
    const int only = first_ - 1;
    return (s_.lower_is(only, "only") || s_.lower_is(only, "just")) &&
           !s_.is(only - 1, kBe | kPossessive) && !s_.lower_is(only - 1, "the") &&
           s_.lower_is(next_, "of") && s_.is(next_ + 1, kDeterminer) &&
           !s_.lower_is(next_ + 2, "many");
  }

  // "two died in the street and one at the clinic": the verb of the number before.
  bool goes_on() const {
    if (!s_.lower_is(first_ - 1, "and") || !s_.is(next_, kPlacePreposition) ||
        s_.lower_is(next_, "of") || s_.lower_is(next_, "to"))
      return false;
    bool event = false;
    for (int i = first_ - 2; i > first_ - kGoingOnReach && s_.has(i); --i) {
      if (is_number(s_, i)) return event || has_event_before(s_, i);
      const Word& word = *s_.at(i).word;
      event = event ||
              (word.event != kNoIndex && word.has_role(kObjectVerb | kSubjectVerb | kAdjective));
    }
    return false;
  }

  bool is_listing(int i) const {
    return s_.at(i).text == "," || s_.at(i).text == "(" || s_.lower_is(i, "and") ||
           s_.lower_is(i, "including");
  }

  // With a noun that it does not count.
  bool is_named_only(int head) const {
    const bool thought = is_abstract(s_.at(head)) || is_state(s_.at(head));
    const bool done = has_event_before(s_, first_);
    const bool event = done && s_.at(head).word->has_role(kEventNounRole) &&
                       s_.at(first_ - 1).word->event == s_.at(head).word->noun_event;
    if (thought && !event && is_said_to_be(head)) return true;
    if (done || is_exception()) return false;
    if ((is_person(s_.at(head)) || is_speaker_noun(s_.at(head))) && tells(head)) return true;
    if (is_listed()) return false;
    if (s_.at(head).word->topic == Topic::kCognition && s_.lower_is(first_ - 1, "only"))
      return true;
    if (has_event_behind(s_, head) || s_.at(head).word->has_role(kEventNounRole)) return false;
    return is_further(head) || is_as(head);
  }

  // "all but one driver"
  bool is_exception() const {
    static constexpr WordList kAll = {"all",     "every",    "none",   "any",
                                      "nothing", "everyone", "nobody", "everything"};
    return (s_.lower_is(first_ - 1, "but") || s_.lower_is(first_ - 1, "except")) &&
           (s_.is_one_of(first_ - 2, kAll) || s_.is(first_ - 2, kNegation));
  }

  // "two trucks and one car", "one car and two trucks"
  bool is_listed() const {
    const bool joined = s_.is(first_ - 1, kConjunction) || s_.at(first_ - 1).text == "," ||
                        s_.lower_is(first_ - 1, "to") || s_.lower_is(first_ - 1, "than") ||
                        s_.lower_is(first_ - 1, "versus") || s_.lower_is(first_ - 1, "against");
    for (int i = first_ - 1; joined && i > first_ - kListReach && s_.has(i); --i) {
      if (is_number(s_, i) && !s_.is_kind(i - 1, TokenKind::kCurrency)) return true;
    }
    for (int i = next_; i < next_ + kListReach && s_.has(i); ++i) {
      const bool joins = s_.is(i, kConjunction) || s_.at(i).text == ",";
      if (joins && is_number(s_, i + 1)) return true;
    }
    return false;
  }

  // "one problem is", "one goal of the talks was", "one goal: ..."
  bool is_said_to_be(int head) const {
    if (s_.at(head + 1).text == ":" || s_.lower_is(head + 1, "why")) return true;
    for (int i = head + 1; i <= head + kCopulaReach && !is_mark(s_, i); ++i) {
      // "one question was asked" is an event of that question.
      if (s_.is_kind(i, TokenKind::kPossessiveEnd) || s_.is(i, kModal | kWill)) continue;
      if (s_.is(i, kBe)) return !s_.at(i + 1).word->can_be(kVerbParticiple);
      if (s_.is(i, kConjunction | kClauseBreak) || is_finite_verb(s_, i)) return false;
    }
    return false;
  }

  bool is_saying(int i) const {
    const Word& word = *s_.at(i).word;
    return word.is(kSay | kSayThat) && (word.speech_forms & (kPastForm | kSForm)) != 0 &&
           !s_.is(i - 1, kBe | kDeterminer | kPreposition) &&
           (!s_.lower_is(i + 1, "in") || s_.lower_is(i, "said"));
  }

  // "one resident of the street said", "said one resident", "according to one expert"
  bool tells(int head) const {
    int before = first_ - 1;
    if (s_.lower_is(before, "to")) --before;
    if (s_.lower_is(before, "according")) return true;
    if (is_saying(first_ - 1) &&
        (s_.at(first_ - 2).text == "," || s_.is_kind(first_ - 2, TokenKind::kQuote)))
      return true;
    bool apposed = false;  // "one resident, a baker, said"
    for (int i = head + 1; i <= head + kSayingReach && s_.has(i); ++i) {
      if (s_.at(i).text == ",") {
        if (apposed) return is_saying(i + 1);
        apposed = true;
        continue;
      }
      if (is_mark(s_, i)) return false;
      if (apposed) continue;
      if (is_saying(i)) return true;
      if (s_.is(i, kConjunction | kClauseBreak | kBe | kModal | kWill)) return false;
    }
    return false;
  }

  // "one more question", "one final word", "one other thing"; persons are counted.
  bool is_further(int head) const {
    static constexpr WordList kFurther = {"more",       "final",   "last", "other",
                                          "additional", "further", "extra"};
    return s_.is_one_of(next_, kFurther) && !is_person(s_.at(head));
  }

  // "act as one team", "as one sailor put it"; not "as one train hit another".
  bool is_as(int head) const {
    if (!s_.lower_is(first_ - 1, "as")) return false;
    return !is_finite_verb(s_, head + 1) || s_.lower_is(head + 2, "it");
  }

  bool stands_alone(int head) const {
    const int before = first_ - 1;
    // "two were killed and one was injured"
    if (s_.lower_is(before, "and") && s_.lower_is(next_, "was") &&
        s_.at(next_ + 1).word->event >= 0)
      return false;
    if (s_.lower_is(before, "the") || s_.lower_is(before, "that") || s_.lower_is(before, "this"))
      return true;
    if (s_.is(before, kNegation | kDeterminer) || s_.lower_is(before, "only") ||
        s_.lower_is(before, "number"))
      return !number_.bounded && head < 0;
    return !s_.is_word(next_) ||
           s_.is(next_,
                 kBe | kHave | kModal | kWill | kPreposition | kPronoun | kConjunction | kAdverb) ||
           head < 0;
  }

  const SentenceView& s_;
  const NumberInText& number_;
  int first_;
  int next_;
};

bool is_relative(const SentenceView& s, int i) {
  return s.lower_is(i, "who") || s.lower_is(i, "that") || s.lower_is(i, "which");
}

// "the two drivers accused of it", "the two clerks hearing", "the four trips it made"
bool is_restricted(const SentenceView& s, int i) {
  if (is_relative(s, i) || s.is(i, kSubjectPronoun)) return true;
  if (!s.is_word(i)) return false;
  const Word& word = *s.at(i).word;
  // "accused of it", "hired by them"; of other forms a past would be as good.
  if (word.can_be(kVerbParticiple) && (s.lower_is(i + 1, "of") || s.lower_is(i + 1, "by")))
    return true;
  return !word.is(kSay) && ((word.verb_forms & kPastForm) != 0 || word.can_be(kVerbIng));
}

// The verb right behind "the two" counts them: "the two killed were brothers", "the
// two died"; not "the two worked together", which they may do or not.
bool tells_of_those(const SentenceView& s, int verb) {
  const Word& word = *s.at(verb).word;
  if (word.event == kNoIndex) return false;
  return word.has_role(kObjectVerb | kAdjective) ||
         Lexicon::english().event(word.event).dynamic == Dynamic::kCumulative;
}

// "the four questions above", not "the four huts above the lake".
bool points_in_text(const SentenceView& s, int i) {
  return (s.lower_is(i, "above") || s.lower_is(i, "below")) &&
         (is_mark(s, i + 1) || s.is(i + 1, kConjunction | kBe | kHave | kModal | kWill));
}

}  // namespace

bool is_pronoun_one(const SentenceView& s, const NumberInText& number) {
  return OneReader(s, number).run();
}

// English has no such pronoun above two: "the eight countries" tells again how many.
bool is_anaphora(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  const int before = n.first - 1;
  const bool definite =
      s.lower_is(before, "the") || s.lower_is(before, "these") || s.lower_is(before, "those");
  if (!definite || n.low > 10 || n.scale != 1 || n.vague || number.bounded ||
      s.is_kind(n.last, TokenKind::kHyphen))
    return false;
  if (!number.dimension.empty()) return number.dimension == "duration";
  const int head = counted_head(s, number.unit_last);
  if (head < 0) return !tells_of_those(s, n.last) && !is_relative(s, n.last);
  if (points_in_text(s, head + 1)) return true;
  if (n.low > 2 && s.lower_is(before, "the")) return false;
  if (s.at(head).word->event_roles != 0 && s.lower_is(before, "the")) return false;
  // "the two drivers accused": the last word can be a noun as well.
  const bool participle =
      head > n.last && is_plural_noun(s.at(head - 1)) && s.at(head).word->can_be(kVerbParticiple);
  return !participle && !is_restricted(s, head + 1);
}

bool is_among_the_most(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  if (n.low > 10 || n.vague || number.bounded || !number.dimension.empty()) return false;
  int at = n.last;
  if (!s.lower_is(at, "of") || (!s.lower_is(at + 1, "the") && !s.is(at + 1, kPossessive)))
    return false;
  at += 2;
  const Word& word = *s.at(at).word;
  const bool most = s.lower_is(at, "most") || s.lower_is(at, "least") || s.lower_is(at, "best") ||
                    (word.can_be(kSuperlative) && s.at(at).text.ends_with("est"));
  if (!most) return false;
  const int head = counted_head(s, at);
  return head < 0 || (!has_event_behind(s, head) && !has_event_before(s, n.first));
}

bool is_idle_handful(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  if (!n.vague || !s.lower_is(n.last - 1, "handful") || number.bounded) return false;
  const int head = counted_head(s, number.unit_last);
  if (head < 0) return false;
  return !is_person(s.at(head)) && !has_event_behind(s, head) && !has_event_before(s, n.first) &&
         !s.at(head).word->has_role(kEventNounRole);
}

bool announces_list(const SentenceView& s, const NumberInText& number) {
  const Numeral& n = number.numeral;
  if (n.low < 2 || n.low > 9 || n.vague || number.bounded || !number.dimension.empty())
    return false;
  const int head = counted_head(s, number.unit_last);
  if (head < 0 || s.at(head).word->event_roles != 0) return false;
  if (!is_abstract(s.at(head)) && !s.lower_is(head, "things")) return false;
  int at = head + 1;
  if (s.at(at).text == ":") return true;
  if (!s.is_kind(at, TokenKind::kHyphen) || s.binds(at)) return false;
  while (s.is_kind(at, TokenKind::kHyphen)) ++at;
  return s.is(at, kDeterminer) || s.lower_is(at, "one") || s.lower_is(at, "first");
}

}  // namespace figured::claims
