// Times as people give them to figurectl.
#pragma once
#include <chrono>
#include <string>

namespace figured::cli {

std::chrono::sys_seconds clock_now();

// "30d", "12h": so long ago; "2026-11-01", "2026-11-01T12:00:00Z": that moment.  Throws
// CLI::ValidationError.
std::chrono::sys_seconds parse_since(const std::string& text, std::chrono::sys_seconds now);

// "2h": from now on; or a moment as above.
std::chrono::sys_seconds parse_until(const std::string& text, std::chrono::sys_seconds now);

}  // namespace figured::cli
