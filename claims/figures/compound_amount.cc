// parts := unit { [ "and" | "," ] numeral smaller-unit } | unit [ "and" ] numeral
//        | "foot" "-" numeral
#include "claims/figures/compound_amount.h"

#include <cmath>

namespace figured::claims {
namespace {

constexpr double kWeek = 604800;  // seconds
constexpr double kCommonYear = 31536000;

class PartsReader {
 public:
  PartsReader(const SentenceView& s, Amount& amount) : s_(s), amount_(amount) {}

  // "5 feet 2 inches", "two hours and 30 minutes", "13 dollars and 45 cents"
  void run() {
    if (take_height()) return;
    double factor = factor_in_parts(amount_.unit, amount_.dimension);
    if (factor == 0 || amount_.numeral.vague || amount_.age || s_.binds(amount_.numeral.last) ||
        s_.lower_is(amount_.first - 1, "between") || s_.lower_is(amount_.first - 1, "from"))
      return;
    const bool opens = amount_.first == s_.first();
    for (int parts = 0; parts < 3; ++parts) {
      int at = amount_.last;
      const bool comma = s_.at(at).text == ",";
      if (comma) ++at;
      if ((!comma || opens) && s_.lower_is(at, "and")) ++at;
      const auto numeral = read_numeral(s_, at, false);
      if (!numeral || numeral->vague || numeral->scale != 1 || s_.binds(numeral->last)) return;
      const auto unit = read_smaller_unit(numeral->last, amount_.unit);
      if (!unit && !comma && parts == 0) return add_bare(*numeral);
      if (!unit || unit->dimension != amount_.dimension || unit->age) return;
      if (unit->multiplier == 1 && unit->name == amount_.unit) return;
      const double smaller = factor_in_parts(unit->name, unit->dimension) * unit->multiplier;
      if (smaller == 0 || smaller * 2.9 > factor) return;
      // "2 hours, 30 minutes" is one time; "5 miles, 90,000 feet" are two lengths.
      const bool whole = !opens && numeral->low * smaller >= factor;
      if (comma && (amount_.dimension == "money" || whole || is_list(*unit, smaller))) return;
      // A year told with days has 365.
      if (amount_.unit == "year" && smaller <= kWeek) factor = kCommonYear;
      add(numeral->low, *unit, smaller, factor);
      amount_.last = unit->last;
      factor = smaller;
    }
  }

 private:
  // "twelve dollars thirty", "$15 and 50", "2 hours ten": hundredths and
  // minutes, where nothing stands behind that the number could count.
  void add_bare(const Numeral& numeral) {
    const bool money = amount_.dimension == "money" && amount_.multiplier == 1;
    if (!money && amount_.unit != "hour") return;
    if (s_.at(amount_.first - 1).word->unit != kNoIndex) return;  // "cny 10 usd 20"
    if (amount_.numeral.scale != 1 || numeral.kind != NumeralKind::kNumber || numeral.low < 10 ||
        numeral.low > (money ? 99 : 59) || numeral.low != std::floor(numeral.low) ||
        amount_.numeral.low != std::floor(amount_.numeral.low))
      return;
    const std::string_view next = s_.at(numeral.last).text;
    const bool ends = !s_.has(numeral.last) || ((next == "." || next == "?" || next == "!") &&
                                                numeral.last + 1 >= s_.last());
    if (!ends) return;
    if (money) {
      add(numeral.low, {numeral.last, amount_.unit, "money", 0.01, false}, 0.01, 1);
    } else {
      add(numeral.low, {numeral.last, "minute", "duration", 1, false}, 60, 3600);
    }
    amount_.last = numeral.last;
  }

  // ", and 16 hours" behind `part`: a list, not the parts of one amount; where the text
  // begins with it, ", and 16 seconds" behind "30 minutes" is one more part.
  bool is_list(const ReadUnit& part, double factor) const {
    int at = part.last;
    if (s_.at(at).text != ",") return false;
    ++at;
    if (s_.lower_is(at, "and")) ++at;
    const auto numeral = read_numeral(s_, at, false);
    if (!numeral || numeral->vague) return false;
    const auto unit = read_smaller_unit(numeral->last, part.name);
    return amount_.first != s_.first() || !unit || unit->dimension != amount_.dimension ||
           factor_in_parts(unit->name, unit->dimension) * unit->multiplier * 2.9 > factor;
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

  std::optional<ReadUnit> read_smaller_unit(int at, std::string_view larger) const {
    // "12 ft 2 in"
    if (larger == "foot" && s_.lower_is(at, "in"))
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

  const SentenceView& s_;
  Amount& amount_;
};

}  // namespace

void set_unit_of(const SentenceView& s, Amount& amount, const ReadUnit& unit, int first) {
  if (s.is_kind(first, TokenKind::kHyphen)) ++first;
  amount.unit_words = {s.at(first).span.start, s.at(unit.last - 1).span.end};
  amount.unit = unit.name;
  amount.dimension = unit.dimension;
  amount.multiplier = unit.multiplier;
  amount.age = unit.age;
}

void add_smaller_units(const SentenceView& s, Amount& amount) { PartsReader(s, amount).run(); }

double factor_in_parts(const std::string& unit, const std::string& dimension) {
  if (dimension == "money") return 1;
  if (dimension != "length" && dimension != "duration" && dimension != "mass") return 0;
  const Unit* known = Lexicon::english().unit_named(unit);
  return known == nullptr ? 0 : known->factor;
}

}  // namespace figured::claims
