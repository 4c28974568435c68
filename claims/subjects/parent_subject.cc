// parent := name "," [ age "," ] [ article ] word* "mother" "of" figure
//         | "mother" "of" figure [ noun ] name
//         | name ( "be" | "who" "be" ) [ article ] word* "mother" "of" figure
#include "claims/subjects/parent_subject.h"

#include "claims/subjects/clause_subject.h"

namespace figured::claims {
namespace {

constexpr int kModifiers = 4;  // words between the article and "mother"

class ParentSubjectReader : private SideFinder {
 public:
  ParentSubjectReader(const SentenceView& s, const ArticleSides& sides, std::string_view speaker,
                      bool in_text)
      : SideFinder(s, sides, speaker, in_text) {}

  // `parent`: the token of "mother"; `behind`: that behind the children.
  ReadSubject run(int parent, int behind) {
    if (const auto name = sides_.name_at(s_, behind);
        name && found_name(*name, "name behind the parent"))
      return std::move(out_);
    const int first = first_of_phrase(parent);
    if (s_.at(first - 1).text == "," && in_apposition(first - 1)) return std::move(out_);
    if (s_.is(first - 1, kBe)) return read_clause_subject(s_, first, sides_, speaker_, in_text_);
    // "The mother of four said": the person spoken of.  "A mother of four" is nobody known, nor
    // is who something is done to: "the shot hit the mother of four".
    if (in_text_ && s_.lower_is(first, "the") && !s_.is_word(first - 1))
      found_side(sides_.last_person(first), parent, "the person spoken of");
    return std::move(out_);
  }

 private:
  int first_of_phrase(int parent) const {
    int i = parent;
    for (int words = 0; words < kModifiers && s_.is_word(i - 1); ++words) {
      if (s_.is(i - 1, kDeterminer)) return i - 1;
      if (s_.is(i - 1, kBe | kHave | kPreposition | kConjunction | kClauseBreak)) break;
      --i;
    }
    return i;
  }

  // "Ana Ruiz, 34, a mother of four"
  bool in_apposition(int comma) {
    int before = comma;
    if (s_.is_kind(before - 1, TokenKind::kNumber) && s_.at(before - 2).text == ",") before -= 2;
    const auto name = sides_.name_before(s_, before);
    return name && found_name(*name, "name before the parent");
  }
};

}  // namespace

ReadSubject read_parent_subject(const SentenceView& sentence, const ReadFigure& figure,
                                const ReadMeasure& measure, const ArticleSides& sides,
                                std::string_view speaker, bool in_text) {
  if (measure.measure != kOffspring) return {};
  const int behind = measure.head >= figure.last ? measure.head + 1 : figure.last;
  return ParentSubjectReader(sentence, sides, speaker, in_text).run(figure.first - 2, behind);
}

}  // namespace figured::claims
