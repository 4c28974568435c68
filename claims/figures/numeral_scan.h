// NumeralScan: what the readers of numerals ask of the tokens at hand.
#pragma once
#include "claims/text/sentence_view.h"

namespace figured::claims {

class NumeralScan {
 public:
  NumeralScan(const SentenceView& sentence, bool money) : s_(sentence), money_(money) {}

  const SentenceView& sentence() const { return s_; }
  NumberRole role(int i) const {
    return s_.is_word(i) ? s_.at(i).word->number_role : NumberRole::kNone;
  }
  double value(int i) const { return s_.at(i).word->low(); }
  bool is_digits(int i) const { return s_.is_kind(i, TokenKind::kNumber); }
  // Number token that begins right where the one before it ends.
  bool is_glued(int i) const { return s_.has(i) && !s_.at(i).spaced; }
  // The token behind a binding hyphen at `i`, else `i`.
  int skip_hyphen(int i) const { return s_.binds(i) ? i + 1 : i; }
  // The same of a hyphen between blanks, as tokenised text has it: "fifty - two".
  int skip_loose_hyphen(int i) const {
    return s_.binds(i) || (s_.at(i).text == "-" && s_.is_word(i + 1)) ? i + 1 : i;
  }
  // A plural of an ordinal or of "half", "quarter": "thirds", "halves".
  bool is_plural(int i) const { return s_.at(i).text.ends_with('s'); }

  // A scale word at `i`.  One letter scales: k always when glued; m, b and t of
  // money, of a decimal, or in capitals; m of what is counted: "35m people", "8 B people".
  bool is_scale(int i, bool decimal = false) const;
  // "/" or the fraction slash, glued on both sides.
  bool is_slash(int i) const;
  // Nothing but digits, whatever the tokenizer took it for: "10" of "x10".
  bool is_plain_number(int i) const {
    const std::string_view text = s_.at(i).text;
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  }
  // A token that is written with something it could measure or count behind it:
  // a unit, a scale, "of", a plural.
  bool is_counted(int i) const;
  // Nothing but signs stand before `first` and from `last` on: the numeral is
  // the whole text.
  bool is_alone(int first, int last) const;

 private:
  bool counts_millions(int after) const;

  const SentenceView& s_;
  bool money_;
};

}  // namespace figured::claims
