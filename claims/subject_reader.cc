// subject := age | possessive | of-phrase | by-agent | clause-subject | focus
// age            := name "," figure | figure noun* name | pronoun "be" figure
// possessive     := ( name "'s" | "its" | "the company's" ) adjective* figure
// of-phrase      := figure ... noun ( "of" | "for" ) name
// clause-subject := ( name | pronoun | "the company" | relative ) ... verb ... figure
#include "claims/subject_reader.h"

#include <algorithm>
#include <iterator>

#include "claims/clause.h"
#include "claims/clause_subject.h"
#include "claims/measure_locality.h"
#include "claims/names.h"

namespace figured::claims {
namespace {

constexpr int kEconomyReach = 16;  // tokens between "unemployment" and its figure

// What befalls people in an event is told of them, not of an owner.
bool befalls_people(const std::string& measure) {
  static constexpr std::string_view kEvents[] = {
      "people.killed",    "people.injured",   "people.casualties",  "people.shot",
      "people.missing",   "people.rescued",   "people.trapped",     "people.hospitalized",
      "people.infected",  "people.recovered", "people.quarantined", "people.arrested",
      "people.charged",   "people.convicted", "people.jailed",      "people.freed",
      "people.kidnapped", "people.displaced", "people.evacuated",   "people.tested",
      "people.vaccinated"};
  return std::find(std::begin(kEvents), std::end(kEvents), measure) != std::end(kEvents);
}

class SubjectReader : private SideFinder {
 public:
  SubjectReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure,
                const ArticleSides& sides, std::string_view speaker, std::string_view country,
                bool in_text)
      : SideFinder(s, sides, speaker, in_text), f_(figure), m_(measure), country_(country) {}

  ReadSubject run() {
    if (is_source()) return std::move(out_);
    if (m_.measure == "age") {
      if (!age() && is_predicate()) clause_subject();
      return std::move(out_);
    }
    if (possessive() || of_phrase() || deeds_of_nation() || name_of_noun() || recipient())
      return std::move(out_);
    if (f_.dimension == "percent" && economy()) return std::move(out_);
    if (befalls_people(m_.measure) || by_agent() || share_acts()) return std::move(out_);
    if (is_subject_itself()) {
      those_counted();
      return std::move(out_);
    }
    if (beside() || apposition() || clause_subject() || owner_at_head() || behind_opening() ||
        economy() || main_owner())
      return std::move(out_);
    return std::move(out_);
  }

 private:
  // "according to two officials": who they are is kept back.
  bool is_source() const {
    return s_.lower_is(f_.first - 1, "to") && s_.lower_is(f_.first - 2, "according");
  }

  // --- ages

  bool age() {
    // "the 32-year-old Massoud", "51-year-old Trooper William Hakim"
    for (int i = f_.last; i < f_.last + 4 && s_.is_word(i); ++i) {
      if (const auto name = sides_.name_at(s_, i); name && found_name(*name, "name behind the age"))
        return true;
      if (s_.is(i, kPreposition | kConjunction | kClauseBreak)) break;
    }
    const int before =
        s_.at(f_.first - 1).text == "," || s_.at(f_.first - 1).text == "("    ? f_.first - 1
        : s_.is(f_.first - 1, kDeterminer) && s_.at(f_.first - 2).text == "," ? f_.first - 2
                                                                              : f_.first;
    if (const auto name = sides_.name_before(s_, before);
        name && found_name(*name, "name before the age"))
      return true;
    return relative_of_side(before) || the_old_one();
  }

  // "her daughter, now 21 months old", "Moran's son, 12,"
  bool relative_of_side(int before) {
    int noun = before - 1;
    while (s_.at(noun).text == "," || s_.lower_is(noun, "now")) --noun;
    if (noun == before - 1 && s_.at(before).text != ",") return false;
    if (!s_.is_word(noun) || s_.at(noun).capital || !s_.at(noun).word->can_mean(Topic::kPerson))
      return false;
    const bool pronoun = s_.is_word(noun - 1) && s_.is(noun - 1, kPossessive);
    const bool owned =
        pronoun ? found_reference(noun - 1, "relative of the one spoken of")
                : s_.is_kind(noun - 1, TokenKind::kPossessiveEnd) && owner_before(noun - 1);
    if (!owned) return false;
    out_.name += "'s ";
    out_.name += s_.at(noun).text;
    return true;
  }

  // "the 32-year-old": the person spoken of; "a 32-year-old man" is nobody known.
  bool the_old_one() {
    if (!in_text_ || !s_.lower_is(f_.first - 1, "the")) return false;
    const bool alone = !s_.is_word(f_.last) ||
                       s_.at(f_.last).word->side_noun == SideKind::kPerson ||
                       s_.is(f_.last, kPreposition | kClauseBreak) || is_finite_verb(s_, f_.last);
    return alone && found_side(sides_.last_person(f_.first), f_.first, "the person spoken of");
  }

  // "he is 32", "she turned 30"
  bool is_predicate() const {
    int i = f_.first - 1;
    while (s_.is(i, kAdverb | kNegation) || s_.lower_is(i, "only")) --i;
    return s_.is(i, kBe) || s_.lower_is(i, "turned") || s_.lower_is(i, "turns");
  }

  // --- possessives

  // "Ford's 3,000 workers", "its first 12 planes"
  bool possessive() {
    for (int i = f_.first - 1; i >= f_.first - 3 && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kPossessiveEnd)) return i >= f_.first - 2 && owner_before(i);
      if (s_.is(i, kPossessive) && s_.is_word(i)) return found_reference(i, "possessive pronoun");
      if (!s_.is_word(i) || s_.is(i, kPreposition | kConjunction | kDeterminer | kClauseBreak) ||
          is_finite_verb(s_, i) || s_.at(i).word->verb_forms != 0)
        return false;
    }
    return false;
  }

  bool owner_before(int end) {
    if (const auto name = sides_.name_before(s_, end)) {
      return is_date(name->first) ? false : found_name(*name, "possessive");
    }
    return s_.is_word(end - 1) && s_.at(end - 1).word->side_noun != SideKind::kNone &&
           found_reference(end - 1, "possessive");
  }

  // --- what follows

  // "members of the National Resistance Front", "profits of Ford"
  bool of_phrase() {
    if (is_bought() || m_.measure == "length.distance") return false;
    if (m_.head >= 0 && owner_behind(m_.head + 1, 2, true)) return true;
    return m_.head != f_.last && owner_behind(f_.last, 2, false);
  }

  // "of NAME", "of the debt of NAME" at token `i`.
  bool owner_behind(int i, int depth, bool counted) {
    for (; depth > 0; --depth) {
      if (!s_.lower_is(i, "of") && !(counted && s_.lower_is(i, "for"))) return false;
      counted = false;
      ++i;
      while (s_.is_word(i) && s_.is(i, kDeterminer) && !s_.is(i, kPossessive)) ++i;
      if (s_.is(i, kPossessive)) return found_reference(i, kOwnerBehind);
      for (const int start = i; i < start + 5 && s_.is_word(i); ++i) {
        if (s_.is(i, kPreposition | kConjunction | kClauseBreak)) break;
        if (const auto name = sides_.name_at(s_, i); name && !is_adjective(*name)) {
          if (is_date(i) || names_others(name->last)) return false;
          return found_name(*name, kOwnerBehind);
        }
        if (s_.at(i).word->side_noun != SideKind::kNone && names_known_side(i) &&
            !s_.is_word(i + 1))
          return found_reference(i, kOwnerBehind);
      }
    }
    return false;
  }

  // "of the former FBI director", "of Moran supporters": not of the one named.
  bool names_others(int noun) const {
    return s_.is_word(noun) && !s_.at(noun).capital &&
           (s_.at(noun).word->side_noun == SideKind::kPerson ||
            (s_.at(noun).word->can_be(kNounPlural) && s_.at(noun).word->can_mean(Topic::kPerson)));
  }

  // "14 U.S. airstrikes", "three Israeli raids": the deeds of a country.
  bool deeds_of_nation() {
    if (m_.head <= f_.last || !s_.at(m_.head).word->can_mean(Topic::kAct)) return false;
    if (!m_.measure.ends_with(".attacked") && !m_.measure.ends_with(".fired") &&
        !m_.measure.ends_with(".sanctioned"))
      return false;
    for (int i = f_.last; i < m_.head && i < f_.last + 4; ++i) {
      if (s_.at(i).capital && s_.at(i).word->place != kNoIndex)
        return found(std::string(s_.slice(i, i + 1)), SideKind::kPlace, i, i + 1,
                     "the country whose deeds are counted");
    }
    return false;
  }

  // "40,000 Velmont customers", "9,000 NRF fighters"
  bool name_of_noun() {
    if (is_bought() || m_.head < 0) return false;
    for (int i = f_.last; i < m_.head && i < f_.last + 5; ++i) {
      const auto name = sides_.name_at(s_, i);
      if (!name || s_.at(i).word->place != kNoIndex || name->last > m_.head + 1) continue;
      // "Muslim countries", "Republican voters": a kind, no side.
      const bool acronym = std::all_of(s_.at(i).text.begin(), s_.at(i).text.end(),
                                       [](char c) { return c >= 'A' && c <= 'Z'; });
      if (s_.is_kind(i - 1, TokenKind::kHyphen) || (name->last - i == 1 && !acronym)) continue;
      return found_name({name->first, std::min(name->last, std::max(m_.head, name->first + 1))},
                        "name within the counted phrase");
    }
    return false;
  }

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

  // "40,000 teachers could lose their jobs": people who act are their own subject.
  void those_counted() {
    int verb = m_.head + 1;
    while (s_.is(verb, kAdverb)) ++verb;
    const Word& word = *s_.at(m_.head).word;
    const bool person = word.noun != kNoIndex
                            ? Lexicon::english().noun(word.noun).kind == "person"
                            : word.side_noun == SideKind::kPerson || is_surely_person(word);
    if (!person || s_.at(m_.head).capital || s_.lower_is(f_.last, "of") || s_.is(verb, kBe | kHave))
      return;
    found(std::string(s_.at(m_.head).text), SideKind::kNone, m_.head, m_.head + 1, kThoseCounted);
  }

  // "bakers", not "trailers".
  static bool is_surely_person(const Word& word) {
    return word.can_mean(Topic::kPerson) && !word.can_mean(Topic::kArtifact) &&
           !word.can_mean(Topic::kCommunication);
  }

  // ": 41% say", "60 percent of voters oppose": they do it themselves.
  bool share_acts() const {
    if (f_.dimension != "percent") return false;
    static constexpr std::string_view kOpine[] = {
        "say",    "said",       "think", "approve", "support",   "oppose",  "favor",   "believe",
        "prefer", "disapprove", "back",  "favored", "supported", "opposed", "approved"};
    const int verb = m_.head >= f_.last ? m_.head + 1 : f_.last;
    return std::any_of(std::begin(kOpine), std::end(kOpine),
                       [&](std::string_view word) { return s_.lower_is(verb, word); });
  }

  // "cost Velmont $3 million", "earned Moran a $3,000 fee": the one whose money it is.
  bool recipient() {
    if (f_.dimension != "money") return false;
    static constexpr std::string_view kVerbs[] = {"cost",  "costs",  "costing", "earned",
                                                  "earns", "netted", "fined",   "charged",
                                                  "owed",  "saved",  "owes"};
    const int end = s_.is(f_.first - 1, kDeterminer) ? f_.first - 1 : f_.first;
    const auto name = sides_.name_before(s_, end);
    if (!name || is_date(name->first)) return false;
    int verb = name->first - 1;
    while (s_.is(verb, kDeterminer) || s_.at(verb).word->title) --verb;
    return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                       [&](std::string_view word) { return s_.lower_is(verb, word); }) &&
           found_name(*name, "the one whom it costs or earns");
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
               found(std::string(s_.slice(name->first, i)), SideKind::kOther, name->first, i,
                     "apposition");
      }
      if (!s_.is_word(i) || is_finite_verb(s_, i) || s_.is(i, kClauseBreak | kConjunction))
        return false;
    }
    return false;
  }

  // "bought 65,000 shares of Ford": the buyer's.
  bool is_bought() const {
    return m_.measure.ends_with(".bought") || m_.measure.ends_with(".share");
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

  // --- the clause and the article

  bool clause_subject() {
    out_ = read_clause_subject(s_, f_.first, sides_, speaker_, in_text_);
    return !out_.name.empty();
  }

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
    if (f_.first > first + kEconomyReach) return false;
    for (int i = first; i < f_.first; ++i) {
      if (is_finite_verb(s_, i) || s_.is(i, kClauseBreak) || s_.at(i).text == ":" ||
          (s_.is_kind(i, TokenKind::kQuote) && i > first))
        return false;
    }
    return found_reference(first, "owner of the subject");
  }

  // In the news of a company or an economy an amount that the words give nobody
  // is its own.
  bool main_owner() {
    const bool told = !m_.measure.empty() && !m_.measure.starts_with("count.");
    if (!in_text_ || (f_.figure.unit.empty() && told)) return false;
    const int main = sides_.main_owner();
    if (main == kNoSide) return false;
    if (sides_.side(main).kind == SideKind::kPlace && !can_be_national()) return false;
    const bool amount = f_.dimension == "money" || f_.dimension == "percent";
    return (amount || sides_.side(main).kind == SideKind::kCompany) &&
           found_side(main, f_.first, "whom the article is about");
  }

  // Of a country are amounts that are no share of its people, in a sentence that
  // names no other place.
  bool can_be_national() const {
    if (locality_of(s_, f_, m_) == Locality::kPrivate) return false;
    // Oil has many prices.
    if (m_.measure.ends_with("price") || m_.measure.ends_with(".rise")) return false;
    if (m_.measure.starts_with("percent.of.") || s_.lower_is(f_.last, "of")) return false;
    if (s_.at(f_.last).word->verb_forms != 0 && s_.is_word(f_.last)) return false;
    for (int i = f_.first - kEconomyReach; i < f_.last + kEconomyReach; ++i) {
      if (s_.at(i).capital && s_.at(i).word->place != kNoIndex) return false;
    }
    return true;
  }

  bool is_economy_measure() const {
    return m_.measure == "percent.unemployment" || m_.measure == "percent.inflation";
  }

  // "unemployment fell to 4.2%", "inflation of 9 pct": the country's.
  bool economy() {
    if (country_.empty()) return false;
    bool told = is_economy_measure();
    for (int i = f_.first - kEconomyReach; i < f_.last + 4 && !told; ++i)
      told = s_.is_word(i) && s_.at(i).word->side_noun == SideKind::kEconomy;
    if (!told) return false;
    return found(std::string(country_), SideKind::kPlace, f_.first, f_.last,
                 "the country's economy");
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
