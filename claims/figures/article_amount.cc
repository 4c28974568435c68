// amount := ( "a" | "an" ) unit "-" ( "long" | "wide" | "old" ... )
//         | ( "a" | "an" ) unit ( "and" part | "and" numeral smaller-unit )
//         | bound ( "a" | "an" ) unit | ( "a" | "an" ) unit ( bound | "or two" )
//         | ( "a" | "an" ) unit ( "after" | "before" ) event
#include "claims/figures/article_amount.h"

#include "claims/figures/compound_amount.h"
#include "claims/figures/figure_bounds.h"
#include "claims/figures/number_words.h"
#include "claims/figures/unit_reader.h"

namespace figured::claims {
namespace {

// "a week after the vote", "a month before she left": as far as one event lies from another.
bool parts_events(const SentenceView& s, int i) {
  return (s.lower_is(i, "after") || s.lower_is(i, "before")) && s.is_word(i + 1);
}

class ArticleAmount {
 public:
  ArticleAmount(const SentenceView& s, int at) : s_(s) { amount_.first = at; }

  std::optional<Amount> read() {
    const int unit_at = amount_.first + 1;
    if (!s_.is_word(unit_at) || s_.at(unit_at).word->unit == kNoIndex) return std::nullopt;
    const auto unit = read_unit(s_, unit_at);
    if (!unit) return std::nullopt;
    if (take_extent(*unit)) return std::move(amount_);
    const bool told = s_.lower_is(unit->last, "and") ? take_part(*unit) || take_smaller(*unit)
                                                     : take_bounded(*unit);
    if (!told) return std::nullopt;
    return std::move(amount_);
  }

 private:
  // "an hour-long meeting", loosely; "a year-old boy".
  bool take_extent(const ReadUnit& unit) {
    const int last = behind_extent(s_, unit.last);
    const bool aged = unit.age && s_.binds(unit.last - 2);
    if (last == unit.last && !aged) return false;
    set_one(unit);
    if (!aged) amount_.bound = Bound::kAbout;
    amount_.last = amount_.noun_from = last;
    return true;
  }

  // "an hour and a half", "a mile and a quarter"
  bool take_part(const ReadUnit& unit) {
    const auto part = read_added_fraction(NumeralScan(s_, false), unit.last);
    if (!part || factor_in_parts(unit.name, unit.dimension) == 0) return false;
    set_one(unit);
    amount_.numeral.low = amount_.numeral.high = 1 + part->value;
    amount_.numeral.grain = 0.1;
    amount_.last = amount_.noun_from = amount_.numeral.last = part->last;
    return true;
  }

  // "a minute and 30 seconds", "a dollar and 20 cents"
  bool take_smaller(const ReadUnit& unit) {
    const int number = unit.last + 1;
    if (unit.age || (!s_.is_kind(number, TokenKind::kNumber) &&
                     s_.at(number).word->number_role == NumberRole::kNone))
      return false;
    set_one(unit);
    add_smaller_units(s_, amount_);
    amount_.noun_from = amount_.last;
    return amount_.last > unit.last;
  }

  // "more than a week", "a mile or so", "a minute or two", "a week after the vote"
  bool take_bounded(const ReadUnit& unit) {
    if (s_.binds(unit.last) || unit.age || !is_measured_singly(unit)) return false;
    const bool or_two = s_.lower_is(unit.last, "or") && s_.lower_is(unit.last + 1, "two");
    const bool bounded = read_left_bound(s_, amount_.first).edge < amount_.first ||
                         read_right_bound(s_, unit.last).edge > unit.last;
    const bool parts = unit.dimension == "duration" && parts_events(s_, unit.last);
    if (!bounded && !or_two && !parts) return false;
    set_one(unit);
    if (or_two) {
      amount_.numeral.high = 2;
      amount_.numeral.grain = 0;
      amount_.numeral.vague = true;
      amount_.last += 2;
    }
    amount_.noun_from = amount_.last;
    return true;
  }

  void set_one(const ReadUnit& unit) {
    const int unit_at = amount_.first + 1;
    set_unit_of(s_, amount_, unit, unit_at);
    Numeral& numeral = amount_.numeral;
    numeral.first = amount_.first;
    numeral.last = unit_at;
    numeral.low = numeral.high = 1;
    numeral.worded = true;
    amount_.last = unit.last;
  }

  // "about a point" and "over a second half" are seldom one of anything.
  static bool is_measured_singly(const ReadUnit& unit) {
    return unit.dimension == "length" || unit.dimension == "mass" || unit.dimension == "volume" ||
           unit.dimension == "area" || (unit.dimension == "duration" && unit.name != "second");
  }

  const SentenceView& s_;
  Amount amount_;
};

}  // namespace

std::optional<Amount> read_article_amount(const SentenceView& s, int at) {
  if (!s.lower_is(at, "a") && !s.lower_is(at, "an")) return std::nullopt;
  return ArticleAmount(s, at).read();
}

bool is_mere_article(const SentenceView& s, const Amount& amount) {
  const Numeral& n = amount.numeral;
  return n.worded && n.low == 1 && n.high == 1 && amount.added == 0 && !amount.unit.empty() &&
         (s.lower_is(amount.first, "a") || s.lower_is(amount.first, "an")) &&
         amount.bound == Bound::kExact && !amount.age &&
         read_right_bound(s, amount.last).edge == amount.last && !parts_events(s, amount.last);
}

}  // namespace figured::claims
