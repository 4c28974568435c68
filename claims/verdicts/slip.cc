#include "claims/verdicts/slip.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string>

#include "claims/lexicon/lexicon.h"

namespace figured::claims {
namespace {

constexpr double kConvertedShare = 0.01;  // a converted number is rounded
constexpr double kMostDigits = 1e15;      // above, doubles hold no digits of their own

bool is_point(const Figure& figure) {
  return figure.low && figure.low == figure.high && *figure.low > 0 && *figure.low < kMostDigits;
}

bool is_whole(double number) { return std::fabs(number - std::round(number)) < 1e-9; }

bool lost_digit(double a, double b) {
  const double tens = std::log10(std::max(a, b) / std::min(a, b));
  const double leading = std::log10(std::max(a, b));
  const double first = std::pow(10, leading - std::floor(leading));
  return tens > 0.5 && is_whole(tens) && !is_whole(first);
}

// Of whole numbers with at least three digits: of two, each is another toll.
bool swapped_digits(double a, double b) {
  if (!is_whole(a) || !is_whole(b) || std::min(a, b) < 100) return false;
  const std::string one = std::to_string(std::llround(a)), other = std::to_string(std::llround(b));
  if (one.size() != other.size()) return false;
  const auto apart = std::mismatch(one.begin(), one.end(), other.begin());
  if (apart.first == one.end() || apart.first + 1 == one.end()) return false;
  return apart.first[0] == apart.second[1] && apart.first[1] == apart.second[0] &&
         std::equal(apart.first + 2, one.end(), apart.second + 2);
}

// The pairs of units that are taken for each other, by how many of the second one
// of the first makes.
bool has_unit_ratio(const std::string& unit, double ratio) {
  struct Confusion {
    std::string_view units[2];
    double ratio;
  };
  static constexpr Confusion kConfusions[] = {
      {{"mile", "km"}, 1.609344}, {{"foot", "m"}, 1 / 0.3048}, {{"pound", "kg"}, 1 / 0.45359237},
      {{"inch", "cm"}, 2.54},     {{"mph", "kph"}, 1.609344},  {{"acre", "hectare"}, 2.47105},
      {{"yard", "m"}, 1.0936},    {{"gallon", "l"}, 3.785412}};
  return std::any_of(std::begin(kConfusions), std::end(kConfusions), [&](const Confusion& one) {
    return (unit == one.units[0] || unit == one.units[1]) &&
           std::fabs(ratio / one.ratio - 1) < kConvertedShare;
  });
}

bool wrong_unit(const Figure& a, const Figure& b) {
  if (a.unit.empty() || b.unit.empty()) return false;
  if (a.unit != b.unit) {
    const Unit* one = Lexicon::english().unit_named(a.unit);
    const Unit* other = Lexicon::english().unit_named(b.unit);
    return one != nullptr && other != nullptr && one->converts_to(*other) && *a.low == *b.low;
  }
  return has_unit_ratio(a.unit, std::max(*a.low, *b.low) / std::min(*a.low, *b.low));
}

}  // namespace

Slip likely_slip(const Figure& a, const Figure& b) {
  if (!is_point(a) || !is_point(b)) return {};
  if (wrong_unit(a, b)) return {"wrong-unit", "one may stand under the wrong unit"};
  if (a.unit != b.unit || *a.low == *b.low) return {};
  if (lost_digit(*a.low, *b.low)) return {"lost-digit", "one may have lost a digit"};
  if (swapped_digits(*a.low, *b.low)) return {"swapped-digits", "two digits may be swapped"};
  return {};
}

}  // namespace figured::claims
