// FeedError: why a document could not be read as a feed, and what to do next.
#pragma once
#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace figured::feeds {

enum class FeedErrorKind : std::uint8_t {
  kEmpty,      // no bytes, or only white space
  kHtmlPage,   // a web page
  kChallenge,  // a web page that wants a proof of being human
  kLogin,      // a web page that wants a log-in
  kJsonError,  // an API's error in JSON
  kImage,
  kNotAFeed,  // another kind of file, XML or JSON
  kBadXml,    // beyond repair
  kBadJson,
  kUnknownCharset,  // declared so, and not to be guessed from the bytes
  kTooLarge,
  kTooDeep,
};

// A feed that a web page names.
struct LinkedFeed {
  std::string url;    // absolute
  std::string title;  // as the page calls it; may be empty
  friend bool operator==(const LinkedFeed&, const LinkedFeed&) = default;
};

struct FeedError {
  FeedErrorKind kind = FeedErrorKind::kNotAFeed;
  std::string message;                 // a sentence that says the next step
  std::vector<LinkedFeed> feeds = {};  // of a web page, those it offers
};

// Lets result<T, FeedError>::value() compile.
[[noreturn]] void throw_exception_from_error(const FeedError& error,
                                             const boost::source_location& location);

// "html-page"
std::string_view format_feed_error_kind(FeedErrorKind kind);

}  // namespace figured::feeds
