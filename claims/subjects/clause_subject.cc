#include "claims/subjects/clause_subject.h"

#include "claims/places/place_role.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kClauseReach = 60;  // tokens before a figure in which its subject stands

class ClauseSubjectReader : private SideFinder {
 public:
  ClauseSubjectReader(const SentenceView& s, int figure, const ArticleSides& sides,
                      std::string_view speaker, bool in_text)
      : SideFinder(s, sides, speaker, in_text), figure_(figure) {}

  ReadSubject run() {
    read();
    return std::move(out_);
  }

 private:
  bool read() {
    bool verb = false, thing = false, of = false;
    int weak = -1, governing = -1;
    for (int i = figure_ - 1; i >= figure_ - kClauseReach && s_.has(i); --i) {
      if (s_.at(i).text == ";") break;
      if (verb && s_.at(i).text == "," && i == governing - 1) {
        i = before_apposition(i);
        continue;
      }
      if (!verb && opens_complement(i)) return teller(i);
      if (is_speech_verb(s_, i) && !s_.lower_is(i + 1, "to") && (verb || thing))
        return thing && teller(i);
      if (is_finite_verb(s_, i)) {
        if (thing) break;  // the clause above
        verb = true;
        while (s_.is(i - 1, kBe | kHave | kModal | kWill | kAdverb | kNegation)) --i;
        governing = i;
        // "the desk was": a thing is the subject; only its owner can own the figure.
        thing = is_thing(i);
        if ((thing || s_.at(i - 1).word->demonym) && people_of_country(i)) return true;
        if (s_.lower_is(i - 1, "there")) return false;
        continue;
      }
      if (!verb) {
        of = of || s_.lower_is(i, "of");
        if (of && s_.is(i, kPossessive) && s_.is_word(i))
          return found_reference(i, "owner of what is of the figure");
        const auto name = sides_.name_before(s_, i + 1);
        if (!name) continue;
        if (is_gapped(*name)) return found_name(*name, "subject of the verb before");
        if (is_owner_of_level(*name)) return found_name(*name, "owner of what changed");
        if (of && s_.is_kind(name->last, TokenKind::kPossessiveEnd) && !is_date(name->first))
          return found_name(*name, "owner of what is of the figure");
        if (weak < 0 && ((is_beside(name->last) && !behind_preposition(s_, name->first)) ||
                         s_.lower_is(phrase_start(s_, name->first) - 1, "by")))
          weak = i;
        i = name->first;
        continue;
      }
      if (s_.is(i, kPossessive) && s_.is_word(i)) {
        if (!s_.is(i - 1, kPreposition) && found_reference(i, "owner of the subject")) return true;
        continue;
      }
      if (is_relative(i)) {
        if (const int result = antecedent(i); result >= 0) return result == 1;
        continue;
      }
      if (s_.is(i, kSubjectPronoun) && is_reference(i))
        return !thing && !is_expletive(i) && found_reference(i, "subject");
      if (const auto name = sides_.name_before(s_, i + 1)) {
        if (owns_clause(*name, thing, governing) && found_name(*name, "subject")) return true;
        i = name->first;
        continue;
      }
      if (is_reference(i) && !thing && !behind_preposition(s_, i)) {
        if (found_reference(i, "subject")) return true;
      }
    }
    if (weak < 0) return false;
    return found_name(*sides_.name_before(s_, weak + 1), "name before the figure");
  }

  // "Velmont, a Moran company, bought": the token behind "Velmont"; the comma itself
  // when it ends no such phrase.
  int before_apposition(int comma) const {
    for (int i = comma - 1; i > comma - 14 && s_.has(i); --i) {
      if (is_finite_verb(s_, i) || s_.at(i).text == ";" || s_.is(i, kClauseBreak)) break;
      if (s_.at(i).text != ",") continue;
      const auto name = sides_.name_before(s_, i);
      const bool phrase = s_.is(i + 1, kDeterminer) || s_.lower_is(i + 1, "one") ||
                          (s_.is_word(i + 1) && !s_.at(i + 1).capital &&
                           s_.at(i + 1).word->can_be(kNounForms | kAdjectiveForms));
      const bool list = s_.lower_is(comma - 1, "and") || s_.is(i + 1, kConjunction);
      return name && phrase && !list && !behind_preposition(s_, name->first) ? i : comma;
    }
    return comma;
  }

  // "found that 31 percent", "said Monday that 12 towns": the clause is told by
  // whoever stands before it.
  bool opens_complement(int verb) const {
    if (!s_.is_word(verb) || s_.at(verb).capital) return false;
    int that = verb + 1;
    while (s_.is(that, kDayWord | kWeekday | kAdverb)) ++that;
    return s_.lower_is(that, "that") && that < figure_ &&
           (s_.is(verb, kSay | kSayThat | kShow | kEstimate) || is_speech_verb(s_, verb));
  }

  // "It is not clear how many", "It's possible that": it is nobody.
  bool is_expletive(int it) const {
    if (!s_.lower_is(it, "it")) return false;
    int i = it + 1;
    while (s_.is(i, kBe | kModal | kWill | kHave | kAdverb | kNegation) ||
           (s_.is_word(i) && s_.at(i).word->is_surely(PartOfSpeech::kAdverb)))
      ++i;
    if (i == it + 1 || !s_.at(i).word->can_be(kAdjectiveForms | kVerbParticiple)) return false;
    static constexpr WordList kClauses = {"that", "how", "whether", "why",
                                          "if",   "who", "what",    "when"};
    return s_.is_one_of(i + 1, kClauses);
  }

  // "Velmont sold 300 buses and Harbour Corp 200": the verb is left out.
  bool is_gapped(const NameSpan& name) const {
    if (name.last != figure_ || is_date(name.first)) return false;
    const int start = phrase_start(s_, name.first);
    if (!s_.is(start - 1, kConjunction) && s_.at(start - 1).text != ",") return false;
    for (int i = start - 2; i >= start - 14 && s_.has(i); --i) {
      if (is_finite_verb(s_, i)) return false;
      if (s_.is_kind(i, TokenKind::kNumber) || s_.at(i).word->number_role != NumberRole::kNone)
        return true;
    }
    return false;
  }

  // "raise the price of Velmont to $30"
  bool is_owner_of_level(const NameSpan& name) const {
    if (name.last != figure_ - 1 || is_date(name.first)) return false;
    const bool level = s_.lower_is(name.last, "to") || s_.lower_is(name.last, "from") ||
                       s_.lower_is(name.last, "at");
    const int before = phrase_start(s_, name.first) - 1;
    return level && (s_.lower_is(before, "of") || s_.lower_is(before, "for")) &&
           s_.at(before - 1).word->can_be(kNounSingular) && !s_.at(before - 1).capital;
  }

  // "Russian troops are", "Americans see"
  bool people_of_country(int verb) {
    int i = verb - 1;
    while (s_.is(i, kAdverb | kNegation)) --i;
    if (s_.at(i).capital && s_.at(i).word->demonym && s_.at(i).text.ends_with("s"))
      return found(s_.at(i).text, SideKind::kGroup, i, i + 1, "subject");
    if (!s_.at(i - 1).capital || !s_.at(i - 1).word->demonym) return false;
    if (s_.at(i).word->noun == kNoIndex && s_.at(i).word->side_noun == SideKind::kNone)
      return false;
    return found(s_.slice(i - 1, i + 1), SideKind::kGroup, i - 1, i + 1, "subject");
  }

  bool is_place(const NameSpan& name) const {
    return s_.at(name.first).word->place != kNoIndex ||
           sides_.trim(s_, name).kind == SideKind::kPlace;
  }

  // "offices in Lima and Cusco | have": behind the preposition of the place before it.
  bool is_listed_place(const NameSpan& name) const {
    const int join = name.first - 1;
    const bool comma = s_.at(join).text == ",";
    if (!comma && !s_.is(join, kConjunction)) return false;
    const auto before = sides_.name_before(s_, join);
    if (!before) return false;
    // "Ana Ruiz of Selma, Alabama, bought"
    if (comma) return s_.at(name.last).text == "," && is_place(name);
    return behind_preposition(s_, before->first) &&
           (is_place(name) || locates(s_, phrase_start(s_, before->first) - 1));
  }

  // A name is the subject, or the owner of the thing that is.
  bool owns_clause(const NameSpan& name, bool thing, int verb) const {
    if (is_date(name.first) || is_adjective(name) || is_listed_place(name)) return false;
    if (s_.is_kind(name.last, TokenKind::kPossessiveEnd))
      return !behind_preposition(s_, name.first);
    // "profits of Ford rose", but "the head of Ford bought"
    const int of = phrase_start(s_, name.first) - 1;
    if (name.last == verb && s_.lower_is(of, "of"))
      return s_.at(of - 1).word->side_noun != SideKind::kPerson && !s_.at(of - 1).word->title &&
             !sides_.name_before(s_, of);
    if (thing) return s_.lower_is(phrase_start(s_, name.first) - 1, "of");
    return !behind_preposition(s_, name.first);
  }

  // "Trump on top at 27%", "Rubio 17%": only a preposition lies between.
  bool is_beside(int last) const {
    for (int i = last; i < figure_; ++i) {
      if (!s_.is_word(i) || s_.is(i, kConjunction | kClauseBreak | kDeterminer)) return false;
    }
    return figure_ - last <= 3 && s_.at(figure_).kind != TokenKind::kCurrency;
  }

  // "Ford said sales rose 5 pct": a company or government tells of itself.
  bool teller(int verb) {
    int end = verb;
    while (s_.is(end - 1, kAdverb | kDayWord | kWeekday | kHave)) --end;
    if (s_.at(end - 1).text == ">") {
      for (int i = end - 2; i > end - 6; --i) {
        if (s_.at(i).text == "<") end = i;
      }
    }
    const auto name = sides_.name_before(s_, end);
    if (name) {
      const SideKind kind = sides_.trim(s_, *name).kind;
      return kind == SideKind::kCompany && found_name(*name, "who tells of itself");
    }
    return s_.at(end - 1).word->side_noun == SideKind::kCompany && is_reference(end - 1) &&
           found_reference(end - 1, "who tells of itself");
  }

  // The word before the verb is a common noun that is no side.
  bool is_thing(int verb) const {
    int i = verb - 1;
    while (s_.is(i, kAdverb | kHave | kModal | kBe | kWill | kNegation)) --i;
    i = before_phrases(i);
    if (!s_.is_word(i) || s_.at(i).capital) return false;
    return !s_.is(i, kPronoun | kPreposition | kConjunction | kClauseBreak | kDeterminer) &&
           !is_finite_verb(s_, i) && !is_reference(i);
  }

  // "the firm in its first years | sold": what stands behind a preposition is no
  // subject.
  int before_phrases(int last) const {
    for (int steps = 0; steps < 2; ++steps) {
      if (!s_.is_word(last) ||
          s_.is(last, kPronoun | kPreposition | kConjunction | kClauseBreak | kDeterminer))
        break;
      const auto name = sides_.name_before(s_, last + 1);
      const int preposition = phrase_start(s_, name ? name->first : last) - 1;
      if (!s_.is(preposition, kPreposition) || s_.is(preposition, kClauseBreak) ||
          s_.lower_is(preposition, "of") || !s_.is_word(preposition - 1))
        break;
      last = preposition - 1;
    }
    return last;
  }

  bool is_relative(int i) const {
    return s_.lower_is(i, "who") || s_.lower_is(i, "which") ||
           (s_.lower_is(i, "that") && s_.is_word(i - 1) && !is_finite_verb(s_, i - 1) &&
            !is_speech_verb(s_, i - 1) && s_.at(i - 1).word->verb_forms == 0 &&
            is_finite_verb(s_, i + 1));
  }

  // 1: found; 0: the antecedent is nobody; -1: look on.
  int antecedent(int relative) {
    int end = relative;
    while (s_.at(end - 1).text == "," || s_.at(end - 1).text == ">" || s_.at(end - 1).text == ")")
      --end;
    // "the marches of Moran, which brought", "shots at the pool, which": a thing.
    if (!s_.lower_is(relative, "who") && s_.is_word(end - 1) && !s_.at(end - 1).capital &&
        !is_reference(end - 1) && s_.at(end - 1).word->can_be(kNounSingular | kNounPlural))
      return 0;
    for (int i = end; i > end - 10 && s_.has(i - 1); --i) {
      const auto name = sides_.name_before(s_, i);
      if (!name) {
        if (is_reference(i - 1)) return found_reference(i - 1, "subject of the relative clause");
        continue;
      }
      const SideName trimmed = sides_.trim(s_, *name);
      const bool place = trimmed.kind == SideKind::kPlace && behind_preposition(s_, name->first);
      if (!place && found_name(*name, "subject of the relative clause")) return 1;
      i = name->first + 1;
    }
    return -1;
  }

  const int figure_;  // its first token
};

}  // namespace

ReadSubject read_clause_subject(const SentenceView& sentence, int figure, const ArticleSides& sides,
                                std::string_view speaker, bool in_text) {
  return ClauseSubjectReader(sentence, figure, sides, speaker, in_text).run();
}

}  // namespace figured::claims
