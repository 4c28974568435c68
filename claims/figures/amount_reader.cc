// amount   := [ "-" ] currency numeral | numeral [ unit { [ "and" | "," ] numeral unit } ]
//           | ( "USD" | "Rs" | ... ) numeral | "twice" | "thrice" | "magnitude" [ "-" | "of" ]
//           numeral
//           | see article_amount.cc, compound_amount.cc
//           | ( "euro" | "e" ) digits [ "m" | "bn" | scale ]
// currency := "$" | "US$" | "HK" "$" | "€" ...
#include "claims/figures/amount_reader.h"

#include <algorithm>
#include <cmath>

#include "claims/figures/article_amount.h"
#include "claims/figures/compound_amount.h"
#include "claims/figures/figure_bounds.h"
#include "claims/figures/number_words.h"
#include "claims/figures/unit_reader.h"

namespace figured::claims {
namespace {

class AmountReader {
 public:
  AmountReader(const SentenceView& s, int at) : s_(s) { amount_.first = at; }

  std::optional<Amount> read() {
    if (auto one = read_article_amount(s_, amount_.first)) return one;
    if (take_times() || take_spelt_euro()) return amount_;
    int number = take_currency();
    const auto numeral = read_numeral(s_, number, amount_.currency_sign);
    if (!numeral) return std::nullopt;
    amount_.numeral = *numeral;
    if (negative_) {
      amount_.numeral.low = -numeral->low;
      amount_.numeral.high = -numeral->high;
    }
    scale_number(code_scale_);
    amount_.last = numeral->last;
    if (amount_.currency_sign) {
      take_cents();
    } else {
      take_unit();
    }
    take_below_zero();
    if (!amount_.suspended) amount_.noun_from = amount_.last;
    amount_.numeral.first = amount_.currency_sign ? amount_.first : numeral->first;
    drop_doubtful_sign();
    return amount_;
  }

 private:
  // "twice": two times.
  bool take_times() {
    const Token& token = s_.at(amount_.first);
    if (token.kind != TokenKind::kWord || token.word->number_role != NumberRole::kTimes)
      return false;
    const double times = token.word->low();
    amount_.numeral.first = amount_.first;
    amount_.last = amount_.numeral.last = amount_.first + 1;
    amount_.numeral.low = amount_.numeral.high = times;
    amount_.numeral.worded = true;
    amount_.unit = "time";
    amount_.dimension = "times";
    return true;
  }

  // "euro110 billion", "e75m", "e80 million": the sign as wires without it spell it.
  bool take_spelt_euro() {
    const Token& token = s_.at(amount_.first);
    if (token.kind != TokenKind::kMixed || token.text.front() != 'e') return false;
    const bool whole = token.text.starts_with("euro");
    std::string_view digits = token.text.substr(whole ? 4 : 1);
    const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    const std::string_view letters = digits.substr(end);
    digits = digits.substr(0, end);
    double scale = letters == "m" ? 1e6 : letters == "bn" ? 1e9 : 1;
    int last = amount_.first + 1;
    const Token& next = s_.at(last);
    if (letters.empty() && next.kind == TokenKind::kWord && next.text.size() > 1 &&
        next.word->number_role == NumberRole::kScale) {
      scale = next.word->low();
      ++last;
    }
    // "e10" is a fuel.
    if (digits.empty() || digits.size() > 4 || (!letters.empty() && scale == 1) ||
        (!whole && scale == 1))
      return false;
    double value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    amount_.unit = "eur";
    amount_.dimension = "money";
    amount_.currency_sign = true;
    amount_.unit_words = {token.span.start, token.span.start + (whole ? 4u : 1u)};
    Numeral& numeral = amount_.numeral;
    numeral.first = amount_.first;
    numeral.last = amount_.last = amount_.noun_from = last;
    numeral.low = numeral.high = value * scale;
    numeral.grain = grain_of_whole(value) * scale;
    numeral.scale = scale;
    return true;
  }

  // Where the numeral begins: behind a currency sign, if one stands here.
  int take_currency() {
    int at = amount_.first;
    // "-$5", "minus $5"
    const bool sign = s_.is_kind(at, TokenKind::kHyphen) && !s_.at(at + 1).spaced &&
                      (s_.at(at).spaced || at == s_.first());
    const bool word = (s_.lower_is(at, "minus") || s_.lower_is(at, "negative")) &&
                      !s_.is_kind(at - 1, TokenKind::kNumber);
    if ((sign || word) && s_.is_kind(at + 1, TokenKind::kCurrency)) {
      negative_ = true;
      ++at;
    }
    if (const auto split = split_dollar(at)) {
      set_unit_of(s_, amount_, *split, at);
      amount_.currency_sign = true;
      return split->last;
    }
    if (const auto currency = read_currency(s_, at)) {
      set_unit_of(s_, amount_, *currency, at);
      code_scale_ = amount_.multiplier;
      amount_.multiplier = 1;
      amount_.currency_sign = true;
      return currency->last;
    }
    negative_ = false;
    return amount_.first;
  }

  // "HK $5", "C $ 100": the country stands apart from its dollar.
  std::optional<ReadUnit> split_dollar(int at) const {
    const Token& country = s_.at(at);
    if (country.kind != TokenKind::kWord || !country.capital || country.text.size() > 3 ||
        s_.at(at + 1).text != "$")
      return std::nullopt;
    // "A $5 million plant opened" begins with an article.
    if (country.text == "A" && s_.at(at + 1).spaced) return std::nullopt;
    const std::string name = lower_case(country.text) + '$';
    const std::int16_t index = Lexicon::english().find(name).unit;
    if (index == kNoIndex) return std::nullopt;
    const Unit& unit = Lexicon::english().unit(index);
    return ReadUnit{at + 2, unit.name, unit.dimension, 1, false};
  }

  // "$76 US", "10 $ 30 cent"
  void take_cents() {
    if (amount_.unit == "usd" && s_.at(amount_.last).text == "US" &&
        !s_.at(amount_.last + 1).capital) {
      ++amount_.last;
    }
    add_smaller_units(s_, amount_);
  }

  void take_unit() {
    if (is_magnitude()) return;
    int at = amount_.last;
    // "dozens of miles", "a couple of years"
    if ((amount_.numeral.vague || s_.lower_is(at - 1, "couple")) && s_.lower_is(at, "of")) ++at;
    // "a quarter of a mile", "half of a gallon"
    if (amount_.numeral.kind == NumeralKind::kFraction && s_.lower_is(at, "of") &&
        (s_.lower_is(at + 1, "a") || s_.lower_is(at + 1, "an")))
      at += 2;
    // "5-plus miles", "3+ years"
    const ReadBound right = read_right_bound(s_, at);
    const bool bounded = right.edge > at && (s_.binds(at) || s_.at(at).text == "+");
    if (bounded) at = right.edge;
    auto unit = read_unit(s_, at);
    if (const int behind = unit ? at : behind_qualifier(at); behind > at)
      unit = read_unit(s_, at = behind);
    if (!unit) return take_suspended();
    set_unit_of(s_, amount_, *unit, at);
    if (amount_.multiplier >= 1000) {  // "30 MUSD"
      scale_number(amount_.multiplier);
      amount_.multiplier = 1;
    }
    amount_.last = behind_extent(s_, unit->last);
    if (bounded) amount_.bound = right.bound;
    // "75 USD million"
    if (amount_.dimension == "money" && amount_.numeral.scale == 1 && s_.is_word(unit->last) &&
        s_.at(unit->last).word->number_role == NumberRole::kScale &&
        s_.at(unit->last).text.size() > 3) {
      scale_number(s_.at(unit->last).word->low());
      ++amount_.last;
    }
    add_smaller_units(s_, amount_);
  }

  // "three straight days", "two full years", "billions of U.S. taxpayer dollars": the token of
  // the unit behind what qualifies it; `at` when nothing does.
  int behind_qualifier(int at) const {
    static constexpr WordList kWhole = {"straight", "consecutive", "successive", "full",
                                        "whole",    "entire",      "solid",      "long"};
    static constexpr WordList kPublic = {"taxpayer", "taxpayers", "federal", "public", "state"};
    if (s_.is_one_of(at, kWhole)) return is_plural_of(at + 1, "duration") ? at + 1 : at;
    if (amount_.numeral.scale < 1e3 && !amount_.numeral.vague) return at;
    int i = at;
    while (i < at + 5 && (s_.is_one_of(i, kPublic) || s_.at(i).word->place != kNoIndex ||
                          (i > at && s_.at(i).text == ".")))
      ++i;
    return i > at && is_plural_of(i, "money") ? i : at;
  }

  bool is_plural_of(int i, std::string_view dimension) const {
    const std::int16_t unit = s_.at(i).word->unit;
    return s_.is_word(i) && unit != kNoIndex && s_.at(i).text.ends_with('s') &&
           Lexicon::english().unit(unit).dimension == dimension;
  }

  // A scale told apart from the number is part of it.
  void scale_number(double scale) {
    Numeral& numeral = amount_.numeral;
    numeral.low *= scale;
    numeral.high *= scale;
    numeral.grain *= scale;
    numeral.scale *= scale;
  }

  // "30 degrees below zero", "30 below zero"
  void take_below_zero() {
    const bool warmth =
        amount_.dimension.empty() || amount_.dimension == "temperature" || amount_.unit == "degree";
    if (!warmth || amount_.numeral.vague || !s_.lower_is(amount_.last, "below") ||
        !s_.lower_is(amount_.last + 1, "zero"))
      return;
    amount_.numeral.low = -amount_.numeral.low;
    amount_.numeral.high = -amount_.numeral.high;
    amount_.last += 2;
  }

  // "magnitude 6.1", "magnitude-6.1"
  bool is_magnitude() {
    const int first = amount_.first;
    const int before = s_.binds(first - 1) ? first - 2 : first - 1;
    const bool of = s_.lower_is(before, "of");
    if (!s_.lower_is(of ? before - 1 : before, "magnitude") || amount_.numeral.low >= 11)
      return false;
    amount_.unit = amount_.dimension = "magnitude";
    return true;
  }

  // "7- or 8-inch", "four-, five- and six-cylinder"
  void take_suspended() {
    const int hyphen = amount_.last;
    if (!s_.is_kind(hyphen, TokenKind::kHyphen) || s_.at(hyphen).spaced) return;
    const Token& next = s_.at(hyphen + 1);
    if (next.text != "," && !s_.lower_is(hyphen + 1, "or") && !s_.lower_is(hyphen + 1, "and") &&
        !s_.lower_is(hyphen + 1, "to"))
      return;
    amount_.suspended = true;
    amount_.last = hyphen + 1;
    for (int i = hyphen + 1; i < hyphen + 8; ++i) {
      if (!s_.binds(i)) continue;
      amount_.noun_from = i;
      if (const auto unit = read_unit(s_, i)) set_unit_of(s_, amount_, *unit, i);
      return;
    }
  }

  // "the dead -42 people": a dash, for nothing that is counted is below zero.
  void drop_doubtful_sign() {
    Numeral& numeral = amount_.numeral;
    if (numeral.low >= 0 || amount_.currency_sign || !amount_.dimension.empty()) return;
    if (!s_.is_kind(amount_.first, TokenKind::kHyphen) || !s_.is_word(amount_.last)) return;
    numeral.low = -numeral.low;
    numeral.high = -numeral.high;
    ++amount_.first;
    ++numeral.first;
  }

  const SentenceView& s_;
  Amount amount_;
  bool negative_ = false;
  double code_scale_ = 1;  // of "KEUR 500"
};

// "a dozen", "a few dozen", "an hour and a half"
bool goes_on_behind_article(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  return (token.cues & kAmountCue) != 0 || token.word->unit != kNoIndex ||
         equals_lower(token.text, "few");
}

// No amount begins with any other token.
bool can_begin(const SentenceView& s, int at) {
  const Token& token = s.at(at);
  if ((token.cues & kAmountCue) != 0) return true;
  if (token.kind == TokenKind::kMixed) return token.text.front() == 'e';  // "e75m"
  if (token.kind != TokenKind::kWord) return false;
  const Token& next = s.at(at + 1);
  if (next.kind == TokenKind::kCurrency) return next.text == "$";                       // "HK $5"
  if (token.capital && next.kind == TokenKind::kNumber) return token.text.size() == 4;  // "MEUR 5"
  if (s.lower_is(at, "a") || s.lower_is(at, "an")) return goes_on_behind_article(s, at + 1);
  return s.lower_is(at, "minus") || s.lower_is(at, "negative");
}

}  // namespace

std::optional<Amount> read_amount(const SentenceView& sentence, int at) {
  if (!can_begin(sentence, at)) return std::nullopt;
  return AmountReader(sentence, at).read();
}

}  // namespace figured::claims
