// Finds the feeds that a web page offers.
//
// First those it declares (<link rel="alternate" type="application/rss+xml">, the
// RSS Advisory Board's autodiscovery and WHATWG HTML, 4.6.7.1), in their order;
// where it declares none, those that its anchors look like leading to.  Pure.
#pragma once
#include <string_view>
#include <vector>

#include "feeds/feed_error.h"

namespace figured::feeds {

// `page` is UTF-8; `url` its address, which relative ones are resolved against.
// Each feed once, at most 16.
std::vector<LinkedFeed> discover_feeds(std::string_view page, std::string_view url);

}  // namespace figured::feeds
