#include "claims/figures/borrowed_unit.h"

#include "claims/figures/figure_age.h"
#include "claims/figures/figure_range.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kReach = 12;  // tokens between two figures that are compared

class UnitBorrower {
 public:
  UnitBorrower(const SentenceView& s, const std::vector<ReadFigure>& before)
      : s_(s), before_(before) {}

  void borrow(ReadFigure& read) const {
    if (read.vague || read.part) return;
    if (is_level_of_points(read)) {
      read.figure.unit = "point";
      read.dimension = "points";
      return;
    }
    if (const auto other = sharing_unit(read)) return set_unit_of(read, *other);
    if (is_average_age(read)) {
      read.figure.unit = "year";
      read.dimension = "duration";
      return;
    }
    if (before_.empty()) return;
    const ReadFigure& before = before_.back();
    if (before.dimension.empty() || before.age || before.dimension == "times" ||
        read.first - before.last > kReach || !is_compared(read.first) ||
        counted_head(s_, read.last) >= 0)
      return;
    read.figure.unit = before.figure.unit;
    read.dimension = before.dimension;
  }

 private:
  // "5 and 4 percent", "12 or 15 miles": the number behind has the unit of both.
  std::optional<Amount> sharing_unit(const ReadFigure& read) const {
    const int joint = read.last;
    if ((!s_.lower_is(joint, "and") && !s_.lower_is(joint, "or")) ||
        read.core_last - read.core != 1 || read.figure.low != read.written)
      return std::nullopt;
    auto other = read_amount(s_, joint + 1);
    if (!other || other->currency_sign || other->numeral.vague || other->numeral.scale != 1)
      return std::nullopt;
    const bool measured = other->dimension == "percent" || other->dimension == "point" ||
                          other->dimension == "length" || other->dimension == "mass";
    return measured ? other : std::nullopt;
  }

  // "whose average age is 51.5": years, which nobody says.
  bool is_average_age(const ReadFigure& read) const {
    constexpr int kReachOfAge = 8;
    static constexpr WordList kMean = {"average", "median", "mean"};
    if (!s_.is(read.first - 1, kBe) || read.written < 1 || read.written > kOldest ||
        counted_head(s_, read.last) >= 0)
      return false;
    for (int i = read.first - 2; i > read.first - kReachOfAge && s_.is_word(i); --i) {
      if (s_.lower_is(i, "age")) return s_.is_one_of(i - 1, kMean);
    }
    return false;
  }

  // "lost 41.5 points to 3,120.75", "5,208.4, up 17.2 points": of an index.
  bool is_level_of_points(const ReadFigure& read) const {
    const int moved = s_.at(read.last).text == "," ? read.last + 1 : read.last;
    if (s_.lower_is(moved, "up") || s_.lower_is(moved, "down")) {
      const auto change = read_amount(s_, moved + 1);
      return change && change->dimension == "points" && counted_head(s_, read.last) < 0;
    }
    if (before_.empty()) return false;
    const std::size_t back = before_.back().dimension == "percent" ? 2 : 1;
    if (before_.size() < back) return false;
    const ReadFigure& change = before_[before_.size() - back];
    return change.dimension == "points" && read.first - change.last <= kReach &&
           (s_.lower_is(read.first - 1, "to") || s_.lower_is(read.first - 1, "at")) &&
           counted_head(s_, read.last) < 0;
  }

  bool is_compared(int first) const {
    static constexpr WordList kComparing = {"vs", "versus", "from", "against"};
    const int word = s_.at(first - 1).text == "." ? first - 2 : first - 1;
    if (s_.lower_is(word, "with") || s_.lower_is(word, "to"))
      return s_.lower_is(word - 1, "compared");
    return s_.is_one_of(word, kComparing);
  }

  const SentenceView& s_;
  const std::vector<ReadFigure>& before_;
};

}  // namespace

void set_unit_of(ReadFigure& read, const Amount& amount) {
  read.figure.unit = amount.unit;
  read.dimension = amount.dimension;
  read.unit_words = amount.unit_words;
}

void borrow_from_new(const SentenceView& s, ReadFigure& read, const Amount& old) {
  if (!s.lower_is(old.last, "to")) return;
  const auto now = read_amount(s, skip_bounds(s, old.last + 1));
  if (!now || now->numeral.vague) return;
  if (!now->unit.empty()) set_unit_of(read, *now);
  if (read.figure.low && scaled_low(old, *now) != old.low())
    read.figure.low = read.figure.high = scaled_low(old, *now);
}

void borrow_unit(const SentenceView& s, ReadFigure& read, const std::vector<ReadFigure>& before) {
  UnitBorrower(s, before).borrow(read);
}

}  // namespace figured::claims
