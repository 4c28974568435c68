// When a line was logged, as ISO 8601 in UTC: "2026-11-22T00:35:29Z", with
// milliseconds "2026-11-22T00:35:29.041Z".
#pragma once
#include <chrono>
#include <string>

namespace figured::daemon {

std::string utc_stamp(std::chrono::system_clock::time_point time, bool millis);

}  // namespace figured::daemon
