// decide_poll: when a feed is polled next, and which rule says so.
//
// A healthy feed rests for its interval, or longer where its articles come
// rarely.  What the server and the document ask for lengthens the rest; each
// failure in a row doubles it, up to a day, and no number of failures ends the
// polling.  The longest rest that any rule asks for is taken, and that rule is
// the reason.  Pure: signals in, decision out; no clock.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "feeds/feed_memory.h"
#include "feeds/websub/push_standing.h"

namespace figured::feeds {

enum class PollRule : std::uint8_t {
  kInterval,      // the feed's own interval
  kRhythm,        // its articles come rarely
  kFreshness,     // Cache-Control, Age, Expires (RFC 9111, 4.2)
  kRetryAfter,    // RFC 9110, 10.2.3
  kTtl,           // RSS 2.0 <ttl>
  kUpdatePeriod,  // sy:updatePeriod, sy:updateFrequency
  kPushed,        // its hub pushes what is new (WebSub)
  kSkip,          // RSS 2.0 <skipHours>, <skipDays>
  kBackoff,       // failures in a row
  kGap,           // articles were missed
  kOlderPage,     // and an older page is read at once (RFC 5005)
  kGone,          // 410: never
};

struct PollPolicy {
  // Articles that come rarely lengthen the rest up to so many intervals; ttl and
  // sy: too, for many are a template's.  1: each feed rests for its interval.
  std::size_t stretch = 6;
  std::chrono::seconds longest = std::chrono::hours(24);           // of all rests
  std::chrono::seconds longest_freshness = std::chrono::hours(1);  // more is a mistake
  std::chrono::seconds longest_pushed = std::chrono::hours(1);     // while a hub pushes
  // Rests are spread by up to this share of themselves, so that feeds that failed
  // together do not come back together.  0 <= spread < 1.
  double spread = 0.1;
  std::size_t failing_after = 4;  // failures in a row, and people are told
};

struct PollSignals {
  std::chrono::sys_seconds now;
  std::chrono::seconds interval{300};  // > 0s
  int failures = 0;                    // in a row, this poll included
  std::chrono::seconds retry_after{0};
  std::chrono::seconds fresh{0};  // how much longer the answer stays fresh
  PollHints hints{};
  Rhythm rhythm{};
  PushStanding pushing{};
  bool missed = false;      // no known article was left in the document
  bool older_page = false;  // and there is a page to read them from
  std::uint64_t seed = 0;   // the same seed, the same place in the spread
};

struct PollDecision {
  std::chrono::sys_seconds next_poll;
  PollRule rule = PollRule::kInterval;
  std::string why;  // for people: "max-age: fresh for another 15m"
};

PollDecision decide_poll(const PollSignals& signals, const PollPolicy& policy);

// "retry-after"
std::string_view format_poll_rule(PollRule rule);

}  // namespace figured::feeds
