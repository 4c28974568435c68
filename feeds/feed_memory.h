// FeedMemory: what was learned of a feed by polling it, and helps to poll it well.
//
// Values only; poll_conclusion.h says how they change, poll_decision.h what they
// are good for.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace figured::feeds {

// What the feed's last document asks of those who poll it.
struct PollHints {
  std::chrono::seconds ttl{0};            // RSS 2.0 <ttl>; 0 = it does not say
  std::chrono::seconds update_period{0};  // sy:updatePeriod / sy:updateFrequency; 0 = nothing
  std::uint32_t skip_hours = 0;           // RSS 2.0 <skipHours>: bit h = from h:00 to h:59 UTC
  std::uint8_t skip_days = 0;             // <skipDays>: bit 0 = Sunday
  friend bool operator==(const PollHints&, const PollHints&) = default;
};

// How often articles arrive: a mean in which the newer gaps weigh more.
struct Rhythm {
  std::chrono::seconds gap{0};                     // 0 = not known yet
  std::optional<std::chrono::sys_seconds> last{};  // arrival, or the newest article's date
  friend bool operator==(const Rhythm&, const Rhythm&) = default;
};

// A permanent redirect (301, 308) that was seen and is not believed yet.
struct Move {
  std::string to{};  // "" = none
  int sightings = 0;
  std::chrono::sys_seconds since{};
  friend bool operator==(const Move&, const Move&) = default;
};

// Whether the server's conditional answers can be trusted.
struct Conditional {
  std::uint64_t body_hash = 0;    // of the last body, as sent; 0 = none
  std::uint16_t same_bodies = 0;  // 200s in a row that brought the same body in spite of validators
  std::uint16_t unchanged = 0;    // 304s since the last body
  std::uint8_t hidden_news = 0;   // times that 304s were found to have hidden news
  friend bool operator==(const Conditional&, const Conditional&) = default;
};

struct FeedMemory {
  std::string address{};  // polled instead of the source's URL: a redirect that was adopted
  Move move{};
  std::string older_page{};  // to be read next, since articles were missed; "" = none
  int pages = 0;             // older pages read on this walk
  PollHints hints{};
  Rhythm rhythm{};
  Conditional conditional{};
  friend bool operator==(const FeedMemory&, const FeedMemory&) = default;
};

}  // namespace figured::feeds
