#include "daemon/log/utc_stamp.h"

#include <cstdio>
#include <ctime>

namespace figured::daemon {

std::string utc_stamp(std::chrono::system_clock::time_point time, bool millis) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const std::time_t since_epoch = std::chrono::system_clock::to_time_t(seconds);
  std::tm utc{};
  ::gmtime_r(&since_epoch, &utc);
  char text[40];
  std::string stamp(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc));
  if (millis) {
    const auto rest = std::chrono::floor<std::chrono::milliseconds>(time - seconds);
    std::snprintf(text, sizeof text, ".%03d", static_cast<int>(rest.count()));
    stamp += text;
  }
  return stamp + 'Z';
}

}  // namespace figured::daemon
