#include "feeds/server_wish.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "feeds/feed_date.h"
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

// s-maxage is for shared caches; so is a max-age with something before it.
std::optional<seconds> max_age(std::string_view control) {
  const auto at = find_ignoring_case(control, "max-age=");
  const bool whole_word =
      at != control.npos && (at == 0 || control[at - 1] == ' ' || control[at - 1] == ',');
  if (!whole_word) return std::nullopt;
  const auto value = control.substr(at + 8);
  return parse_seconds(trim(value.substr(0, value.find(',')), " \""));
}

// An Expires that is no date ("0", "-1") has passed.
std::optional<seconds> lifetime_by_date(const Freshness& answer, std::chrono::sys_seconds now) {
  if (answer.expires.empty()) return std::nullopt;
  const auto expires = parse_feed_date(answer.expires);
  if (!expires) return seconds(0);
  return *expires - parse_feed_date(answer.date).value_or(now);
}

}  // namespace

seconds asked_wait(std::string_view header, std::chrono::sys_seconds now) {
  return std::min(net::parse_retry_after(header, now).value_or(seconds(0)), kLongestWait);
}

seconds freshness_left(const Freshness& answer, std::chrono::sys_seconds now) {
  const std::string_view control = answer.cache_control;
  if (find_ignoring_case(control, "no-cache") != control.npos ||
      find_ignoring_case(control, "no-store") != control.npos)
    return seconds(0);
  auto lifetime = max_age(control);
  if (!lifetime) lifetime = lifetime_by_date(answer, now);
  const seconds spent = parse_seconds(answer.age).value_or(seconds(0));
  return std::clamp<seconds>(lifetime.value_or(seconds(0)) - spent, seconds(0), kLongestWait);
}

}  // namespace figured::feeds
