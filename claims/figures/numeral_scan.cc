#include "claims/figures/numeral_scan.h"

#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {
constexpr int kAloneReach = 16;  // signs on either side of a numeral that is the whole text

// An adjective that a length stands before: "14 m deep".
bool is_extent(const SentenceView& s, int i) {
  static constexpr WordList kExtents = {"long",  "wide", "high",   "deep",  "tall",  "thick",
                                        "broad", "away", "square", "cubic", "above", "below"};
  return s.is_one_of(i, kExtents);
}
}  // namespace

bool NumeralScan::is_scale(int i, bool decimal) const {
  if (role(i) != NumberRole::kScale) return false;
  const std::string_view text = s_.at(i).text;
  const bool glued = !s_.at(i).spaced;
  if (text == "MM" || text == "mm") return money_;
  // "Rs 300 cr", "5 lac"; "12 Cr" may be anything, "Lac" begins names.
  if (equals_lower(text, "cr")) return money_ || glued || !s_.has(i + 1);
  if (s_.at(i).capital && text.starts_with("Lac")) return money_;
  if (text.size() > 1) return true;
  switch (text.front()) {
    case 'k':
    case 'K':
      return glued;
    case 'B':
    case 'M':
      return money_ || glued || counts_millions(i + 1);
    case 'b':
      return money_ || (glued && decimal);
    case 'm':
      return money_ || (glued && counts_millions(i + 1));
    default:
      return money_ && glued;
  }
}

// "35m people", "1.2m tons", "35m of its devices" are millions, "35m long" is a
// length.
bool NumeralScan::counts_millions(int after) const {
  if (!s_.is_word(after) || !s_.at(after).spaced) return false;
  if (s_.lower_is(after, "of")) return true;
  // "14m new jobs", not "a 14m deep shaft"
  if (s_.at(after).word->is_likely(PartOfSpeech::kAdjective) && !is_extent(s_, after) &&
      s_.is_word(after + 1) && s_.at(after).word->unit == kNoIndex)
    ++after;
  const Word& word = *s_.at(after).word;
  if (word.unit != kNoIndex) return Lexicon::english().unit(word.unit).dimension != "duration";
  return word.noun != kNoIndex && is_plural_noun(s_.at(after));
}

bool NumeralScan::is_slash(int i) const {
  return (s_.at(i).text == "/" || s_.at(i).text == "\u2044") && is_glued(i) && is_glued(i + 1);
}

bool NumeralScan::is_counted(int i) const {
  if (!s_.is_word(i)) return s_.at(i).text == "%";
  const Word& word = *s_.at(i).word;
  return word.unit != kNoIndex || word.number_role == NumberRole::kScale || s_.lower_is(i, "of") ||
         is_plural_noun(s_.at(i));
}

bool NumeralScan::is_alone(int first, int last) const {
  if (first - s_.first() > kAloneReach || s_.last() - last > kAloneReach) return false;
  for (int i = s_.first(); i < s_.last(); ++i) {
    if (i >= first && i < last) continue;
    if (!s_.is_kind(i, TokenKind::kSign) && !s_.is_kind(i, TokenKind::kQuote)) return false;
  }
  return true;
}

}  // namespace figured::claims
