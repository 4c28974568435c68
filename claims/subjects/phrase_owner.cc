// owner      := possessive | group | of-phrase | deeds | modifier | contact | recipient
// possessive := ( name "'s" | "its" | "the company's" ) ( adjective* | noun+ ":" ) figure
// group      := ( "that" | "this" ) group-noun "of" figure
// of-phrase  := figure ... noun ( "of" | "for" ) name
// contact    := figure ... noun name verb
// recipient  := ( "cost" | "earned" ... ) name figure
#include "claims/subjects/phrase_owner.h"

#include <algorithm>

#include "claims/places/measure_locality.h"
#include "claims/subjects/side_name.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

class PhraseOwnerReader : private SideFinder {
 public:
  PhraseOwnerReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure,
                    const ArticleSides& sides, std::string_view speaker, bool in_text)
      : SideFinder(s, sides, speaker, in_text), f_(figure), m_(measure) {}

  ReadSubject run() {
    const bool named = possessive() || before_colon() || group_before() || of_phrase() ||
                       deeds_of_nation() || name_of_noun() || contact_clause() || recipient();
    return named ? std::move(out_) : ReadSubject();
  }

 private:
  // "Ford's 3,000 workers", "its first 12 planes"
  bool possessive() {
    for (int i = f_.first - 1; i >= f_.first - 3 && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kPossessiveEnd))
        return i >= f_.first - 2 && found_owner(i, "possessive");
      if (s_.is(i, kPossessive) && s_.is_word(i)) return found_reference(i, "possessive pronoun");
      if (!s_.is_word(i) || s_.is(i, kPreposition | kConjunction | kDeterminer | kClauseBreak) ||
          is_finite_verb(s_, i) || s_.at(i).word->verb_forms != 0)
        return false;
    }
    return false;
  }

  // "what he called Velmont's 2014 tax rate: 30 percent"
  bool before_colon() {
    if (s_.at(f_.first - 1).text != ":") return false;
    for (int i = f_.first - 3; i >= f_.first - 6 && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kPossessiveEnd)) return found_owner(i, "possessive");
      if (!s_.is_word(i) && !s_.is_kind(i, TokenKind::kNumber)) return false;
      if (s_.is(i, kPossessive)) return found_reference(i, "possessive pronoun");
    }
    return false;
  }

  // "that bloc of 36 lawmakers": the group spoken of.
  bool group_before() {
    const int noun = f_.first - 2;
    const bool spoken_of = s_.lower_is(noun - 1, "that") || s_.lower_is(noun - 1, "this");
    return spoken_of && s_.lower_is(f_.first - 1, "of") && s_.is_word(noun) &&
           s_.at(noun).word->side_noun == SideKind::kGroup &&
           found_reference(noun, "the group spoken of");
  }

  // "members of the National Resistance Front", "profits of Ford"
  bool of_phrase() {
    if (is_bought() || m_.measure == "length.distance") return false;
    if (m_.head >= 0 && owner_behind(m_.head + 1, 2, true)) return true;
    // "60 percent of Velmont": the whole, of which somebody else may have a part.
    if (f_.dimension == "percent" && !is_people(f_.last + 1)) return false;
    return m_.head != f_.last && owner_behind(f_.last, 2, false);
  }

  // "of Democrats", "of the nation", "of Velmont's buses"; "of the FPL" is none.
  bool is_people(int i) const {
    while (s_.is(i, kDeterminer) && !s_.is(i, kPossessive)) ++i;
    if (s_.is(i, kPossessive) || !s_.at(i).capital) return true;
    const auto name = sides_.name_at(s_, i);
    if (!name || s_.is_kind(name->last, TokenKind::kPossessiveEnd)) return true;
    const std::string_view last = s_.at(name->last - 1).text;
    return (last.ends_with("s") && !is_acronym(last)) || s_.at(i).word->place != kNoIndex;
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
        if (s_.is(i, kPreposition | kConjunction | kClauseBreak) || ends_phrase(start, i)) break;
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

  // "of voters oppose the plan": behind the noun another phrase or a verb begins.
  bool ends_phrase(int start, int i) const {
    if (i == start) return false;
    const Token& noun = s_.at(i - 1);
    const bool plural = !noun.capital && noun.word->can_be(kNounPlural) &&
                        !noun.word->can_be(kNounSingular | kAdjectiveForms);
    return plural || is_finite_verb(s_, i) || s_.is(i, kDeterminer);
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
        return found(s_.slice(i, i + 1), SideKind::kPlace, i, i + 1,
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
      // "two South Koreans": they are who is counted.
      if (name->last > m_.head && !m_.nation.empty()) continue;
      // "Muslim countries", "Republican voters": a kind, no side.
      const bool acronym = std::all_of(s_.at(i).text.begin(), s_.at(i).text.end(),
                                       [](char c) { return c >= 'A' && c <= 'Z'; });
      if (s_.is_kind(i - 1, TokenKind::kHyphen) || (name->last - i == 1 && !acronym)) continue;
      return found_name({name->first, std::min(name->last, std::max(m_.head, name->first + 1))},
                        "name within the counted phrase");
    }
    return false;
  }

  // "the 40 towns the Velmont could reach", "12 jobs Ruiz cut": a clause without "that".
  bool contact_clause() {
    if (m_.head < f_.last || s_.at(m_.head).word->classes != 0 ||
        !s_.at(m_.head).word->can_be(kNounForms) || is_share_of_people(s_, f_, m_))
      return false;
    int i = m_.head + 1;
    if (s_.lower_is(i, "the")) ++i;
    const auto name = sides_.name_at(s_, i);
    return name && !is_date(i) && !is_adjective(*name) && is_finite_verb(s_, name->last) &&
           !is_speech_verb(s_, name->last) &&
           found_name(*name, "subject of the clause behind the noun");
  }

  // "cost Velmont $3 million", "earned Moran a $3,000 fee": the one whose money it is.
  bool recipient() {
    if (f_.dimension != "money") return false;
    static constexpr WordList kVerbs = {"cost",  "costs",   "costing", "earned", "earns", "netted",
                                        "fined", "charged", "owed",    "saved",  "owes"};
    const int end = s_.is(f_.first - 1, kDeterminer) ? f_.first - 1 : f_.first;
    const auto name = sides_.name_before(s_, end);
    if (!name || is_date(name->first)) return false;
    int verb = name->first - 1;
    while (s_.is(verb, kDeterminer) || s_.at(verb).word->title) --verb;
    return s_.is_one_of(verb, kVerbs) && found_name(*name, "the one whom it costs or earns");
  }

  // "bought 65,000 shares of Ford": the buyer's.
  bool is_bought() const {
    return m_.measure.ends_with(".bought") || m_.measure.ends_with(".share");
  }

  const ReadFigure& f_;
  const ReadMeasure& m_;
};

}  // namespace

ReadSubject read_phrase_owner(const SentenceView& sentence, const ReadFigure& figure,
                              const ReadMeasure& measure, const ArticleSides& sides,
                              std::string_view speaker, bool in_text) {
  return PhraseOwnerReader(sentence, figure, measure, sides, speaker, in_text).run();
}

}  // namespace figured::claims
