#include "alerts/local_time.h"

#include <cstdio>
#include <ctime>

namespace figured::alerts {
namespace {

using std::chrono::sys_seconds;

std::tm local(sys_seconds at) {
  const std::time_t seconds = at.time_since_epoch().count();
  std::tm broken{};
  localtime_r(&seconds, &broken);
  return broken;
}

sys_seconds moment(std::tm broken) {
  broken.tm_isdst = -1;
  return sys_seconds(std::chrono::seconds(std::mktime(&broken)));
}

int two_digits(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return digit(text[0]) && digit(text[1]) ? (text[0] - '0') * 10 + text[1] - '0' : -1;
}

}  // namespace

std::optional<DayTime> parse_day_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const int hours = two_digits(text), minutes = two_digits(text.substr(3));
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return DayTime(60 * hours + minutes);
}

std::string format_day_time(DayTime time) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(time.count() / 60),
                static_cast<int>(time.count() % 60));
  return text;
}

DayTime local_day_time(sys_seconds at) {
  const std::tm broken = local(at);
  return DayTime(60 * broken.tm_hour + broken.tm_min);
}

bool is_within(const DaySpan& span, sys_seconds at) {
  const DayTime now = local_day_time(at);
  if (span.from <= span.to) return now >= span.from && now < span.to;
  return now >= span.from || now < span.to;
}

sys_seconds next_at(DayTime time, sys_seconds at) {
  std::tm broken = local(at);
  broken.tm_hour = static_cast<int>(time.count() / 60);
  broken.tm_min = static_cast<int>(time.count() % 60);
  broken.tm_sec = 0;
  const sys_seconds today = moment(broken);
  if (today >= at) return today;
  ++broken.tm_mday;
  return moment(broken);
}

}  // namespace figured::alerts
