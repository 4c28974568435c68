// Reads the dates that feeds write: RFC 822 and its abuses, ISO 8601 and its
// short forms, Unix seconds, month names in a dozen languages.
//
// A date without a zone is in UTC.  What is ambiguous (03/04/2021), names a zone
// nobody knows, or is no date at all gives nothing: never a guess, never "now".
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "feeds/date_zone.h"

namespace figured::feeds {

struct FeedDate {
  std::chrono::sys_seconds time;
  DateZone zone = DateZone::kAssumed;  // kGiven: by a name or an offset; else UTC was assumed
  friend bool operator==(const FeedDate&, const FeedDate&) = default;
};

std::optional<FeedDate> read_feed_date(std::string_view text);

// The time alone, for whom it makes no difference.
std::optional<std::chrono::sys_seconds> parse_feed_date(std::string_view text);

// "2026-11-22T00:35:29Z"
std::string format_feed_date(std::chrono::sys_seconds time);

}  // namespace figured::feeds
