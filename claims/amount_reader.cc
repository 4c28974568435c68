// amount   := [ "-" ] currency numeral | numeral [ unit { [ "and" | "," ] numeral unit } ]
//           | ( "USD" | "Rs" | ... ) numeral | "twice" | "thrice" | "magnitude" [ "-" | "of" ]
//           numeral
//           | ( "a" | "an" ) unit "and" part              "an hour and a half"
// currency := "$" | "US$" | "HK" "$" | "€" ...
#include "claims/amount_reader.h"

#include <cmath>

#include "claims/figure_bounds.h"
#include "claims/number_words.h"
#include "claims/unit_reader.h"

namespace figured::claims {
namespace {

class AmountReader {
 public:
  AmountReader(const SentenceView& s, int at) : s_(s) { amount_.first = at; }

  std::optional<Amount> read() {
    if (take_times() || take_one_and_a_part()) return amount_;
    int number = take_currency();
    const auto numeral = read_numeral(s_, number, amount_.currency_sign);
    if (!numeral) return std::nullopt;
    amount_.numeral = *numeral;
    if (negative_) {
      amount_.numeral.low = -numeral->low;
      amount_.numeral.high = -numeral->high;
    }
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
  // `first`: the token the unit begins at, a hyphen before it included.
  void set_unit(const ReadUnit& unit, int first) {
    if (s_.is_kind(first, TokenKind::kHyphen)) ++first;
    amount_.unit_words = {s_.at(first).span.start, s_.at(unit.last - 1).span.end};
    amount_.unit = unit.name;
    amount_.dimension = unit.dimension;
    amount_.multiplier = unit.multiplier;
    amount_.age = unit.age;
  }

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

  // "an hour and a half", "a mile and a quarter"
  bool take_one_and_a_part() {
    const int unit_at = amount_.first + 1;
    if (!s_.lower_is(amount_.first, "a") && !s_.lower_is(amount_.first, "an")) return false;
    if (!s_.is_word(unit_at) || s_.at(unit_at).word->unit == kNoIndex) return false;
    const auto unit = read_unit(s_, unit_at);
    if (!unit || !s_.lower_is(unit->last, "and")) return false;
    const auto part = read_added_fraction(NumeralScan(s_, false), unit->last);
    if (!part || factor_of(unit->name, unit->dimension) == 0) return false;
    set_unit(*unit, unit_at);
    amount_.numeral.first = amount_.first;
    amount_.numeral.low = amount_.numeral.high = 1 + part->value;
    amount_.numeral.grain = 0.1;
    amount_.numeral.worded = true;
    amount_.last = amount_.noun_from = amount_.numeral.last = part->last;
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
      set_unit(*split, at);
      amount_.currency_sign = true;
      return split->last;
    }
    if (const auto currency = read_currency(s_, at)) {
      set_unit(*currency, at);
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
    add_smaller_units();
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
    const auto unit = read_unit(s_, at);
    if (!unit) return take_suspended();
    set_unit(*unit, at);
    amount_.last = unit->last;
    if (bounded) amount_.bound = right.bound;
    // "75 USD million"
    if (amount_.dimension == "money" && amount_.numeral.scale == 1 && s_.is_word(unit->last) &&
        s_.at(unit->last).word->number_role == NumberRole::kScale &&
        s_.at(unit->last).text.size() > 3) {
      amount_.multiplier *= s_.at(unit->last).word->low();
      ++amount_.last;
    }
    add_smaller_units();
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
      if (const auto unit = read_unit(s_, i)) set_unit(*unit, i);
      return;
    }
  }

  // "5 feet 2 inches", "two hours and 30 minutes", "13 dollars and 45 cents"
  void add_smaller_units() {
    if (take_height()) return;
    double factor = factor_of(amount_.unit, amount_.dimension);
    if (factor == 0 || amount_.numeral.vague || amount_.age || s_.binds(amount_.numeral.last) ||
        s_.lower_is(amount_.first - 1, "between") || s_.lower_is(amount_.first - 1, "from"))
      return;
    for (int parts = 0; parts < 3; ++parts) {
      int at = amount_.last;
      const bool comma = s_.at(at).text == ",";
      if (comma || s_.lower_is(at, "and")) ++at;
      const auto numeral = read_numeral(s_, at, false);
      if (!numeral || numeral->vague || numeral->scale != 1 || s_.binds(numeral->last)) return;
      const auto unit = read_smaller_unit(numeral->last);
      if (!unit || unit->dimension != amount_.dimension || unit->age) return;
      if (unit->multiplier == 1 && unit->name == amount_.unit) return;
      const double smaller = factor_of(unit->name, unit->dimension) * unit->multiplier;
      if (smaller == 0 || smaller * 2.9 > factor) return;
      // "2 hours, 30 minutes" is one time; "5 miles, 90,000 feet" are two lengths.
      if (comma &&
          (amount_.dimension == "money" || numeral->low * smaller >= factor || goes_on(unit->last)))
        return;
      add(numeral->low, *unit, smaller, factor);
      amount_.last = unit->last;
      factor = smaller;
    }
  }

  // ", and 16 hours": a list, not the parts of one amount.
  bool goes_on(int at) const {
    if (s_.at(at).text != ",") return false;
    ++at;
    if (s_.lower_is(at, "and")) ++at;
    return s_.is_kind(at, TokenKind::kNumber) ||
           (s_.is_word(at) && s_.at(at).word->number_role == NumberRole::kSmall);
  }

  // "5-foot-8", "5-feet-8 inches": the inches of a height.
  bool take_height() {
    if (amount_.unit != "foot" || !s_.binds(amount_.last) || amount_.age) return false;
    const Token& inches = s_.at(amount_.last + 1);
    if (inches.kind != TokenKind::kNumber || inches.number > 11.9 ||
        amount_.numeral.low != std::floor(amount_.numeral.low))
      return false;
    int last = amount_.last + 2;
    if (const auto unit = read_unit(s_, last); unit && unit->name == "inch") last = unit->last;
    add(inches.number, {last, "inch", "length", 1, false}, 0.0254, 0.3048);
    amount_.last = last;
    return true;
  }

  std::optional<ReadUnit> read_smaller_unit(int at) const {
    // "12 ft 2 in"
    if (amount_.unit == "foot" && s_.lower_is(at, "in"))
      return ReadUnit{at + 1, "inch", "length", 1, false};
    return read_unit(s_, at);
  }

  // Money stays in its unit; other amounts are told in the smallest unit written.
  void add(double value, const ReadUnit& unit, double smaller, double factor) {
    if (amount_.dimension == "money") {
      amount_.added += value * smaller;
      amount_.numeral.grain = smaller;
      return;
    }
    amount_.multiplier *= factor / smaller;
    amount_.added = amount_.added * factor / smaller + value;
    amount_.numeral.grain = smaller / factor;
    amount_.unit = unit.name;
  }

  // 0 for units that are not written in parts.
  static double factor_of(const std::string& unit, const std::string& dimension) {
    if (dimension == "money") return 1;
    if (dimension != "length" && dimension != "duration" && dimension != "mass") return 0;
    const Unit* known = Lexicon::english().unit_named(unit);
    return known == nullptr ? 0 : known->factor;
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
  if (token.kind != TokenKind::kWord) return false;
  const Token& next = s.at(at + 1);
  if (next.kind == TokenKind::kCurrency) return next.text == "$";  // "HK $5"
  if (s.lower_is(at, "a") || s.lower_is(at, "an")) return goes_on_behind_article(s, at + 1);
  return s.lower_is(at, "minus") || s.lower_is(at, "negative");
}

}  // namespace

std::optional<Amount> read_amount(const SentenceView& sentence, int at) {
  if (!can_begin(sentence, at)) return std::nullopt;
  return AmountReader(sentence, at).read();
}

}  // namespace figured::claims
