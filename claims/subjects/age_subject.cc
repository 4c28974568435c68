// age := name "," figure | figure noun* name | relative "," figure
//      | pronoun ( "be" | "turned" | ... "at the age of" ) figure
#include "claims/subjects/age_subject.h"

#include <algorithm>

#include "claims/gazetteer/gazetteer.h"
#include "claims/subjects/clause_subject.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

class AgeSubjectReader : private SideFinder {
 public:
  AgeSubjectReader(const SentenceView& s, const ReadFigure& figure, const ArticleSides& sides,
                   std::string_view speaker, bool in_text)
      : SideFinder(s, sides, speaker, in_text), f_(figure) {}

  ReadSubject run() {
    if (is_given()) {
      found_side(sides_.last_person(f_.first), f_.first - 1, "the person spoken of");
      return std::move(out_);
    }
    if (!beside() && is_predicate())
      return read_clause_subject(s_, f_.first, sides_, speaker_, in_text_);
    return std::move(out_);
  }

 private:
  bool beside() {
    // "the 32-year-old Massoud", "51-year-old Trooper William Hakim"
    for (int i = f_.last; i < f_.last + 4 && s_.is_word(i); ++i) {
      if (const auto name = sides_.name_at(s_, i); name && found_name(*name, "name behind the age"))
        return true;
      if (s_.is(i, kPreposition | kConjunction | kClauseBreak) || !may_describe(i)) break;
      if (s_.lower_is(i, "whose")) break;
      if (s_.at(i + 1).text == "," && is_named_behind(i)) return true;
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

  // "her 12-year-old niece, Jorv, who"
  bool is_named_behind(int noun) {
    if (!s_.at(noun).word->can_mean(Topic::kPerson)) return false;
    const auto name = sides_.name_at(s_, noun + 2);
    if (!name || s_.at(name->last).text != ",") return false;
    if (Gazetteer::world().best(s_.slice(name->first, name->last)) != kNoPlace) return false;
    return found_name(*name, "name behind the age");
  }

  // "the 32-year-old driver Massoud", not "the 32-year-old met Massoud"
  bool may_describe(int i) const {
    const Word& word = *s_.at(i).word;
    return s_.at(i).capital || s_.binds(i) || word.can_mean(Topic::kPerson) ||
           word.can_be(kAdjectiveForms) || (word.verb_forms == 0 && !word.can_be(kVerbForms));
  }

  // "his cousin, now 8 weeks old", "Moran's son, 12,"
  bool relative_of_side(int before) {
    int noun = before - 1;
    while (s_.at(noun).text == "," || s_.lower_is(noun, "now")) --noun;
    if (noun == before - 1 && s_.at(before).text != ",") return false;
    if (!s_.is_word(noun) || s_.at(noun).capital || !s_.at(noun).word->can_mean(Topic::kPerson))
      return false;
    const bool pronoun = s_.is_word(noun - 1) && s_.is(noun - 1, kPossessive);
    const bool owned = pronoun ? found_reference(noun - 1, "relative of the one spoken of")
                               : s_.is_kind(noun - 1, TokenKind::kPossessiveEnd) &&
                                     found_owner(noun - 1, "possessive");
    if (!owned) return false;
    out_.name += "'s ";
    out_.name += s_.at(noun).text;
    return true;
  }

  // "the 32-year-old": the person spoken of; "a 32-year-old man" is nobody known, and who is
  // named before in the sentence is somebody else: "Lindt shot the 32-year-old".
  bool the_old_one() {
    if (!in_text_ || !s_.lower_is(f_.first - 1, "the")) return false;
    const bool alone = !s_.is_word(f_.last) ||
                       s_.at(f_.last).word->side_noun == SideKind::kPerson ||
                       s_.is(f_.last, kPreposition | kClauseBreak) || is_finite_verb(s_, f_.last);
    if (!alone) return false;
    const int person = sides_.last_person(f_.first);
    return person != kNoSide && !is_named_before(person) &&
           found_side(person, f_.first, "the person spoken of");
  }

  bool is_named_before(int side) const {
    constexpr int kReach = 40;  // tokens
    for (int i = std::max(s_.first(), f_.first - kReach); i < f_.first; ++i) {
      const auto name = sides_.name_at(s_, i);
      if (name && sides_.named(s_.slice(name->first, name->last)) == side) return true;
    }
    return false;
  }

  // "a birth date that makes her 52"; "her 12-year-old niece" is another.
  bool is_given() const {
    if (s_.binds(f_.core_last)) return false;
    return in_text_ && (s_.lower_is(f_.first - 1, "him") || s_.lower_is(f_.first - 1, "her"));
  }

  // "he is 32", "she turned 30"
  bool is_predicate() const {
    int i = f_.first - 1;
    while (s_.is(i, kAdverb | kNegation) || s_.lower_is(i, "only")) --i;
    return s_.is(i, kBe) || s_.lower_is(i, "turned") || s_.lower_is(i, "turns") ||
           s_.lower_is(i, "aged") || is_at_the_age(i);
  }

  // "died at the age of 66", "at age 66"
  bool is_at_the_age(int i) const {
    if (s_.lower_is(i, "of")) --i;
    if (!s_.lower_is(i, "age")) return false;
    return s_.lower_is(s_.is(i - 1, kDeterminer) ? i - 2 : i - 1, "at");
  }

  const ReadFigure& f_;
};

}  // namespace

ReadSubject read_age_subject(const SentenceView& sentence, const ReadFigure& figure,
                             const ArticleSides& sides, std::string_view speaker, bool in_text) {
  return AgeSubjectReader(sentence, figure, sides, speaker, in_text).run();
}

}  // namespace figured::claims
