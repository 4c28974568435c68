// Times of the day, as the machine's time zone has them.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace figured::alerts {

// Minutes after midnight, 0 to 1439.
using DayTime = std::chrono::minutes;

// "08:00"; empty when it is none.
std::optional<DayTime> parse_day_time(std::string_view text);
std::string format_day_time(DayTime time);

// From one time of the day to another, the next day where that is earlier.
struct DaySpan {
  DayTime from;
  DayTime to;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// The time of the day in the machine's zone.
DayTime local_day_time(std::chrono::sys_seconds at);

bool is_within(const DaySpan& span, std::chrono::sys_seconds at);

// The first moment at or after `at` that has the time of the day; where clocks are put
// forward over it, the moment they are.
std::chrono::sys_seconds next_at(DayTime time, std::chrono::sys_seconds at);

}  // namespace figured::alerts
