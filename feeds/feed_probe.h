// FeedProbe: what the server of an address said before it is added: is it a feed, and if
// not, which feeds does it name?
//
// Whoever asks the server does it as a poll would (poll_request): the same limits, user
// agent and address guard.  Pure.
#pragma once
#include <string>
#include <vector>

#include "feeds/feed_error.h"
#include "net/http_client.h"

namespace figured::feeds {

struct FeedProbe {
  std::string url;                // where the feed is: behind permanent redirects
  std::string title;              // of the feed
  std::string error;              // a sentence; "" = it is a feed
  std::vector<LinkedFeed> feeds;  // that the page names
};

// `url` is the one that was asked.
FeedProbe read_probe(const std::string& url, const net::HttpResult& answer);

}  // namespace figured::feeds
