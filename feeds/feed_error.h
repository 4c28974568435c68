// FeedError: why a document could not be read as a feed, and what to do next.
#pragma once
#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace figured::feeds {

enum class FeedErrorKind : std::uint8_t {
  kEmpty,      // no bytes, or only white space
  kHtmlPage,   // a web page
  kChallenge,  // a web page that wants a log-in or a proof of being human
  kNotAFeed,   // an image, another kind of XML or JSON
  kBadXml,     // beyond repair
  kBadJson,
  kUnknownCharset,  // declared so, and not to be guessed from the bytes
  kTooLarge,
  kTooDeep,
};

struct FeedError {
  FeedErrorKind kind = FeedErrorKind::kNotAFeed;
  std::string message;  // a sentence that says the next step
};

// Lets result<T, FeedError>::value() compile.
[[noreturn]] void throw_exception_from_error(const FeedError& error,
                                             const boost::source_location& location);

// "html-page"
std::string_view format_feed_error_kind(FeedErrorKind kind);

}  // namespace figured::feeds
