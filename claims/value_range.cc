#include "claims/value_range.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace figured::claims {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kAboutShare = 0.1;

// Round numbers from three digits on ("200", "7,000") are taken as rounded; a
// count like 40 or 146 is meant as it stands.
double rounding(double value, double grain) {
  const double size = std::fabs(value);
  if (grain < 100 && size == std::floor(size)) return 0;
  return std::min(grain / 2, kAboutShare * size);
}

}  // namespace

ValueRange value_range(const Figure& figure) {
  const double low = figure.low.value_or(-kInfinity);
  const double high = figure.high.value_or(kInfinity);
  if (figure.bound == Bound::kRange || low != high) return {low, high};
  double width = rounding(low, figure.grain);
  if (figure.bound == Bound::kAbout) width = std::max(width, kAboutShare * std::fabs(low));
  return {low - width, high + width};
}

ValueRange told_range(const Figure& figure) {
  ValueRange range = value_range(figure);
  if (std::isfinite(range.low) == std::isfinite(range.high)) return range;
  const double told = std::isfinite(range.low) ? range.low : range.high;
  return {told, told};
}

bool ranges_meet(const ValueRange& a, const ValueRange& b) {
  const double slack = 1e-9 * std::max(std::fabs(a.low), std::fabs(b.low));
  const double tolerance = std::isfinite(slack) ? slack : 0;
  return a.low <= b.high + tolerance && b.low <= a.high + tolerance;
}

double gap_severity(const ValueRange& a, const ValueRange& b) {
  if (ranges_meet(a, b)) return 0;
  const double below = std::min(a.high, b.high), above = std::max(a.low, b.low);
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
