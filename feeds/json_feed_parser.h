// JSON Feed 1.0 and 1.1.
#pragma once
#include <boost/system/result.hpp>
#include <string_view>

#include "feeds/feed_document.h"
#include "feeds/feed_error.h"

namespace figured::feeds {

// `text` is UTF-8; `base` is what relative addresses are resolved against.
boost::system::result<FeedDocument, FeedError> parse_json_feed(std::string_view text,
                                                               std::string_view base);

}  // namespace figured::feeds
