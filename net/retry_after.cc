// retry-after = 1*DIGIT | day "," SP 2DIGIT SP month SP 4DIGIT SP time SP "GMT"
// time        = 2DIGIT ":" 2DIGIT ":" 2DIGIT
#include "net/retry_after.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace figured::net {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Digits only; more of them than fit mean "very long".
std::optional<seconds> parse_digits(std::string_view text) {
  if (!is_digits(text)) return std::nullopt;
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return seconds(error == std::errc() ? number : INT32_MAX);
}

std::optional<int> number_at(std::string_view text, std::size_t start, std::size_t size) {
  const auto number = parse_digits(text.substr(start, size));
  if (!number) return std::nullopt;
  return static_cast<int>(number->count());
}

// "Sun, 06 Nov 1994 08:49:37 GMT": every part stands at its place.
std::optional<sys_seconds> parse_date(std::string_view text) {
  constexpr std::string_view kForm = "ddd, 00 mmm 0000 00:00:00 GMT";
  if (text.size() != kForm.size() || !text.ends_with(" GMT") || text[3] != ',' || text[19] != ':' ||
      text[22] != ':')
    return std::nullopt;
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  const auto day = number_at(text, 5, 2), year = number_at(text, 12, 4);
  const auto hour = number_at(text, 17, 2), minute = number_at(text, 20, 2),
             second = number_at(text, 23, 2);
  if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year(*year),
      std::chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
      std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         seconds(*second);
}

}  // namespace

std::optional<seconds> parse_retry_after(std::string_view value, sys_seconds now) {
  value = trim(value);
  if (const auto wait = parse_digits(value)) return wait;
  const auto date = parse_date(value);
  if (!date) return std::nullopt;
  return std::max(*date - now, seconds(0));
}

}  // namespace figured::net
