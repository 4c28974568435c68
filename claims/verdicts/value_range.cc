#include "claims/verdicts/value_range.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <limits>

#include "claims/text/token_text.h"

namespace figured::claims {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// "About" reaches so far to both sides, of the value.
constexpr double kAboutShare = 0.05;
// A figure meant to its last step lies nearer to it than to the next one: 3.5 and
// 3.6 do not meet.
constexpr double kHalfStep = 0.49;
constexpr double kManyPoints = 5;  // percentage points that weigh as a gap of a quarter
constexpr double kRoundedShare = 0.1;
// Of zeros at the end nobody knows whether they are counted or rounded: $80 million
// is not $82 million, and 170,000 may be 168,000.
constexpr double kZerosShare = 0.024;
constexpr double kSmallCount = 100;
// Up to here "more than ten" is eleven at least; "more than 20" may round 20.
constexpr double kCountedOut = 20;
constexpr std::size_t kLongestApproach = 12;  // bytes

bool is_whole(double value) { return value == std::floor(value); }

// "146 people", "40 dead": as they stand.
bool is_small_count(const Figure& figure, double value) {
  return figure.unit.empty() && figure.grain < kSmallCount && is_whole(value);
}

// "7,000", "80 million", not "3 million" and not "7.50".
bool ends_in_zeros(const Figure& figure) {
  const std::string& words = figure.surface;
  const std::size_t last = words.find_last_of("0123456789");
  if (last == std::string::npos || words[last] != '0') return false;
  const std::size_t first = words.find_last_not_of("0123456789,", last);
  return first == std::string::npos || words[first] != '.';
}

// "Nearly 300": about as many, and no more.
bool is_approached(const Figure& figure) {
  static constexpr std::string_view kWords[] = {"nearly ", "almost ", "close to ", "approaching "};
  std::string words = figure.surface.substr(0, kLongestApproach);
  for (char& c : words) c = lower_case(c);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return words.starts_with(word); });
}

double rounding(const Figure& figure, double value) {
  if (is_small_count(figure, value)) return 0;
  const double share = ends_in_zeros(figure) ? kZerosShare : kRoundedShare;
  return std::min(kHalfStep * figure.grain, share * std::fabs(value));
}

}  // namespace

ValueRange value_range(const Figure& figure) {
  const double low = figure.low.value_or(-kInfinity);
  const double high = figure.high.value_or(kInfinity);
  if (figure.bound == Bound::kRange) return {low, high};
  // "More than 10 children" are eleven at least.
  if (figure.bound == Bound::kMore && low < kCountedOut && is_small_count(figure, low))
    return {low + 1, high};
  if (low != high) return {low, high};
  double width = rounding(figure, low);
  if (figure.bound == Bound::kAbout) width = std::max(width, kAboutShare * std::fabs(low));
  return {low - width, is_approached(figure) ? high : high + width};
}

ValueRange told_range(const Figure& figure) {
  ValueRange range = value_range(figure);
  if (std::isfinite(range.low) == std::isfinite(range.high)) return range;
  const double told = std::isfinite(range.low) ? range.low : range.high;
  return {told, told};
}

bool is_rounded_from(const Figure& figure, double value) {
  if (figure.unit.empty() || !figure.low || figure.low != figure.high || ends_in_zeros(figure))
    return false;
  const double slack = 1e-9 * std::fabs(value);
  return std::fabs(*figure.low - value) <= figure.grain / 2 + slack;
}

bool ranges_meet(const ValueRange& a, const ValueRange& b) {
  const double slack = 1e-9 * std::max(std::fabs(a.low), std::fabs(b.low));
  const double tolerance = std::isfinite(slack) ? slack : 0;
  return a.low <= b.high + tolerance && b.low <= a.high + tolerance;
}

double gap_severity(const ValueRange& a, const ValueRange& b, std::string_view unit) {
  if (ranges_meet(a, b)) return 0;
  const double below = std::min(a.high, b.high), above = std::max(a.low, b.low);
  if (unit == "percent" || unit == "point") {
    const double points = std::max(above - below, 0.0);
    return std::min(gap_severity(a, b), 1 - std::exp(-points / kManyPoints));
  }
  if (below <= 0) return above > 0 ? 1 : 0.5;
  const double gap = std::log((above + 0.5) / (below + 0.5));
  return 1 - std::exp(-gap / 0.25);
}

std::string format_value(double value) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.10g", value);
  std::string text = digits;
  if (text.find('e') != std::string::npos) return text;
  std::size_t end = text.find('.');
  if (end == std::string::npos) end = text.size();
  const std::size_t begin = text.front() == '-' ? 1 : 0;
  for (std::size_t i = end; i > begin + 3;) {
    i -= 3;
    text.insert(i, ",");
  }
  return text;
}

std::string format_range(const ValueRange& range) {
  if (!std::isfinite(range.low)) return "up to " + format_value(range.high);
  if (!std::isfinite(range.high)) return "from " + format_value(range.low) + " up";
  if (range.low == range.high) return format_value(range.low);
  return format_value(range.low) + " to " + format_value(range.high);
}

}  // namespace figured::claims
