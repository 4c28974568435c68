// figure     := { bound } amount { range amount } { bound } { restated }
// range      := "to" | "-" | "and" (after "between") | "or" | "±"
//             | ( "and" | "but" ) bound amount, when one bound is below and one above
// restated   := "(" { bound } amount ")"                       "125 km (78 miles)"
#include "claims/figure_reader.h"

#include <algorithm>
#include <cmath>

#include "claims/amount_reader.h"
#include "claims/counted_noun.h"
#include "claims/figure_bounds.h"

namespace figured::claims {
namespace {

// "125 km (78 miles)" may differ by rounding; beyond this share one is wrong.
constexpr double kRestatedTolerance = 0.06;
constexpr double kOldest = 110;  // years of a person whose age is told as a bare number

bool opens_above(Bound bound) { return bound == Bound::kMore || bound == Bound::kAtLeast; }
bool opens_below(Bound bound) { return bound == Bound::kLess || bound == Bound::kAtMost; }

class FigureReader {
 public:
  explicit FigureReader(const SentenceView& s) : s_(s) {}

  ReadFigures run() {
    int i = s_.first();
    while (i < s_.last()) {
      const auto amount = read_amount(s_, i);
      i = amount ? std::max(take(*amount), i + 1) : i + 1;
    }
    return std::move(out_);
  }

 private:
  Reject reject(const Amount& amount, bool bounded) const {
    return reject_numeral(s_, {amount.numeral, bounded, amount.last, amount.dimension},
                          amount.currency_sign);
  }

  int take(const Amount& first) {
    if (const int end = take_pair(first); end >= 0) return end;
    if (is_age_of_name(first)) return take_age(first);
    const ReadBound left = left_bound(first);
    const Reject reason = reject(first, left.edge < first.first);
    if (reason != Reject::kNone) {
      out_.rejects.push_back(
          {{s_.at(first.first).span.start, s_.at(first.last - 1).span.end}, reason});
      return first.numeral.last;
    }
    return take_single(first, left);
  }

  // "over two days" and "past three guards" say where and during what; "for over
  // two years" and "over 200 miles" say how much.
  ReadBound left_bound(const Amount& amount) const {
    const ReadBound left = read_left_bound(s_, amount.first);
    const int word = amount.first - 1;
    if (left.edge != word || !(s_.lower_is(word, "over") || s_.lower_is(word, "under")))
      return left;
    const bool few = amount.numeral.worded && amount.numeral.scale == 1;
    const bool place = amount.dimension.empty() && few && amount.numeral.low <= 3;
    const bool during = amount.dimension == "duration" && !amount.age &&
                        !s_.is(word - 1, kPreposition | kBe | kHave) && !lasts(word - 1);
    return place || during ? ReadBound{Bound::kExact, amount.first} : left;
  }

  bool lasts(int verb) const {
    static constexpr std::string_view kLasting[] = {
        "lasted", "lasts",  "last",   "lasting", "took",     "take", "takes",
        "taken",  "taking", "spent",  "spend",   "waited",   "wait", "just",
        "well",   "a",      "worked", "ran",     "requires", "needs"};
    return std::any_of(std::begin(kLasting), std::end(kLasting),
                       [&](std::string_view word) { return s_.lower_is(verb, word); });
  }

  // --- ranges

  // Where a second amount of a range begins behind `last`; -1 when none does.
  int range_second(const Amount& first, int last) const {
    if (first.suspended) {  // "7- to 8-inch", "two-to-three-day"
      if (!s_.lower_is(last, "to")) return -1;
      return s_.binds(last + 1) ? last + 2 : last + 1;
    }
    if (s_.is_kind(last, TokenKind::kHyphen)) return last + 1;
    if (s_.lower_is(last, "to") && !s_.lower_is(last + 1, "the")) return last + 1;
    if (s_.lower_is(last, "up") && s_.lower_is(last + 1, "to") &&
        s_.lower_is(first.first - 1, "from"))
      return last + 2;
    if (s_.lower_is(last, "and") &&
        (s_.lower_is(first.first - 1, "between") ||
         (s_.lower_is(first.first - 1, "of") && s_.lower_is(first.first - 2, "ages") &&
          s_.lower_is(first.first - 4, "between"))))
      return last + 1;
    if (s_.lower_is(last, "or") && first.last - first.first == 1) return last + 1;
    return -1;
  }

  int take_pair(const Amount& first) {
    if (s_.at(first.last).text == "\u00b1") {
      if (const auto width = read_amount(s_, first.last + 1)) return take_tolerance(first, *width);
    }
    const int second_at = range_second(first, first.last);
    if (second_at < 0 || rejected(first, second_at)) return -1;
    const auto second = read_amount(s_, skip_bounds(second_at));
    const int joint = s_.lower_is(second_at - 2, "to") ? second_at - 2 : second_at - 1;
    if (!second || !joins(first, *second, joint)) return -1;
    return take_range(first, *second);
  }

  // "to about 7": the bound of the second end says nothing new.
  int skip_bounds(int at) const {
    for (int width = 3; width > 0; --width) {
      if (s_.has(at + width) && read_left_bound(s_, at + width).edge <= at) return at + width;
    }
    return at;
  }

  bool follows_change(int first) const { return s_.is(first - 1, kRise | kFall); }

  bool is_change(int first) const {
    if (!s_.lower_is(first - 1, "from")) return false;
    for (int i = first - 2; i > first - 15 && s_.has(i); --i) {
      if ((s_.is_kind(i, TokenKind::kSign) && s_.at(i).text != ",") || s_.is(i, kClauseBreak))
        return false;
      if (s_.is(i, kRise | kFall | kRevise) || s_.lower_is(i, "up") || s_.lower_is(i, "down"))
        return true;
    }
    return false;
  }

  bool rejected(const Amount& first, int second_at) const {
    // A date or a clock is no end of a range.
    const Reject reason = reject(first, false);
    return reason != Reject::kNone && !(reason == Reject::kScore && second_at == first.last + 1) &&
           reason != Reject::kName && reason != Reject::kYear && reason != Reject::kPronoun;
  }

  bool joins(const Amount& first, const Amount& second, int joint) const {
    if (first.numeral.vague || second.numeral.vague) return false;
    if (first.numeral.kind != NumeralKind::kNumber || second.numeral.kind != NumeralKind::kNumber)
      return false;
    if (!first.dimension.empty() && !second.dimension.empty() && first.unit != second.unit)
      return false;
    if (looks_like_year(first) && (!second.dimension.empty() || second.numeral.scale != 1))
      return false;  // "from $5,000 in 2008 to $3 million"
    const bool hyphen = s_.is_kind(joint, TokenKind::kHyphen);
    if (!first.dimension.empty() && second.dimension.empty() && !hyphen && !first.currency_sign &&
        s_.is_word(second.last) && counted_noun(s_, second.last).head >= 0) {
      return false;  // "3 km to 5 villages"
    }
    // "rose 5 % to 120", "cut by 3 tons to 8 tons": a change and a level.
    const bool by = s_.lower_is(first.first - 1, "by");
    if (!hyphen && !first.dimension.empty() && (by || follows_change(first.first)) &&
        s_.lower_is(joint, "to"))
      return false;
    if (s_.lower_is(joint, "or") && (s_.binds(first.last) || s_.binds(second.numeral.last)) &&
        !first.suspended)
      return false;
    if (scaled_low(first, second) >= second.high()) return false;
    if (is_change(first.first)) return false;
    if (s_.binds(joint + 1) || (hyphen && is_aged(first.first))) return true;
    if (hyphen) return joined_by_hyphen(first, second);
    if (reject(second, true) != Reject::kNone) return false;
    // Two years joined by "to" are a stretch of time.
    return !(looks_like_year(first) && looks_like_year(second));
  }

  bool joined_by_hyphen(const Amount& first, const Amount& second) const {
    const bool money = first.currency_sign || second.currency_sign;
    const std::string& dimension = second.dimension.empty() ? first.dimension : second.dimension;
    const NumberInText left{first.numeral, false, first.last, dimension};
    const NumberInText right{second.numeral, false, second.last, second.dimension};
    return reject_numeral(s_, left, money) == Reject::kNone &&
           reject_numeral(s_, right, money) == Reject::kNone;
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
    read.noun_from = second.last;
    read.figure.low = scaled_low(first, second);
    read.figure.high = second.high();
    read.figure.bound = Bound::kRange;
    if (!second.unit.empty()) {
      take_unit(read, second);
    }
    read.figure.grain = second.grain();
    read.age = first.age || second.age;
    if (read.dimension.empty() && is_aged(begin) && second.high() <= kOldest) set_age(read);
    return finish(std::move(read));
  }

  // "5 ± 2"
  int take_tolerance(const Amount& middle, const Amount& width) {
    ReadFigure read = start(middle, middle.first, width.last);
    read.core_last = width.numeral.last;
    read.figure.low = middle.low() - std::fabs(width.low());
    read.figure.high = middle.high() + std::fabs(width.low());
    read.figure.bound = Bound::kRange;
    if (!width.unit.empty()) {
      take_unit(read, width);
    }
    return finish(std::move(read));
  }

  // "more than 100 and fewer than 300": the other end; nothing when none follows.
  std::optional<Amount> other_end(const Amount& amount, Bound bound) const {
    if (!opens_above(bound) && !opens_below(bound)) return std::nullopt;
    int i = amount.last;
    if (!s_.lower_is(i, "and") && !s_.lower_is(i, "but")) return std::nullopt;
    ++i;
    for (int width = 1; width < 5 && s_.has(i + width); ++width) {
      const ReadBound left = read_left_bound(s_, i + width);
      if (left.edge != i ||
          (opens_above(bound) ? !opens_below(left.bound) : !opens_above(left.bound)))
        continue;
      auto other = read_amount(s_, i + width);
      if (!other || other->numeral.vague || (!amount.unit.empty() && other->unit != amount.unit))
        return std::nullopt;
      const bool rising =
          opens_above(bound) ? amount.low() < other->low() : other->low() < amount.low();
      return rising ? other : std::nullopt;
    }
    return std::nullopt;
  }

  // --- ages

  static void set_age(ReadFigure& read) {
    read.figure.unit = "year";
    read.dimension = "duration";
    read.age = true;
  }

  // "aged 12", "at the age of 12", "aged about 12"
  bool is_aged(int first) const {
    bool near = false;
    for (int i = first - 1; i > first - 6 && !near; --i) {
      near = s_.lower_is(i, "aged") || s_.lower_is(i, "age") || s_.lower_is(i, "ages");
    }
    if (!near) return false;
    const int before = read_left_bound(s_, first).edge - 1;
    if (s_.lower_is(before, "aged") || s_.lower_is(before, "age") || s_.lower_is(before, "ages"))
      return true;
    return s_.lower_is(first - 1, "of") &&
           (s_.lower_is(first - 2, "age") || s_.lower_is(first - 2, "ages"));
  }

  // "Jane Doe, 44,"; "a boy, 12,"
  bool names_person(int i) const {
    const Token& token = s_.at(i);
    if (token.capital) return !s_.is(i, kMonth | kWeekday);
    return token.kind == TokenKind::kWord && token.word->noun != kNoIndex &&
           token.word->topic == Topic::kPerson && !is_plural_noun(token);
  }

  // "Jane Doe, 44, said"; "aged 12"
  bool is_age_of_name(const Amount& amount) const {
    const Numeral& n = amount.numeral;
    if (!amount.dimension.empty() || n.vague || n.scale != 1 || n.low < 1 || n.low > kOldest ||
        n.kind != NumeralKind::kNumber)
      return false;
    if (is_aged(amount.first)) return true;
    if (s_.at(amount.first - 1).text != "," || n.worded || !names_person(amount.first - 2))
      return false;
    const std::string_view next = s_.at(amount.last).text;
    if (!s_.at(amount.first - 2).capital) return next == ",";
    return next == "," || next == "." || next == ")" || next == ";" || !s_.has(amount.last);
  }

  int take_age(const Amount& amount) {
    const ReadBound left = read_left_bound(s_, amount.first);
    const ReadBound right = read_right_bound(s_, amount.last);
    ReadFigure read = start(amount, left.edge, std::max(amount.last, right.edge));
    set_ends(read.figure, amount, combine_bounds(left.bound, right.bound));
    set_age(read);
    return finish(std::move(read));
  }

  // --- one amount

  int take_single(const Amount& amount, const ReadBound& left) {
    ReadBound right = read_right_bound(s_, amount.last);
    if (right.edge == amount.last) right.bound = amount.bound;
    ReadFigure read = start(amount, left.edge, std::max(amount.last, right.edge));
    Bound bound = combine_bounds(left.bound, right.bound);
    if (const auto other = other_end(amount, bound))
      return take_two_ends(amount, *other, left, bound);
    if (bound == Bound::kExact && amount.numeral.rounded) bound = Bound::kAbout;
    set_ends(read.figure, amount, bound);
    read.previous =
        is_change(amount.first) ||
        (s_.lower_is(amount.first - 1, "from") &&
         (s_.lower_is(amount.first - 2, "up") || s_.lower_is(amount.first - 2, "down")));
    if (read.previous && read.dimension.empty()) borrow_from_new(read, amount);
    if (read.dimension.empty()) inherit_unit(read);
    return finish(std::move(read));
  }

  // "from 4.8 to 4.7 percent": the unit and the scale stand behind the new value.
  void borrow_from_new(ReadFigure& read, const Amount& old) const {
    if (!s_.lower_is(old.last, "to")) return;
    const auto now = read_amount(s_, skip_bounds(old.last + 1));
    if (!now || now->numeral.vague) return;
    if (!now->unit.empty()) take_unit(read, *now);
    if (read.figure.low && scaled_low(old, *now) != old.low())
      read.figure.low = read.figure.high = scaled_low(old, *now);
  }

  // "38,500 hectares from around 40,000", "$2.4 billion vs 2.2 billion": what is
  // compared is measured alike.
  void inherit_unit(ReadFigure& read) const {
    if (out_.figures.empty() || read.vague || read.part) return;
    const ReadFigure& before = out_.figures.back();
    if (before.dimension.empty() || before.age || before.dimension == "times" ||
        read.first - before.last > 12 || !is_compared(read.first))
      return;
    if (counted_head(s_, read.last) >= 0) return;
    read.figure.unit = before.figure.unit;
    read.dimension = before.dimension;
  }

  bool is_compared(int first) const {
    static constexpr std::string_view kComparing[] = {"vs", "versus", "from", "against"};
    const int word = s_.at(first - 1).text == "." ? first - 2 : first - 1;
    if (s_.lower_is(word, "with") || s_.lower_is(word, "to"))
      return s_.lower_is(word - 1, "compared");
    return std::any_of(std::begin(kComparing), std::end(kComparing),
                       [&](std::string_view compares) { return s_.lower_is(word, compares); });
  }

  int take_two_ends(const Amount& one, const Amount& other, const ReadBound& left, Bound bound) {
    ReadFigure read = start(one, left.edge, other.last);
    read.core_last = other.numeral.last;
    read.figure.low = opens_above(bound) ? one.low() : other.low();
    read.figure.high = opens_above(bound) ? other.high() : one.high();
    read.figure.bound = Bound::kRange;
    if (one.unit.empty()) {
      take_unit(read, other);
    }
    return finish(std::move(read));
  }

  static ReadFigure start(const Amount& amount, int first, int last) {
    ReadFigure read;
    read.first = first;
    read.last = last;
    read.core = amount.first;
    read.core_last = amount.numeral.last;
    take_unit(read, amount);
    read.figure.grain = amount.grain();
    read.written = amount.added == 0 ? amount.numeral.low : amount.low();
    read.age = amount.age;
    read.vague = amount.numeral.vague;
    read.noun_from = amount.suspended ? amount.noun_from : last;
    read.part = amount.numeral.kind == NumeralKind::kFraction;
    return read;
  }

  static void take_unit(ReadFigure& read, const Amount& amount) {
    read.figure.unit = amount.unit;
    read.dimension = amount.dimension;
    read.unit_words = amount.unit_words;
  }

  static void set_ends(Figure& figure, const Amount& amount, Bound bound) {
    if (amount.numeral.vague) bound = Bound::kRange;
    figure.bound = bound;
    if (bound != Bound::kLess && bound != Bound::kAtMost) figure.low = amount.low();
    if (bound != Bound::kMore && bound != Bound::kAtLeast) figure.high = amount.high();
  }

  void name_surface(ReadFigure& read) const {
    read.figure.span = {s_.at(read.first).span.start, s_.at(read.last - 1).span.end};
    read.figure.surface = std::string(s_.slice(read.first, read.last));
  }

  // "125 km (78 miles)", "7,199 yuan ($1,062)": the second writing of one
  // figure.  Returns the token behind it.
  int take_restated(ReadFigure& read) const {
    if (read.dimension.empty() || s_.at(read.last).text != "(") return read.last;
    const int inner = skip_bounds(read.last + 1);
    const auto again = read_amount(s_, inner);
    if (!again || again->dimension != read.dimension || again->unit == read.figure.unit)
      return read.last;
    if (s_.at(again->last).text != ")") return read.last;
    ReadFigure second = start(*again, inner, again->last);
    const Bound own = read_left_bound(s_, inner).bound;
    const Bound shared = read.figure.bound == Bound::kRange ? Bound::kExact : read.figure.bound;
    set_ends(second.figure, *again, own == Bound::kExact ? shared : own);
    name_surface(second);
    read.restated_unit = second.unit_words;
    read.restated = std::move(second.figure);
    read.restated_agrees = agree(read, *read.restated);
    return again->last + 1;
  }

  static bool agree(const ReadFigure& read, const Figure& again) {
    if (read.dimension == "money") return true;  // no rate is known here
    const Unit* one = Lexicon::english().unit_named(read.figure.unit);
    const Unit* other = Lexicon::english().unit_named(again.unit);
    if (one == nullptr || other == nullptr || one->dimension == "temperature") return true;
    const double a = read.figure.value() * one->factor, b = again.value() * other->factor;
    const double grain = std::max(read.figure.grain * one->factor, again.grain * other->factor);
    return std::fabs(a - b) <= std::max(grain, kRestatedTolerance * std::max(a, b));
  }

  int finish(ReadFigure read) {
    name_surface(read);
    const int end = take_restated(read);
    out_.figures.push_back(std::move(read));
    return end;
  }

  const SentenceView& s_;
  ReadFigures out_;
};

}  // namespace

ReadFigures read_figures(const SentenceView& sentence) { return FigureReader(sentence).run(); }

}  // namespace figured::claims
