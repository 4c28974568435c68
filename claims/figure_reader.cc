// figure     := { bound } amount { range amount } { bound } [ "(" amount ")" ]
// amount     := [ currency ] numeral [ unit ] | "magnitude" [ "-" ] numeral
// range      := "to" | "-" | "and" (after "between") | "or"
#include "claims/figure_reader.h"

#include <algorithm>

#include "claims/counted_noun.h"
#include "claims/figure_bounds.h"
#include "claims/unit_reader.h"

namespace figured::claims {
namespace {

// A numeral with its unit.
struct Amount {
  Numeral numeral;
  int first = 0;
  int last = 0;
  std::string unit;
  std::string dimension;
  double multiplier = 1;
  bool currency_sign = false;
  bool age = false;

  double low() const { return numeral.low * multiplier; }
  double high() const { return numeral.high * multiplier; }
};

class FigureReader {
 public:
  explicit FigureReader(const SentenceView& s) : s_(s) {}

  ReadFigures run() {
    int i = s_.first();
    while (i < s_.last()) {
      const auto amount = read_amount(i);
      if (!amount) {
        ++i;
        continue;
      }
      i = take(*amount);
    }
    return std::move(out_);
  }

 private:
  std::optional<Amount> read_amount(int at) const {
    Amount amount;
    amount.first = at;
    int number = at;
    if (const auto currency = read_currency(s_, at)) {
      amount.unit = currency->name;
      amount.dimension = currency->dimension;
      amount.currency_sign = true;
      number = currency->last;
    }
    const auto numeral = read_numeral(s_, number, amount.currency_sign);
    if (!numeral) return std::nullopt;
    amount.numeral = *numeral;
    amount.last = numeral->last;
    if (!amount.currency_sign) take_unit(amount);
    return amount;
  }

  void take_unit(Amount& amount) const {
    // "magnitude 6.1", "magnitude-6.1"
    const int before = s_.binds(amount.first - 1) ? amount.first - 2 : amount.first - 1;
    const bool of = s_.lower_is(before, "of");
    if (s_.lower_is(of ? before - 1 : before, "magnitude") && amount.numeral.low < 11) {
      amount.unit = amount.dimension = "magnitude";
      return;
    }
    int at = amount.last;
    // "dozens of miles"
    if (amount.numeral.vague && s_.lower_is(at, "of")) ++at;
    // "5-plus miles"
    if (const auto right = read_right_bound(s_, at); right.edge > at && s_.binds(at))
      at = right.edge;
    const auto unit = read_unit(s_, at);
    if (!unit) return;
    // "one second" of a list; "two seconds" is a duration.
    amount.unit = unit->name;
    amount.dimension = unit->dimension;
    amount.multiplier = unit->multiplier;
    amount.age = unit->age;
    amount.last = unit->last;
  }

  // Where a second amount of a range begins behind `last`; -1 when none does.
  int range_second(const Amount& first, int last) const {
    if (s_.is_kind(last, TokenKind::kHyphen)) return last + 1;
    if (s_.lower_is(last, "to") && !s_.lower_is(last + 1, "the")) return last + 1;
    if (s_.lower_is(last, "and") && s_.lower_is(first.first - 1, "between")) return last + 1;
    if (s_.lower_is(last, "or") && first.last - first.first == 1) return last + 1;
    return -1;
  }

  bool is_change(int first) const {
    if (!s_.lower_is(first - 1, "from")) return false;
    for (int i = first - 2; i > first - 9 && s_.has(i); --i) {
      if (s_.is(i, kRise | kFall | kRevise) || s_.lower_is(i, "up") || s_.lower_is(i, "down"))
        return true;
    }
    return false;
  }

  int take(const Amount& first) {
    const int second_at = range_second(first, first.last);
    if (second_at >= 0 && !rejected(first, second_at)) {
      const ReadBound inner = skip_bound(second_at);
      if (auto second = read_amount(inner.edge); second && joins(first, *second, second_at - 1)) {
        return take_range(first, *second);
      }
    }
    if (is_age_of_name(first)) return take_age(first);
    const ReadBound left = read_left_bound(s_, first.first);
    const Reject reason = reject_numeral(s_, first.numeral, left.edge < first.first,
                                         first.currency_sign, first.last, first.dimension);
    if (reason != Reject::kNone) {
      out_.rejects.push_back(
          {{s_.at(first.first).span.start, s_.at(first.last - 1).span.end}, reason});
      return first.numeral.last;
    }
    return take_single(first, left);
  }

  // "Jane Doe, 44, said"; "aged 12"
  bool is_age_of_name(const Amount& amount) const {
    const Numeral& n = amount.numeral;
    if (!amount.dimension.empty() || n.vague || n.scale != 1 || n.low < 1 || n.low > 110)
      return false;
    if (s_.lower_is(amount.first - 1, "aged") || s_.lower_is(amount.first - 1, "age")) return true;
    if (s_.at(amount.first - 1).text != "," || n.worded || !s_.at(amount.first - 2).capital)
      return false;
    if (s_.is(amount.first - 2, kMonth | kWeekday)) return false;
    const std::string_view next = s_.at(amount.last).text;
    return next == "," || next == "." || next == ")" || next == ";" || !s_.has(amount.last);
  }

  int take_age(const Amount& amount) {
    ReadFigure read = start(amount, amount.first, amount.last);
    set_ends(read.figure, amount, Bound::kExact);
    read.figure.unit = "year";
    read.dimension = "duration";
    read.age = true;
    return finish(std::move(read), amount.last);
  }

  // "to about 7": the bound of the second end says nothing new.
  ReadBound skip_bound(int at) const {
    for (int i = at; i < at + 3; ++i) {
      if (read_currency(s_, i) || read_numeral(s_, i, false)) return {Bound::kExact, i};
    }
    return {Bound::kExact, at};
  }

  bool rejected(const Amount& first, int second_at) const {
    // A date or a clock is no end of a range.
    const Reject reason =
        reject_numeral(s_, first.numeral, false, first.currency_sign, first.last, first.dimension);
    return reason != Reject::kNone && !(reason == Reject::kScore && second_at == first.last + 1) &&
           reason != Reject::kName && reason != Reject::kYear && reason != Reject::kPronoun;
  }

  bool joins(const Amount& first, const Amount& second, int joint) const {
    if (first.numeral.vague || second.numeral.vague) return false;
    if (!first.dimension.empty() && !second.dimension.empty() && first.unit != second.unit)
      return false;
    if (!first.dimension.empty() && second.dimension.empty() &&
        !s_.is_kind(joint, TokenKind::kHyphen) && !first.currency_sign && s_.is_word(second.last) &&
        counted_noun(s_, second.last).head >= 0) {
      return false;  // "3 km to 5 villages"
    }
    if (scaled_low(first, second) >= second.high()) return false;
    if (is_change(first.first)) return false;
    if (s_.is_kind(joint, TokenKind::kHyphen)) {
      Numeral both = first.numeral;
      const Reject reason =
          reject_numeral(s_, both, false, first.currency_sign || second.currency_sign, first.last,
                         second.dimension.empty() ? first.dimension : second.dimension);
      if (reason != Reject::kNone) return false;
      const Reject right =
          reject_numeral(s_, second.numeral, false, second.currency_sign || first.currency_sign,
                         second.last, second.dimension);
      return right == Reject::kNone;
    }
    const Reject right = reject_numeral(s_, second.numeral, true, second.currency_sign, second.last,
                                        second.dimension);
    if (right != Reject::kNone) return false;
    // Two years joined by "to" are a stretch of time.
    return !(looks_like_year(first) && looks_like_year(second));
  }

  bool looks_like_year(const Amount& amount) const {
    return amount.dimension.empty() && s_.at(amount.first).plain_digits &&
           amount.numeral.low >= 1800 && amount.numeral.low <= 2100 && amount.numeral.scale == 1;
  }

  // "3 to 5 million": the first end borrows the scale of the second.
  static double scaled_low(const Amount& first, const Amount& second) {
    const bool borrow = first.numeral.scale == 1 && second.numeral.scale > 1 &&
                        first.numeral.low < second.numeral.high / second.numeral.scale;
    return borrow ? first.low() * second.numeral.scale : first.low();
  }

  int take_range(const Amount& first, const Amount& second) {
    int begin = first.first;
    if (s_.lower_is(begin - 1, "between") || s_.lower_is(begin - 1, "from")) --begin;
    const ReadBound left = read_left_bound(s_, begin);
    ReadFigure read = start(first, left.edge, second.last);
    read.core_last = second.numeral.last;
    read.figure.low = scaled_low(first, second);
    read.figure.high = second.high();
    read.figure.bound = Bound::kRange;
    read.figure.unit = second.unit.empty() ? first.unit : second.unit;
    read.dimension = second.unit.empty() ? first.dimension : second.dimension;
    read.figure.grain = second.numeral.grain * second.multiplier;
    read.age = first.age || second.age;
    return finish(std::move(read), skip_conversion(read, second.last));
  }

  int take_single(const Amount& amount, const ReadBound& left) {
    const ReadBound right = read_right_bound(s_, amount.last);
    ReadFigure read = start(amount, left.edge, std::max(amount.last, right.edge));
    Bound bound = combine_bounds(left.bound, right.bound);
    if (bound == Bound::kExact && amount.numeral.rounded) bound = Bound::kAbout;
    set_ends(read.figure, amount, bound);
    read.previous =
        is_change(amount.first) ||
        (s_.lower_is(amount.first - 1, "from") &&
         (s_.lower_is(amount.first - 2, "up") || s_.lower_is(amount.first - 2, "down")));
    const int end = skip_conversion(read, read.last);
    return finish(std::move(read), end);
  }

  ReadFigure start(const Amount& amount, int first, int last) const {
    ReadFigure read;
    read.first = first;
    read.last = last;
    read.core = amount.first;
    read.core_last = amount.numeral.last;
    read.figure.unit = amount.unit;
    read.dimension = amount.dimension;
    read.figure.grain = amount.numeral.grain * amount.multiplier;
    read.age = amount.age;
    read.vague = amount.numeral.vague;
    return read;
  }

  static void set_ends(Figure& figure, const Amount& amount, Bound bound) {
    if (amount.numeral.vague) bound = Bound::kRange;
    figure.bound = bound;
    if (bound != Bound::kLess && bound != Bound::kAtMost) figure.low = amount.low();
    if (bound != Bound::kMore && bound != Bound::kAtLeast) figure.high = amount.high();
  }

  // "125 km (78 miles)": the second writing of one figure.
  int skip_conversion(const ReadFigure& read, int last) const {
    if (read.dimension.empty() || s_.at(last).text != "(") return last;
    const ReadBound inner = skip_bound(last + 1);
    const auto again = read_amount(inner.edge);
    if (!again || again->dimension != read.dimension || again->unit == read.figure.unit)
      return last;
    return s_.at(again->last).text == ")" ? again->last + 1 : last;
  }

  int finish(ReadFigure read, int end) {
    read.figure.span = {s_.at(read.first).span.start, s_.at(read.last - 1).span.end};
    read.figure.surface = std::string(s_.slice(read.first, read.last));
    out_.figures.push_back(std::move(read));
    return end;
  }

  const SentenceView& s_;
  ReadFigures out_;
};

}  // namespace

ReadFigures read_figures(const SentenceView& sentence) { return FigureReader(sentence).run(); }

std::vector<Quantity> read_quantities(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  std::vector<Quantity> quantities;
  for (const Sentence& sentence : tokens.sentences) {
    if (!sentence.has_number) continue;
    const SentenceView view(tokens, sentence);
    for (ReadFigure& read : read_figures(view).figures) {
      const CountedNoun noun = counted_noun(view, read.last);
      quantities.push_back({std::move(read.figure),
                            noun.head < 0 ? std::string() : std::string(view.at(noun.head).text)});
    }
  }
  return quantities;
}

}  // namespace figured::claims
