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

// What an answer says of its own age; "" where it says nothing.
struct Freshness {
  std::string_view cache_control{};
  std::string_view age{};
  std::string_view expires{};
  std::string_view date{};
};

// How much longer the answer stays fresh (RFC 9111, 4.2): max-age, else Expires
// less Date, less Age; 0s where it says nothing, forbids it (no-cache, no-store)
// or cannot be read.  A Date that is missing is `now`.
std::chrono::seconds freshness_left(const Freshness& answer, std::chrono::sys_seconds now);

}  // namespace figured::feeds
