#include "feeds/feed_error.h"

#include <boost/system/errc.hpp>
#include <boost/system/system_error.hpp>

namespace figured::feeds {

void throw_exception_from_error(const FeedError& error, const boost::source_location&) {
  throw boost::system::system_error(make_error_code(boost::system::errc::bad_message),
                                    error.message);
}

std::string_view format_feed_error_kind(FeedErrorKind kind) {
  switch (kind) {
    case FeedErrorKind::kEmpty:
      return "empty";
    case FeedErrorKind::kHtmlPage:
      return "html-page";
    case FeedErrorKind::kChallenge:
      return "challenge";
    case FeedErrorKind::kLogin:
      return "login";
    case FeedErrorKind::kJsonError:
      return "json-error";
    case FeedErrorKind::kImage:
      return "image";
    case FeedErrorKind::kNotAFeed:
      return "not-a-feed";
    case FeedErrorKind::kBadXml:
      return "bad-xml";
    case FeedErrorKind::kBadJson:
      return "bad-json";
    case FeedErrorKind::kUnknownCharset:
      return "unknown-charset";
    case FeedErrorKind::kTooLarge:
      return "too-large";
    case FeedErrorKind::kTooDeep:
      return "too-deep";
  }
  return "unknown";
}

}  // namespace figured::feeds
