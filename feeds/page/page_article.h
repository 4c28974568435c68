// PageArticle: what an article's web page says, beside what its feed said of it.
#pragma once
#include <boost/system/result.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/feed_date.h"

namespace figured::feeds {

struct PageArticle {
  std::string text;    // paragraphs parted by "\n"
  std::string title;   // "" = not said
  std::string byline;  // names; "" = not said
  std::optional<FeedDate> published;
};

enum class PageErrorKind : std::uint8_t {
  kNoAnswer,  // the network failed
  kStatus,    // the server refused
  kNotHtml,   // a PDF, a picture, a film
  kTooLarge,
  kUnreadable,      // its encoding or charset
  kChallenge,       // it wants a proof of being human
  kNoText,          // no main text was found in it
  kPaywall,         // its text is for subscribers
  kAnotherSubject,  // its text does not speak of what the feed said: a consent or error page
  kNothingMore,     // its text is no longer than the feed's
  kTooLate,         // its turn did not come in time
  kRobots,          // the site's robots.txt keeps programs from it, or could not be had
};

struct PageError {
  PageErrorKind kind = PageErrorKind::kNoText;
  std::string message;  // a sentence
  // An address where the text may be had instead (AMP); "" = none.
  std::string instead{};
};

using PageResult = boost::system::result<PageArticle, PageError>;

// Lets result<T, PageError>::value() compile.
[[noreturn]] void throw_exception_from_error(const PageError& error,
                                             const boost::source_location& location);

// "another-subject"
std::string_view format_page_error_kind(PageErrorKind kind);

}  // namespace figured::feeds
