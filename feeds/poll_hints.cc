#include "feeds/poll_hints.h"

#include <algorithm>
#include <charconv>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using std::chrono::seconds;

constexpr seconds kLongestHint = std::chrono::days(31);
constexpr std::uint32_t kAllHours = (1u << 24) - 1;
constexpr std::uint8_t kAllDays = (1u << 7) - 1;

seconds period_length(std::string_view period) {
  constexpr std::pair<std::string_view, seconds> kPeriods[] = {{"hourly", std::chrono::hours(1)},
                                                               {"daily", std::chrono::days(1)},
                                                               {"weekly", std::chrono::days(7)},
                                                               {"monthly", std::chrono::days(30)},
                                                               {"yearly", std::chrono::days(365)}};
  for (const auto& [name, length] : kPeriods)
    if (equal_ignoring_case(trim(period), name)) return length;
  return seconds(0);
}

int frequency_of(std::string_view text) {
  text = trim(text);
  int number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::max(number, 1);
}

seconds update_period(const FeedDocument& document) {
  if (document.update_period.empty() && document.update_frequency.empty()) return seconds(0);
  const seconds period = document.update_period.empty() ? seconds(std::chrono::days(1))
                                                        : period_length(document.update_period);
  return std::min(period / frequency_of(document.update_frequency), kLongestHint);
}

}  // namespace

PollHints poll_hints(const FeedDocument& document) {
  PollHints hints;
  if (document.ttl) hints.ttl = std::min<seconds>(*document.ttl, kLongestHint);
  hints.update_period = update_period(document);
  // Who skips every hour of every day means something else.
  if (document.skip_hours != kAllHours) hints.skip_hours = document.skip_hours;
  if (document.skip_days != kAllDays) hints.skip_days = document.skip_days;
  return hints;
}

}  // namespace figured::feeds
