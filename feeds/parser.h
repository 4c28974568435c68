// parse_feed reads a feed document of any kind: RSS 0.9x, 1.0 and 2.0, Atom 0.3
// and 1.0, JSON Feed, well-formed or not.
//
// Pure; bytes in, items out.  Content-Encoding has been undone before.  Whatever
// can be saved of a broken document is saved, and FeedDocument::repairs says
// what was done; only a document that is no feed at all is an error.
#pragma once
#include <boost/system/result.hpp>
#include <string>
#include <string_view>

#include "feeds/feed_document.h"
#include "feeds/feed_error.h"

namespace figured::feeds {

// What HTTP said of the bytes; "" where it said nothing.
struct HttpMeta {
  std::string content_type{};
  std::string content_location{};
  std::string content_language{};
  std::string url{};  // where they came from, after redirects
};

using ParseResult = boost::system::result<FeedDocument, FeedError>;

// Longer documents are refused; decode_content is to be held to the same limit.
inline constexpr std::size_t kMaxDocument = 64 * 1024 * 1024;
// Later items are left out, and a repair says so.
inline constexpr std::size_t kMaxItems = 20'000;

ParseResult parse_feed(std::string_view bytes, const HttpMeta& meta);

}  // namespace figured::feeds
