// How long an HTTP answer asks us to wait before we come again.
#pragma once
#include <chrono>
#include <string_view>

namespace figured::feeds {

// Nobody is waited for longer.
inline constexpr std::chrono::seconds kLongestWait = std::chrono::hours(24);

// What a Retry-After header asks for.  0s where it is missing, in the past or
// unreadable; at most kLongestWait.
std::chrono::seconds asked_wait(std::string_view header, std::chrono::sys_seconds now);

// How much longer the answer stays fresh by its Cache-Control (max-age) and
// Age; 0s where it says nothing.  At most an hour: longer ages are mistakes.
std::chrono::seconds freshness_left(std::string_view cache_control, std::string_view age);

}  // namespace figured::feeds
