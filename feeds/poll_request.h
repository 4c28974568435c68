// The HTTP request that polls a feed.
#pragma once
#include <chrono>
#include <span>
#include <string>

#include "feeds/feed.h"
#include "net/http_client.h"

namespace figured::feeds {

struct PollOptions {
  std::chrono::milliseconds timeout{30'000};
  std::size_t max_body = 16 * 1024 * 1024;  // as sent
  int max_redirects = 5;
};

// Where the feed is asked next: an older page, an adopted address, or its own.
std::string poll_url(const Feed& feed);

// Conditional wherever the feed has validators that can be trusted.
net::HttpRequest poll_request(const Feed& feed, const PollOptions& options);

// Asks for what is not polled yet as a poll would, with the access of that of the `configured`
// which has this very URL.
net::HttpRequest probe_request(const std::string& url, std::span<const FeedSource> configured,
                               const PollOptions& options);

}  // namespace figured::feeds
