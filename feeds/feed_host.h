// The host that a feed is asked at: what its connections and its rate are counted by.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace figured::feeds {

// "news.example.org:8080", lower case, with the port where one is written and not
// the scheme's own; "" where the URL has none.
std::string feed_host(std::string_view url);

// The same as a number, to save memory; never 0.
std::uint64_t feed_host_key(std::string_view url);

}  // namespace figured::feeds
