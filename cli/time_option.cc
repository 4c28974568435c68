#include "cli/time_option.h"

#include <CLI/CLI.hpp>

#include "config/quantity.h"
#include "feeds/feed_date.h"

namespace figured::cli {
namespace {

std::chrono::sys_seconds parse_moment(const std::string& text) {
  const std::string whole = text.size() == 10 ? text + "T00:00:00Z" : text;
  if (const auto moment = feeds::parse_feed_date(whole)) return *moment;
  throw CLI::ValidationError(text, "is neither a duration (12h, 30d) nor a time (2026-11-01)");
}

}  // namespace

std::chrono::sys_seconds clock_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::chrono::sys_seconds parse_since(const std::string& text, std::chrono::sys_seconds now) {
  if (const auto ago = config::parse_duration(text)) return now - *ago;
  return parse_moment(text);
}

std::chrono::sys_seconds parse_until(const std::string& text, std::chrono::sys_seconds now) {
  if (const auto ahead = config::parse_duration(text)) return now + *ahead;
  return parse_moment(text);
}

}  // namespace figured::cli
