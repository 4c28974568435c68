// The HTTP header Retry-After.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace figured::net {

// How long the server asks to wait, given in seconds or as a date (IMF-fixdate);
// 0s for a date that has passed.  Empty when it says neither.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view value,
                                                      std::chrono::sys_seconds now);

}  // namespace figured::net
