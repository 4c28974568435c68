// FeedProbe: looks at an address before it is added: is it a feed, and if not, which
// feeds does it name?
//
// It asks as figured would: the same limits, user agent and address guard.
#pragma once
#include <string>
#include <vector>

#include "config/config.h"
#include "feeds/feed_error.h"

namespace figured::cli {

struct FeedProbe {
  std::string url;                       // where the feed is: behind permanent redirects
  std::string title;                     // of the feed
  std::string error;                     // "" = it is a feed
  std::vector<feeds::LinkedFeed> feeds;  // that the page names
};

// Waits for the answer.
FeedProbe probe_feed(const std::string& url, const config::Config& config);

}  // namespace figured::cli
