// interval  := event [ "," ] time side          "married three weeks before the shooting"
//            | time side [ "," ] ... event      "Two days after the raid, police arrested a man"
// side      := ( "after" | "before" | "prior" "to" ) reference | "later" | "earlier" | "prior"
// reference := noun-phrase | verb-ing [ noun-phrase ] | subject ... verb
#include "claims/measures/event_interval.h"

#include "claims/measures/counted_noun.h"
#include "claims/text/clause.h"
#include "claims/text/governing_verb.h"
#include "claims/text/names.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kVerbReach = 8;      // tokens from a subject to its verb
constexpr int kOpeningReach = 24;  // tokens of a reference that a comma ends
constexpr int kAsides = 3;         // between a subject and its verb

class IntervalReader {
 public:
  IntervalReader(const SentenceView& s, const ReadFigure& figure) : s_(s), f_(figure) {}

  std::optional<EventInterval> read() {
    const auto side = side_of(f_.last);
    if (!side || dates_figure()) return std::nullopt;
    out_.after = side->after;
    reference_from_ = side->last;
    if (side->names) find_reference();
    const bool opening = opens();
    int event = opening ? event_behind() : event_before();
    // "died at home - nine days after the fall"
    if (event < 0 && opening && is_dash(f_.first - 1)) event = event_before();
    if (event < 0) return std::nullopt;
    out_.at = event;
    out_.event = name_of(event);
    if (out_.event == out_.reference) return std::nullopt;  // "died two days after she died"
    return std::move(out_);
  }

 private:
  struct Side {
    bool after = false;
    bool names = false;  // the reference stands behind
    int last = 0;        // the token behind the word
  };

  std::optional<Side> side_of(int i) const {
    if (s_.lower_is(i, "after")) return Side{true, s_.is_word(i + 1), i + 1};
    if (s_.lower_is(i, "before")) return Side{false, s_.is_word(i + 1), i + 1};
    if (s_.lower_is(i, "later")) return Side{true, false, i + 1};
    if (s_.lower_is(i, "earlier")) return Side{false, false, i + 1};
    if (!s_.lower_is(i, "prior")) return std::nullopt;
    return s_.lower_is(i + 1, "to") ? Side{false, s_.is_word(i + 2), i + 2}
                                    : Side{false, false, i + 1};
  }

  // "against 9 two years earlier", "up from $4 million three years before"
  bool dates_figure() const {
    const int before = f_.first - 1;
    const Word& word = *s_.at(before).word;
    return s_.is_kind(before, TokenKind::kNumber) || s_.at(before).text == "%" ||
           s_.at(before).text == ")" || word.unit != kNoIndex ||
           word.number_role != NumberRole::kNone;
  }

  bool is_dash(int i) const { return s_.is_kind(i, TokenKind::kHyphen) && !s_.binds(i); }

  // Nothing but a conjunction or an adverb stands before it: "But just two days after".
  bool opens() const {
    int i = f_.first - 1;
    while (s_.is(i, kConjunction | kAdverb) || s_.lower_is(i, "just") || s_.lower_is(i, "only") ||
           s_.is_kind(i, TokenKind::kQuote))
      --i;
    return !s_.has(i) || is_dash(i) || s_.at(i).text == ";" || is_speech_verb(s_, i);
  }

  // "The arrest came two days after": what came, not that it did.
  int event_before() const {
    const int end = s_.at(f_.first - 1).text == "," ? f_.first - 1 : f_.first;
    const int verb = governing_verb(s_, end);
    if (verb >= 0 && !s_.is(verb, kSay)) return is_told(verb) ? verb : -1;
    for (int i = end - 1; i > end - 3 && s_.is_word(i); --i) {
      if (!s_.is_one_of(i, kHappening)) continue;
      const int subject = subject_head(s_, i);
      return subject >= 0 && is_event_noun(subject) ? subject : -1;
    }
    return -1;
  }

  static constexpr WordList kHappening = {"came",  "comes",  "come",     "happened", "happens",
                                          "began", "begins", "occurred", "was",      "place"};

  bool is_event_noun(int i) const {
    const Word& word = *s_.at(i).word;
    return !s_.is(i, kPronoun) && (word.has_role(kEventNounRole) || word.can_mean(Topic::kAct) ||
                                   word.can_mean(Topic::kEvent));
  }

  // The verb of the clause that the interval opens.
  int event_behind() const {
    int from = reference_from_;
    if (!out_.reference.empty()) {
      from = behind_comma(from);
    } else if (s_.at(from).text == ",") {
      ++from;
    }
    // "Two days earlier 12 people had died": it dates their number.
    if (out_.reference.empty() && s_.is_kind(from, TokenKind::kNumber)) return -1;
    for (int aside = 0; aside <= kAsides && from >= 0; ++aside, from = behind_comma(from)) {
      if (const int verb = verb_behind(s_, from, kVerbReach); verb >= 0)
        return is_told(verb) ? verb : -1;
    }
    return -1;
  }

  // A base form is a verb only behind what asks for one: "a sizable lead" is none.
  bool is_told(int verb) const {
    constexpr std::uint16_t kInflected = kVerbS | kVerbPast | kVerbParticiple | kVerbIng;
    int before = verb - 1;
    while (s_.is(before, kAdverb | kNegation)) --before;
    return s_.at(verb).word->can_be(kInflected) || s_.lower_is(before, "to") ||
           s_.is(before, kModal | kWill | kSubjectPronoun);
  }

  int behind_comma(int from) const {
    const int end = from + kOpeningReach;
    while (from < end && s_.has(from) && s_.at(from).text != ",") ++from;
    return s_.at(from).text == "," ? from + 1 : -1;
  }

  void find_reference() {
    const int first = after_determiners(s_, reference_from_);
    const Word& word = *s_.at(first).word;
    if (first == reference_from_ && word.can_be(kVerbIng) && !word.is_likely(PartOfSpeech::kNoun)) {
      const int object = phrase_head(s_, after_determiners(s_, first + 1));
      out_.reference = name_of(object >= 0 ? object : first);
      return;
    }
    int head = s_.is(first, kPronoun) ? first : phrase_head(s_, first);
    // "the shooting": the article makes a noun of it.
    if (head < 0 && first > reference_from_ && s_.is_word(first)) head = first;
    if (head < 0) return;
    int behind = head + 1;
    while (s_.is(behind, kAdverb) || s_.at(behind).text.ends_with("ly")) ++behind;
    const bool clause = is_finite_verb(s_, behind) || s_.is(head, kSubjectPronoun);
    if (const int verb = clause ? verb_behind(s_, behind, kVerbReach) : -1; verb >= 0) {
      out_.reference = name_of(verb);
    } else if (!clause && !s_.is(head, kPronoun)) {
      out_.reference = reference_name(head, first);
    }
  }

  // "Election Day" and "the Gang of Eight" are no day and no gang.
  std::string reference_name(int head, int first) const {
    if (s_.at(head).capital) {
      if (const auto name = read_name(s_, first))
        return lower_case(s_.slice(name->first, name->last));
    }
    return name_of(head);
  }

  // One name for "died", "death": that of the event, where a table knows one.
  std::string name_of(int i) const {
    const Word& word = *s_.at(i).word;
    if (word.has_role(kEventNounRole))
      return Lexicon::english().event(word.event_as(kEventNounRole)).name;
    return is_verb_here(i) ? verb_name(s_, i) : noun_name(s_.at(i));
  }

  bool is_verb_here(int i) const {
    return s_.at(i).word->can_be(kVerbForms) && !s_.at(i).capital &&
           (!s_.at(i).word->can_be(kNounForms) || !s_.at(i).word->is_likely(PartOfSpeech::kNoun)) &&
           !s_.is(i - 1, kDeterminer | kPossessive);
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  int reference_from_ = 0;
  EventInterval out_;
};

}  // namespace

std::optional<EventInterval> read_event_interval(const SentenceView& s, const ReadFigure& figure) {
  return IntervalReader(s, figure).read();
}

ReadMeasure measure_interval(const SentenceView& s, const ReadFigure& figure) {
  ReadMeasure measure;
  measure.noun = "interval";
  measure.dimension = figure.dimension;
  measure.first = figure.first;
  measure.figure_last = measure.last = figure.last;
  measure.words = {s.at(figure.last).span.start, s.at(figure.last).span.end};
  measure.rule = "time between two events";
  if (auto interval = read_event_interval(s, figure)) {
    measure.measure = interval->event + (interval->after ? ".time_after" : ".time_before");
    measure.noun = lower_case(s.at(interval->at).text);
    measure.verb = interval->at;
    measure.reference = std::move(interval->reference);
  }
  return measure;
}

}  // namespace figured::claims
