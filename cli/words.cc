#include "cli/words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "claims/claim_json.h"

namespace figured::cli {
namespace {

std::string printed(const char* format, double number) {
  char text[64];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

void group_thousands(std::string& digits) {
  const auto point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > static_cast<std::ptrdiff_t>(first);
       at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
}

}  // namespace

std::string time_words(std::optional<std::chrono::sys_seconds> time) {
  return time ? claims::format_time(*time) : "-";
}

std::string number_words(double number) {
  std::string digits = printed("%.12g", number);
  if (digits.find_first_of("en") == digits.npos) group_thousands(digits);
  return digits;
}

std::string range_words(double low, double high, std::string_view unit) {
  std::string words;
  if (std::isinf(low) && std::isinf(high))
    words = "any";
  else if (std::isinf(high))
    words = "at least " + number_words(low);
  else if (std::isinf(low))
    words = "at most " + number_words(high);
  else if (low == high)
    words = number_words(low);
  else
    words = number_words(low) + " to " + number_words(high);
  return unit.empty() ? words : words + " " + std::string(unit);
}

std::string share_words(double share) { return printed("%.2f", share); }

std::string count_words(std::int64_t count, std::string_view noun) {
  std::string words = number_words(static_cast<double>(count)) + " " + std::string(noun);
  return count == 1 ? words : words + "s";
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

std::string tame(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return line;
}

}  // namespace figured::cli
