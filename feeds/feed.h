// Feed: a polled source of articles.
//
// FeedSource is what the configuration, or whoever added it, says of it; Feed
// what is known of it from one poll to the next.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/feed_memory.h"
#include "feeds/time_zone.h"

namespace figured::feeds {

struct FeedAccess;  // feeds/feed_access.h

// What the server gave to make the next request conditional.
struct Validators {
  std::string etag;
  std::string last_modified;
  friend bool operator==(const Validators&, const Validators&) = default;
};

// Whether the web pages of a feed's articles are read for their full text.
enum class FullText : std::uint8_t {
  kAuto,    // where the feed carries a summary
  kAlways,  // of every article
  kNever,
};

struct FeedSource {
  std::string url;
  std::string outlet;  // who publishes: "TRT World"
  std::string group;   // owner of several outlets; "" = the outlet itself
  std::chrono::seconds interval{300};
  // How it is asked where that is not as all others are; null = as all others.
  // Never stored: secrets stay in the configuration.
  std::shared_ptr<const FeedAccess> access{};
  FullText full_text = FullText::kAuto;
  TimeZone zone{};  // of its dates that name none; where it is none, UTC is assumed
  friend bool operator==(const FeedSource&, const FeedSource&) = default;
};

enum class FeedState : std::uint8_t {
  kPolled,
  kPaused,  // by a person
  kGone,    // its server says that it is gone for good (410)
};

// Who wants it polled; both may.
struct FeedWanted {
  bool by_config = true;
  bool by_hand = false;  // figurectl feeds add, import
};

struct Feed {
  std::int64_t id = 0;
  FeedSource source;
  FeedState state = FeedState::kPolled;
  FeedWanted wanted;
  Validators validators;
  std::string title;  // as the document names itself
  std::chrono::sys_seconds next_poll;
  std::optional<std::chrono::sys_seconds> last_poll;
  std::optional<std::chrono::sys_seconds> last_success;
  int failures = 0;        // in a row
  std::string last_error;  // "" after a success
  int last_status = 0;     // HTTP status; 0 when there was no answer
  std::int64_t polls = 0;
  std::int64_t unchanged = 0;  // polls answered with 304
  std::int64_t articles = 0;   // stored from this feed
  FeedMemory memory;
};

// "polled", "paused", "gone"
std::string_view format_feed_state(FeedState state);

}  // namespace figured::feeds
