// The HTTP request that polls a feed.
#pragma once
#include <chrono>

#include "feeds/feed.h"
#include "net/http_client.h"

namespace figured::feeds {

struct PollOptions {
  std::chrono::milliseconds timeout{30'000};
  std::size_t max_body = 16 * 1024 * 1024;  // as sent
  int max_redirects = 5;
};

// Conditional wherever the feed has validators.
net::HttpRequest poll_request(const Feed& feed, const PollOptions& options);

}  // namespace figured::feeds
