#include "daemon/intake/clock_watch.h"

#include <algorithm>
#include <utility>

#include "feeds/feed_poller.h"

namespace figured::daemon {
namespace {

constexpr std::chrono::seconds kLeast = std::chrono::minutes(1);

}  // namespace

Clocks Clocks::of_the_system() {
  return {feeds::FeedPoller::read_clock, [] { return std::chrono::steady_clock::now(); }};
}

ClockWatch::ClockWatch(Clocks clocks)
    : clocks_(std::move(clocks)), wall_(clocks_.wall()), steady_(clocks_.steady()) {}

std::optional<std::chrono::seconds> ClockWatch::look() {
  const auto wall = clocks_.wall();
  const auto steady = clocks_.steady();
  const auto jump = (wall - wall_) - std::chrono::round<std::chrono::seconds>(steady - steady_);
  wall_ = wall;
  steady_ = steady;
  if (std::chrono::abs(jump) < kLeast) return std::nullopt;
  return jump;
}

std::chrono::sys_seconds ClockWatch::now() const {
  return wall_ + std::chrono::round<std::chrono::seconds>(clocks_.steady() - steady_);
}

void KeptRests::keep(std::deque<feeds::Feed>& feeds, std::chrono::seconds jump,
                     std::chrono::sys_seconds now) {
  for (feeds::Feed& feed : feeds) {
    if (!feed.last_poll) {
      feed.next_poll = std::min(feed.next_poll, now);
      continue;
    }
    const auto known = moved_.find(feed.id);
    const bool same_rest = known != moved_.end() && known->second.last_poll == *feed.last_poll;
    auto by = (same_rest ? known->second.by : std::chrono::seconds(0)) + jump;
    if (*feed.last_poll + by > now + kLeast) by = now - *feed.last_poll;
    feed.next_poll += by;
    // Clocks are set rarely, so that there is nothing to be known of nearly all feeds.
    if (by != std::chrono::seconds(0))
      moved_[feed.id] = {*feed.last_poll, by};
    else if (known != moved_.end())
      moved_.erase(known);
  }
}

}  // namespace figured::daemon
