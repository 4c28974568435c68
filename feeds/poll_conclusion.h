// conclude_poll: what a poll changes in what is known of its feed.
//
// The whole step from one poll to the next: health, validators, redirects that
// come to be believed, articles that were missed, the rhythm of arrivals, a server
// whose conditional answers cannot be trusted, and the next poll.  Pure: the feed
// before, what was read and what was stored go in; no clock, no store.
//
// Permanent redirects (301, 308) are adopted after kSightings successful polls
// over at least kSightingTime that led to the same place and brought the same
// content (an article that was known, or nothing new), so that a maintenance page
// or a captive portal is not.  An adopted address that fails kReversal times in a
// row, or is gone, is given up and the old one is asked again.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "feeds/feed.h"
#include "feeds/feed_reader.h"
#include "feeds/poll_decision.h"

namespace figured::feeds {

inline constexpr int kSightings = 5;
inline constexpr std::chrono::seconds kSightingTime = std::chrono::hours(24);
inline constexpr int kReversal = 3;
// Older pages (RFC 5005) that are read for articles that were missed.
inline constexpr int kMaxPages = 10;
// After so many 304s in a row the feed is asked for its body, to see what they hide.
inline constexpr int kCheckAfter = 200;
// So often they may have hidden news before validators are sent no more.
inline constexpr int kHiddenNews = 2;

// What storing the articles of the poll found.
struct PollStored {
  std::size_t added = 0;
  std::size_t revised = 0;
  std::size_t known = 0;
  std::optional<std::chrono::sys_seconds> oldest_added{};  // by its date
};

enum class FeedEvent : std::uint8_t {
  kFailing,    // PollPolicy::failing_after failures in a row
  kRecovered,  // a success after that
  kGone,       // 410 twice in a row: it is polled no more
  kMoved,      // a redirect was adopted
  kMovedBack,  // and given up
  kMissed,     // articles were missed
};

struct Conclusion {
  Feed feed;
  PollDecision decision;
  std::vector<FeedEvent> events;
};

Conclusion conclude_poll(Feed before, const FeedReading& reading, std::chrono::sys_seconds at,
                         const PollStored& stored, const PollPolicy& policy = {});

// Whether the feed is asked for its body whatever it sent before: to see what its
// 304s hide, or since they have hidden news.
bool distrusts_validators(const Conditional& conditional);

// Whether it brought articles that no push had brought before.
bool found_unpushed_news(const FeedReading& reading, const PollStored& stored);

// "recovered"
std::string_view format_feed_event(FeedEvent event);

}  // namespace figured::feeds
