// figure     := { bound } amount { range amount } { bound } { restated }
// range      := see figure_range.cc, "±" | "+/-"
//            | record | tally | rank | rating | decade
//            see win_record.cc, vote_tally.cc, counting_rank.cc, scale_rating.cc, decade_age.cc
// restated   := "(" { bound } amount ")"                       "125 km (78 miles)"
#include "claims/figures/figure_reader.h"

#include <algorithm>
#include <cmath>

#include "claims/figures/amount_reader.h"
#include "claims/figures/article_amount.h"
#include "claims/figures/borrowed_unit.h"
#include "claims/figures/counting_rank.h"
#include "claims/figures/dated_numbers.h"
#include "claims/figures/decade_age.h"
#include "claims/figures/figure_age.h"
#include "claims/figures/figure_bounds.h"
#include "claims/figures/figure_range.h"
#include "claims/figures/scale_rating.h"
#include "claims/figures/vote_tally.h"
#include "claims/figures/win_record.h"

namespace figured::claims {
namespace {

// "125 km (78 miles)" may differ by rounding; beyond this share one is wrong.
constexpr double kRestatedTolerance = 0.06;

class FigureReader {
 public:
  FigureReader(const SentenceView& s, ReadFigures& out) : s_(s), out_(out) {}

  void run() {
    int next = s_.first();
    for (const std::uint32_t cued : s_.cued()) {
      const int cue = static_cast<int>(cued);
      if ((s_.at(cue).cues & kFigureCue) == 0) continue;
      // A figure can begin one token before its number: "HK $5", "Category 4".
      for (int i = std::max(next, cue - 1); i <= cue; i = next) next = std::max(take_at(i), i + 1);
    }
  }

 private:
  static NumberInText in_text(const Amount& amount, bool bounded) {
    return {amount.numeral, bounded, amount.last, amount.dimension};
  }

  Reject reject(const Amount& amount, bool bounded) const {
    if (is_rate_of_dozen(amount)) return Reject::kIdiom;
    return reject_numeral(s_, in_text(amount, bounded), amount.currency_sign);
  }

  // Takes what begins at token `i` and returns the token behind it.
  int take_at(int i) {
    if (may_begin_rating(s_.at(i))) {
      if (const auto rating = read_scale_rating(s_, i)) return take_rating(*rating);
    }
    if (const auto age = read_decade_age(s_, i)) return take_decade(*age);
    if (const auto amount = read_amount(s_, i)) return take(*amount);
    return s_.at(i).word->number_role == NumberRole::kOrdinal ? take_rank(i) : i;
  }

  int take(const Amount& first) {
    if (const auto record = read_win_record(s_, first.first))
      return take_row({first.first, record->parts, 2}, record->last, name_of_record_part);
    if (const auto tally = read_vote_tally(s_, first.first))
      return take_row({first.first, 2, tally->step}, tally->last, tally->name_of_part);
    if (const int end = take_pair(first); end >= 0) return end;
    if (is_age_of_name(s_, first)) return take_age(first);
    const ReadBound left = left_bound(first);
    if (left.edge == first.first && is_mere_article(s_, first)) return first.last;
    const Reject reason = reject(first, left.edge < first.first);
    if (reason == Reject::kOrdinal) {
      if (const int end = take_rank(first.first); end > first.first) return end;
    }
    if (reason == Reject::kTime && is_interval(s_, in_text(first, left.edge < first.first)))
      return take_interval(first, left);
    if (reason != Reject::kNone) {
      out_.rejects.push_back(
          {{s_.at(first.first).span.start, s_.at(first.last - 1).span.end}, reason});
      return first.numeral.last;
    }
    return take_single(first, left);
  }

  // "64 cents a dozen"
  bool is_rate_of_dozen(const Amount& amount) const {
    return amount.numeral.rounded && !out_.figures.empty() && s_.lower_is(amount.first, "a") &&
           out_.figures.back().dimension == "money" && out_.figures.back().last == amount.first;
  }

  // "over two days" and "past three guards" say where and during what; "for over
  // two years" and "over 200 miles" say how much.
  ReadBound left_bound(const Amount& amount) const {
    const ReadBound left = read_left_bound(s_, amount.first);
    if (left.edge == amount.first) return bound_before_next(amount);
    const int word = amount.first - 1;
    if (left.edge != word || !(s_.lower_is(word, "over") || s_.lower_is(word, "under")))
      return left;
    const bool few = amount.numeral.worded && amount.numeral.scale == 1;
    const bool place = amount.dimension.empty() && few && amount.numeral.low <= 3;
    const bool during = amount.dimension == "duration" && !amount.age && !is_rate(amount.last) &&
                        !s_.is(word - 1, kPreposition | kBe | kHave) && !lasts(word - 1);
    return place || during ? ReadBound{Bound::kExact, amount.first} : left;
  }

  // "at least the next three days", "up to the last 48 hours"
  ReadBound bound_before_next(const Amount& amount) const {
    const int next = amount.first - 1;
    const bool named = s_.lower_is(next, "next") || s_.lower_is(next, "last") ||
                       s_.lower_is(next, "past") || s_.lower_is(next, "first");
    if (amount.dimension == "duration" && named && s_.lower_is(next - 1, "the")) {
      const ReadBound left = read_left_bound(s_, next - 1);
      if (left.bound == Bound::kAtLeast || left.bound == Bound::kAtMost) return left;
    }
    return {Bound::kExact, amount.first};
  }

  // "over 12 hours per day", "over 12 hours a day"
  bool is_rate(int i) const {
    if (s_.lower_is(i, "per")) return true;
    const std::int16_t unit = s_.at(i + 1).word->unit;
    return s_.is_word(i + 1) && (s_.lower_is(i, "a") || s_.lower_is(i, "each")) &&
           unit != kNoIndex && Lexicon::english().unit(unit).dimension == "duration";
  }

  // "took over two years", "well over a decade"
  bool lasts(int word) const {
    static constexpr WordList kHow = {"just",     "well",    "a",      "needs",
                                      "requires", "require", "needed", "ran"};
    return s_.is_one_of(word, kHow) || is_lasting_verb(s_, word);
  }

  // --- ranges

  int take_pair(const Amount& first) {
    if (const int width_at = behind_plus_or_minus(s_, first.last); width_at >= 0) {
      if (const auto width = read_amount(s_, width_at)) return take_tolerance(first, *width);
    }
    const auto second = read_second_end(s_, first);
    return second ? take_range(first, *second) : -1;
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
      set_unit_of(read, second);
    }
    read.figure.grain = second.grain();
    read.age = first.age || second.age;
    if (read.dimension.empty() && is_aged(s_, begin) && second.high() <= kOldest) set_age(read);
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
      set_unit_of(read, width);
    }
    return finish(std::move(read));
  }

  // --- ages

  static void set_age(ReadFigure& read) {
    read.figure.unit = "year";
    read.dimension = "duration";
    read.age = true;
  }

  int take_age(const Amount& amount) {
    const ReadBound left = read_left_bound(s_, amount.first);
    const ReadBound right = read_right_bound(s_, amount.last);
    ReadFigure read = start(amount, left.edge, std::max(amount.last, right.edge));
    set_ends(read.figure, amount, combine_bounds(left.bound, right.bound));
    set_age(read);
    return finish(std::move(read));
  }

  // --- numbers of another shape than an amount

  ReadFigure exact(int first, int last, double value) const {
    ReadFigure read;
    read.first = read.core = first;
    read.last = read.core_last = read.noun_from = last;
    read.figure.low = read.figure.high = read.written = value;
    return read;
  }

  // Numbers in a row: the token of the first, how many, and tokens from one to the next.
  struct Row {
    int first = 0;
    int parts = 0;
    int step = 0;
  };

  // "a 9-14 record": nine wins and 14 losses; "voted 68-32".
  int take_row(const Row& row, int last, std::string_view (*name)(int)) {
    for (int part = 0, at = row.first; part < row.parts; ++part, at += row.step) {
      ReadFigure read = exact(at, at + 1, s_.at(at).number);
      read.noun_from = last;
      read.named = name(part);
      finish(std::move(read));
    }
    return last;
  }

  // "a man in his 40s"
  int take_decade(const DecadeAge& age) {
    ReadFigure read = exact(age.first, age.last, age.low);
    read.core = age.core;
    read.figure.high = age.high;
    read.figure.bound = Bound::kRange;
    read.figure.grain = 0;
    read.vague = true;
    set_age(read);
    return finish(std::move(read));
  }

  int take_rating(const ScaleRating& rating) {
    ReadFigure read = exact(rating.first, rating.last, rating.value);
    read.named = rating.scale;
    return finish(std::move(read));
  }

  // "the fourth mayor jailed this year"; `at` when the ordinal there does not count.
  int take_rank(int at) {
    const auto rank = read_counting_rank(s_, at);
    if (!rank) return at;
    const ReadBound left = read_left_bound(s_, s_.lower_is(at - 1, "the") ? at - 1 : at);
    ReadFigure read = exact(left.bound == Bound::kExact ? at : left.edge, rank->last, rank->value);
    read.noun_from = rank->noun_from;
    read.core = at;
    read.rank = true;
    read.figure.bound = left.bound;
    if (opens_above(left.bound)) read.figure.high.reset();
    if (opens_below(left.bound)) read.figure.low.reset();
    return finish(std::move(read));
  }

  // "two days after the vote"
  int take_interval(const Amount& amount, const ReadBound& left) {
    ReadFigure read = start(amount, left.edge, amount.last);
    set_ends(read.figure, amount, combine_bounds(left.bound, amount.bound));
    read.interval = true;
    return finish(std::move(read));
  }

  // --- one amount

  int take_single(const Amount& amount, const ReadBound& left) {
    ReadBound right = read_right_bound(s_, amount.last);
    if (right.edge == amount.last) right.bound = amount.bound;
    ReadFigure read = start(amount, left.edge, std::max(amount.last, right.edge));
    Bound bound = combine_bounds(left.bound, right.bound);
    if (const auto other = read_other_end(s_, amount, bound))
      return take_two_ends(amount, *other, left, bound);
    if (bound == Bound::kExact && amount.numeral.rounded) bound = Bound::kAbout;
    set_ends(read.figure, amount, bound);
    if (read.dimension == "duration" && begins_ages(s_, amount.first)) read.age = true;
    read.between = lies_between(s_, in_text(amount, left.edge < amount.first));
    // "one a pregnant woman"
    if (amount.numeral.worded && amount.low() == 1 && s_.lower_is(amount.last, "a"))
      ++read.noun_from;
    read.previous =
        is_change(s_, amount.first) ||
        (s_.lower_is(amount.first - 1, "from") &&
         (s_.lower_is(amount.first - 2, "up") || s_.lower_is(amount.first - 2, "down")));
    if (read.previous && read.dimension.empty()) borrow_from_new(s_, read, amount);
    if (read.dimension.empty()) borrow_unit(s_, read, out_.figures);
    return finish(std::move(read));
  }

  int take_two_ends(const Amount& one, const Amount& other, const ReadBound& left, Bound bound) {
    ReadFigure read = start(one, left.edge, other.last);
    read.core_last = other.numeral.last;
    read.figure.low = opens_above(bound) ? one.low() : other.low();
    read.figure.high = opens_above(bound) ? other.high() : one.high();
    read.figure.bound = Bound::kRange;
    if (one.unit.empty()) {
      set_unit_of(read, other);
    }
    return finish(std::move(read));
  }

  static ReadFigure start(const Amount& amount, int first, int last) {
    ReadFigure read;
    read.first = first;
    read.last = last;
    read.core = amount.first;
    read.core_last = amount.numeral.last;
    set_unit_of(read, amount);
    read.figure.grain = amount.grain();
    read.written = amount.added == 0 ? amount.numeral.low : amount.low();
    read.age = amount.age;
    read.vague = amount.numeral.vague;
    read.noun_from = amount.suspended ? amount.noun_from : last;
    read.part = amount.numeral.kind == NumeralKind::kFraction;
    return read;
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
    if (is_in_digits(read)) return read.last + 3;
    if (read.dimension.empty() || s_.at(read.last).text != "(") return read.last;
    const int inner = skip_bounds(s_, read.last + 1);
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

  // "forty-five (45)"
  bool is_in_digits(const ReadFigure& read) const {
    return read.dimension.empty() && s_.at(read.last).text == "(" &&
           s_.is_kind(read.last + 1, TokenKind::kNumber) && s_.at(read.last + 2).text == ")" &&
           s_.is_word(read.core) && read.figure.low == s_.at(read.last + 1).number;
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

  int finish(ReadFigure&& read) {
    name_surface(read);
    const int end = take_restated(read);
    out_.figures.push_back(std::move(read));
    return end;
  }

  const SentenceView& s_;
  ReadFigures& out_;
};

}  // namespace

ReadFigures read_figures(const SentenceView& sentence) {
  ReadFigures read;
  FigureReader(sentence, read).run();
  return read;
}

void read_figures(const SentenceView& sentence, ReadFigures& out) {
  out.figures.clear();
  out.rejects.clear();
  FigureReader(sentence, out).run();
}

}  // namespace figured::claims
