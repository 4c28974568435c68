// Reads the dates that feeds write: RFC 822 and its abuses, ISO 8601 and its
// short forms, Unix seconds, month names in a dozen languages.
//
// A date without a zone is in UTC.  What is ambiguous (03/04/2021), names a zone
// nobody knows, or is no date at all gives nothing: never a guess, never "now".
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace figured::feeds {

struct FeedDate {
  std::chrono::sys_seconds time;
  bool zone_given = false;  // by a name or an offset; else UTC was assumed
};

std::optional<FeedDate> read_feed_date(std::string_view text);

// The time alone, for whom it makes no difference.
std::optional<std::chrono::sys_seconds> parse_feed_date(std::string_view text);

// "2026-11-22T00:35:29Z"
std::string format_feed_date(std::chrono::sys_seconds time);

}  // namespace figured::feeds
