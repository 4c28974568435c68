// What a web page that came instead of a feed is, and where the feed may be.
#pragma once
#include <string_view>

#include "feeds/feed_error.h"

namespace figured::feeds {

bool is_html_page(std::string_view text);

// The error that tells a person what the page is and what to do.  `url` is the
// page's address, for the addresses of feeds that it names.
FeedError explain_html_page(std::string_view text, std::string_view url);

}  // namespace figured::feeds
