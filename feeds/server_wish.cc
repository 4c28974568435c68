#include "feeds/server_wish.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "feeds/text_scan.h"
#include "net/retry_after.h"

namespace figured::feeds {
namespace {

using std::chrono::seconds;

// Digits only; a number too long to hold is as good as the longest wait.
std::optional<seconds> parse_seconds(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return kLongestWait;
  return seconds(std::min<std::int64_t>(number, kLongestWait.count()));
}

}  // namespace

seconds asked_wait(std::string_view header, std::chrono::sys_seconds now) {
  return std::min(net::parse_retry_after(header, now).value_or(seconds(0)), kLongestWait);
}

seconds freshness_left(std::string_view cache_control, std::string_view age) {
  constexpr seconds kLongestFreshness = std::chrono::hours(1);
  const auto at = find_ignoring_case(cache_control, "max-age=");
  // s-maxage is for shared caches; so is a max-age with something before it.
  const bool whole_word = at != cache_control.npos &&
                          (at == 0 || cache_control[at - 1] == ' ' || cache_control[at - 1] == ',');
  if (!whole_word || find_ignoring_case(cache_control, "no-cache") != cache_control.npos)
    return seconds(0);
  const auto value = cache_control.substr(at + 8);
  const auto max_age = parse_seconds(value.substr(0, value.find(',')));
  const seconds spent = parse_seconds(age).value_or(seconds(0));
  return std::clamp<seconds>(max_age.value_or(seconds(0)) - spent, seconds(0), kLongestFreshness);
}

}  // namespace figured::feeds
