// range := amount ( "to" | "-" | "and" behind "between" | "or" ) amount
//        | amount ( "and" | "but" ) bound amount, when one bound is below and one above
#include "claims/figures/figure_range.h"

#include "claims/figures/figure_age.h"
#include "claims/figures/figure_rejects.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

class RangeReader {
 public:
  explicit RangeReader(const SentenceView& s) : s_(s) {}

  std::optional<Amount> second_end(const Amount& first) const {
    const int second_at = range_second(first, first.last);
    if (second_at < 0 || rejected(first, second_at)) return std::nullopt;
    auto second = read_amount(s_, skip_bounds(s_, second_at));
    const int joint = s_.lower_is(second_at - 2, "to") ? second_at - 2 : second_at - 1;
    if (!second || !joins(first, *second, joint)) return std::nullopt;
    return second;
  }

 private:
  Reject reject(const Amount& amount, bool bounded) const {
    return reject_numeral(s_, {amount.numeral, bounded, amount.last, amount.dimension},
                          amount.currency_sign);
  }

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
    // "20 or 30", "one day or two"
    const bool one = first.numeral.low == 1 && s_.lower_is(last + 1, "two");
    if (s_.lower_is(last, "or") && (first.last - first.first == 1 || one)) return last + 1;
    return -1;
  }

  bool follows_change(int first) const { return s_.is(first - 1, kRise | kFall); }

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
    const bool hyphen = s_.is_kind(joint, TokenKind::kHyphen);
    if (looks_like_year(first) && !(hyphen && second.low() > first.low()) &&
        (!second.dimension.empty() || second.numeral.scale != 1))
      return false;  // "from $5,000 in 2008 to $3 million"
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
    if (is_change(s_, first.first)) return false;
    if (s_.binds(joint + 1) || (hyphen && is_aged(s_, first.first))) return true;
    if (hyphen) return joined_by_hyphen(first, second);
    if (reject(second, true) != Reject::kNone) return false;
    // Two years joined by "to" are a stretch of time.
    return !(looks_like_year(first) && looks_like_year(second));
  }

  bool joined_by_hyphen(const Amount& first, const Amount& second) const {
    const bool money = first.currency_sign || second.currency_sign;
    const std::string& dimension = second.dimension.empty() ? first.dimension : second.dimension;
    const bool bounded = read_left_bound(s_, first.first).edge < first.first;
    const NumberInText left{first.numeral, bounded, first.last, dimension};
    const NumberInText right{second.numeral, false, second.last, second.dimension};
    // "14-20 months before": how long, wherever it lies.
    const auto stands = [&](const NumberInText& number) {
      const Reject reason = reject_numeral(s_, number, money);
      return reason == Reject::kNone || (reason == Reject::kTime && dimension == "duration");
    };
    return stands(left) && stands(right);
  }

  bool looks_like_year(const Amount& amount) const {
    return amount.dimension.empty() && s_.at(amount.first).plain_digits &&
           amount.numeral.low >= 1800 && amount.numeral.low <= 2100 && amount.numeral.scale == 1;
  }

  const SentenceView& s_;
};

}  // namespace

std::optional<Amount> read_second_end(const SentenceView& s, const Amount& first) {
  return RangeReader(s).second_end(first);
}

double scaled_low(const Amount& first, const Amount& second) {
  // "31 to 35 cents": hundredths of the money both are of
  if (first.unit.empty() && second.multiplier < 1) return first.low() * second.multiplier;
  const bool borrow = first.numeral.scale == 1 && second.numeral.scale > 1 &&
                      first.numeral.low < second.numeral.high / second.numeral.scale;
  return borrow ? first.low() * second.numeral.scale : first.low();
}

int skip_bounds(const SentenceView& s, int at) {
  for (int width = 3; width > 0; --width) {
    if (s.has(at + width) && read_left_bound(s, at + width).edge <= at) return at + width;
  }
  return at;
}

int behind_plus_or_minus(const SentenceView& s, int i) {
  if (s.at(i).text == "\u00b1") return i + 1;
  const bool signs =
      s.at(i).text == "+" && s.at(i + 1).text == "/" && s.is_kind(i + 2, TokenKind::kHyphen);
  return signs ? i + 3 : -1;
}

bool is_change(const SentenceView& s, int first) {
  if (!s.lower_is(first - 1, "from")) return false;
  for (int i = first - 2; i > first - 15 && s.has(i); --i) {
    if ((s.is_kind(i, TokenKind::kSign) && s.at(i).text != ",") || s.is(i, kClauseBreak))
      return false;
    if (s.is(i, kRise | kFall | kRevise) || s.lower_is(i, "up") || s.lower_is(i, "down"))
      return true;
  }
  return false;
}

std::optional<Amount> read_other_end(const SentenceView& s, const Amount& amount, Bound bound) {
  if (!opens_above(bound) && !opens_below(bound)) return std::nullopt;
  int i = amount.last;
  if (!s.lower_is(i, "and") && !s.lower_is(i, "but")) return std::nullopt;
  ++i;
  for (int width = 1; width < 6 && s.has(i + width); ++width) {
    const ReadBound left = read_left_bound(s, i + width);
    if (left.edge != i ||
        (opens_above(bound) ? !opens_below(left.bound) : !opens_above(left.bound)))
      continue;
    auto other = read_amount(s, i + width);
    if (!other) continue;
    if (other->numeral.vague || (!amount.unit.empty() && other->unit != amount.unit))
      return std::nullopt;
    const bool rising =
        opens_above(bound) ? amount.low() < other->low() : other->low() < amount.low();
    return rising ? other : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace figured::claims
