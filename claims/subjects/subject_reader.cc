// subject        := age | record | owner-in-phrase | economy | agent | clause-subject | opening |
// news agent          := figure ... participle "by" name clause-subject := ( name | pronoun | "the
// company" | relative ) ... verb ... figure
#include "claims/subjects/subject_reader.h"

#include <algorithm>
#include <iterator>

#include "claims/measures/street_measure.h"
#include "claims/places/measure_locality.h"
#include "claims/subjects/age_subject.h"
#include "claims/subjects/clause_subject.h"
#include "claims/subjects/news_owner.h"
#include "claims/subjects/parent_subject.h"
#include "claims/subjects/record_subject.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kHeadReach = 16;  // tokens between the head of the sentence and a figure

// What befalls people in an event is told of them, not of an owner.
bool befalls_people(const std::string& measure) {
  static constexpr std::string_view kEvents[] = {
      "people.killed",    "people.injured",   "people.casualties",  "people.shot",
      "people.missing",   "people.rescued",   "people.trapped",     "people.hospitalized",
      "people.infected",  "people.recovered", "people.quarantined", "people.arrested",
      "people.charged",   "people.convicted", "people.jailed",      "people.freed",
      "people.kidnapped", "people.displaced", "people.evacuated",   "people.tested",
      "people.vaccinated"};
  return measure.starts_with("people.") &&
         std::find(std::begin(kEvents), std::end(kEvents), measure) != std::end(kEvents);
}

class SubjectReader : private SideFinder {
 public:
  SubjectReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure,
                const ArticleSides& sides, std::string_view speaker, std::string_view country,
                bool in_text)
      : SideFinder(s, sides, speaker, in_text), f_(figure), m_(measure), country_(country) {}

  ReadSubject run() {
    if (is_source() || tells()) return std::move(out_);
    if (m_.measure == "age") return read_age_subject(s_, f_, sides_, speaker_, in_text_);
    if (m_.measure == kBlockNumber) return street();
    if (m_.measure == kOffspring)
      return read_parent_subject(s_, f_, m_, sides_, speaker_, in_text_);
    if (take(read_record_subject(s_, f_, m_, sides_, speaker_, in_text_))) return std::move(out_);
    if (take(read_phrase_owner(s_, f_, m_, sides_, speaker_, in_text_))) return std::move(out_);
    if (f_.dimension == "percent" && economy()) return std::move(out_);
    if (befalls_people(m_.measure) || by_agent() || share_acts() || is_told_share())
      return std::move(out_);
    if (is_subject_itself()) {
      those_counted();
      return std::move(out_);
    }
    if (beside() || apposition() || clause_subject() || owner_at_head() || behind_opening() ||
        economy() || take(read_main_owner(s_, f_, m_, sides_, in_text_)))
      return std::move(out_);
    return std::move(out_);
  }

 private:
  // "according to two officials": who they are is kept back.
  bool is_source() const {
    return s_.lower_is(f_.first - 1, "to") && s_.lower_is(f_.first - 2, "according");
  }

  // ", said one adviser who": those who are counted speak.
  bool tells() const {
    const int verb = f_.first - 1;
    const bool inverted = s_.is_kind(verb - 1, TokenKind::kQuote) || s_.at(verb - 1).text == ",";
    return inverted && m_.head >= 0 && s_.is_word(verb) && s_.is(verb, kSay) &&
           !is_finite_verb(s_, m_.head + 1);
  }

  // "the 1200 block of East 23rd Street": which end of it is often left out.
  ReadSubject street() {
    static constexpr WordList kWays = {"east",      "west",      "north",     "south",
                                       "northeast", "northwest", "southeast", "southwest"};
    int first = m_.head + 2;
    if (s_.is_one_of(first, kWays) && s_.has(first + 1)) ++first;
    int last = first;
    while (s_.has(last) && (s_.at(last).capital || s_.is_kind(last, TokenKind::kNumber) ||
                            s_.is_kind(last, TokenKind::kMixed) ||
                            (last > first && !s_.at(last).spaced && s_.is_word(last))))
      ++last;
    if (last > first)
      found(s_.slice(first, last), SideKind::kOther, first, last, "street of a block");
    return std::move(out_);
  }

  // --- possessives

  // "18 governors say", "40,000 teachers could lose": they do it themselves.
  bool is_subject_itself() const {
    if (m_.head < 0 || f_.figure.unit != "") return false;
    const int before = s_.is(f_.first - 1, kDeterminer) ? f_.first - 2 : f_.first - 1;
    const bool opens = !s_.has(before) || s_.is_kind(before, TokenKind::kSign) ||
                       s_.is_kind(before, TokenKind::kQuote) ||
                       s_.is(before, kConjunction | kClauseBreak) || s_.lower_is(before, "that") ||
                       is_speech_verb(s_, before);
    int verb = m_.head + 1;
    while (s_.is(verb, kAdverb)) ++verb;
    return opens && (s_.is(verb, kBe | kHave | kModal | kWill | kSay) || is_finite_verb(s_, verb));
  }

  // "3,000 nurses could lose their homes": people who act are their own subject.
  void those_counted() {
    int verb = m_.head + 1;
    while (s_.is(verb, kAdverb)) ++verb;
    const Word& word = *s_.at(m_.head).word;
    const bool person = word.noun != kNoIndex
                            ? Lexicon::english().noun(word.noun).kind == "person"
                            : word.side_noun == SideKind::kPerson || is_surely_person(word);
    if (!person || s_.at(m_.head).capital || s_.lower_is(f_.last, "of") || s_.is(verb, kBe | kHave))
      return;
    found(s_.at(m_.head).text, SideKind::kNone, m_.head, m_.head + 1, kThoseCounted);
  }

  // ": 41% say", "60 percent of voters oppose": they do it themselves.
  bool share_acts() const {
    if (f_.dimension != "percent") return false;
    static constexpr WordList kOpine = {"say",     "said",     "think",     "approve", "support",
                                        "oppose",  "favor",    "believe",   "prefer",  "disapprove",
                                        "back",    "favored",  "supported", "opposed", "approved",
                                        "saying",  "thinking", "agree",     "agreed",  "opposing",
                                        "backing", "favoring"};
    const int verb = m_.head >= f_.last ? m_.head + 1 : f_.last;
    return s_.is_one_of(verb, kOpine);
  }

  // "found that 55 percent of voters", "compared with 18 percent who": the poll is
  // nobody's.
  bool is_told_share() const {
    if (f_.dimension != "percent") return false;
    const bool who = s_.lower_is(f_.last, "who");
    const bool compared = s_.lower_is(f_.first - 2, "compared");
    if (compared && (who || is_share_of_people(s_, f_, m_))) return true;
    const int that = f_.first - 1;
    const int verb = s_.lower_is(that, "that") ? that - 1 : that;
    return (who || is_share_of_people(s_, f_, m_)) && s_.is_word(verb) &&
           (s_.is(verb, kSay | kSayThat | kShow) || is_speech_verb(s_, verb));
  }

  // "the Coalition, an alliance of 50 groups", "the Partnership, a 12-country
  // agreement", "the Gallup poll of 1,004 adults"
  bool apposition() {
    for (int i = f_.first - 1; i >= f_.first - 8 && s_.has(i); --i) {
      if (s_.at(i).text == ",") {
        const bool article = s_.lower_is(i + 1, "a") || s_.lower_is(i + 1, "an");
        if (!article) return false;
        if (const auto name = sides_.name_before(s_, i))
          return !is_date(name->first) && found_name(*name, "apposition");
        // "the Marine II block, a ..."
        const auto name = s_.is_word(i - 1) ? sides_.name_before(s_, i - 1) : std::nullopt;
        return name && !is_finite_verb(s_, i - 1) && !is_adjective(*name) &&
               found(s_.slice(name->first, i), SideKind::kOther, name->first, i, "apposition");
      }
      if (!s_.is_word(i) || is_finite_verb(s_, i) || s_.is(i, kClauseBreak | kConjunction))
        return false;
    }
    return false;
  }

  // "Rubio at 17%"
  bool beside() {
    if (f_.dimension != "percent" || !s_.lower_is(f_.first - 1, "at")) return false;
    const auto name = sides_.name_before(s_, f_.first - 1);
    return name && !is_date(name->first) && found_name(*name, "name before the figure");
  }

  // "12,000 homes were built by Ford"
  bool by_agent() {
    for (int i = f_.last; i < f_.last + 12 && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is(i, kSay) || s_.is_kind(i, TokenKind::kNumber))
        return false;
      if (!s_.lower_is(i, "by") || !s_.is_word(i - 1)) continue;
      const Word& verb = *s_.at(i - 1).word;
      const bool passive = verb.can_be(kVerbParticiple) || s_.at(i - 1).text.ends_with("ed");
      if (!passive) continue;
      int at = i + 1;
      while (s_.is(at, kDeterminer)) ++at;
      if (const auto name = sides_.name_at(s_, at)) return found_name(*name, "agent behind \"by\"");
      return s_.at(at).word->side_noun != SideKind::kNone &&
             found_reference(at, "agent behind \"by\"");
    }
    return false;
  }

  bool take(ReadSubject subject) {
    out_ = std::move(subject);
    return !out_.name.empty();
  }

  bool clause_subject() {
    return take(read_clause_subject(s_, f_.first, sides_, speaker_, in_text_));
  }

  bool economy() { return take(read_economy(s_, f_, m_, sides_, country_, in_text_)); }

  // "For five years, he has led", "With 350 workers, Ford is": the main clause
  // stands behind.
  bool behind_opening() {
    if (f_.first > s_.first() + 6) return false;
    for (int i = s_.first(); i < f_.first; ++i) {
      if (s_.at(i).text == "," || is_finite_verb(s_, i)) return false;
    }
    int first = s_.first();
    while (s_.is_kind(first, TokenKind::kQuote) || s_.is_kind(first, TokenKind::kHyphen)) ++first;
    if (!s_.is(first, kPreposition | kClauseBreak)) return false;
    for (int i = f_.last; i < f_.last + 12 && s_.has(i); ++i) {
      if (is_finite_verb(s_, i)) return false;
      if (s_.at(i).text != ",") continue;
      int at = i + 1;
      while (s_.is(at, kDeterminer)) ++at;
      if (const auto name = sides_.name_at(s_, at)) return found_name(*name, "subject behind");
      return is_reference(at) && found_reference(at, "subject behind");
    }
    return false;
  }

  // "His tactics, including 25% tariffs, ...": the verb is yet to come.
  bool owner_at_head() {
    int first = s_.first();
    while (s_.is_kind(first, TokenKind::kQuote)) ++first;
    if (!s_.is(first, kPossessive) || !s_.is_word(first)) return false;
    if (f_.first > first + kHeadReach) return false;
    for (int i = first; i < f_.first; ++i) {
      if (is_finite_verb(s_, i) || s_.is(i, kClauseBreak) || s_.at(i).text == ":" ||
          (s_.is_kind(i, TokenKind::kQuote) && i > first))
        return false;
    }
    return found_reference(first, "owner of the subject");
  }

  const ReadFigure& f_;
  const ReadMeasure& m_;
  std::string_view country_;
};

}  // namespace

ReadSubject read_subject(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure, const ArticleSides& sides,
                         std::string_view speaker, std::string_view country, bool in_text) {
  return SubjectReader(sentence, figure, measure, sides, speaker, country, in_text).run();
}

}  // namespace figured::claims
