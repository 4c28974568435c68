// What a figure is taken to mean, as a range.
//
// Small counts mean what they say; other exact figures widen by half the step of
// their last digit, those that end in zeros by a fortieth at most; "about" by a
// twentieth, "nearly" by as much below only; vague words have the range of the number tables.  Ends
// left open by "at least" or "up to" are infinite; "more than" excludes a small count itself.
#pragma once
#include <string>
#include <string_view>

#include "claims/figure.h"

namespace figured::claims {

// The range that a figure is taken to mean, for comparison and for sides.
struct ValueRange {
  double low;   // -infinity where open
  double high;  // +infinity where open
  friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

ValueRange value_range(const Figure& figure);

// The same of the value that is told: "at least 40" tells 40.
ValueRange told_range(const Figure& figure);

// Whether the figure is `value` with its last digits rounded away: "1.4 billion" of 1.45
// billion.  Counts are not rounded so, nor is what ends in zeros.
bool is_rounded_from(const Figure& figure, double value);

bool ranges_meet(const ValueRange& a, const ValueRange& b);

// 0 when the ranges meet, else 1 - exp(-g / 0.25) of g, the logarithm of the
// quotient of the ends that face each other; in 0..1.  Percentages weigh no more than
// 1 - exp(-p / 5) of the p points between them: 0.1 % and 0.2 % are near.
double gap_severity(const ValueRange& a, const ValueRange& b, std::string_view unit = {});

// "8,100-9,900", "over 6,000", "42"
std::string format_range(const ValueRange& range);

// 12345.5 as "12,345.5"
std::string format_value(double value);

}  // namespace figured::claims
