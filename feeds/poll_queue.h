// PollQueue knows which feed is to be polled next.
//
// Feeds wait in the order in which they are due.  One that is being polled is out
// of the queue until it is put back, so that no feed is polled twice at a time; one
// whose host is asked hard enough already (PollHosts) waits until it is not.
// It reads no clock and polls nothing.
#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "feeds/feed.h"
#include "feeds/poll_hosts.h"

namespace figured::feeds {

class PollQueue {
 public:
  using Time = PollHosts::Time;

  explicit PollQueue(HostLimits limits = {}) : hosts_(limits) {}

  // Makes these the feeds that are polled.  A feed known by its id keeps the
  // state it has here where that is the newer one, by its last poll, and takes over
  // the new settings; a shorter interval shortens the rest it is in.  A feed that
  // is gone is forgotten, one under way when it is put back.  Titles are not kept.
  void adopt(std::deque<Feed> feeds);

  // When take_due has something to do; empty where no feed waits for a time.
  std::optional<Time> next_due() const;

  // Takes out the feed due first whose host may be asked, if one is at `now`.
  std::optional<Feed> take_due(Time now);

  // Takes out this feed though it is not due, for something else than asking its host.
  // Empty where it is under way or not known.
  std::optional<Feed> take(std::int64_t id);
  bool is_under_way(std::int64_t id) const { return under_way_.contains(id); }

  // Returns a feed taken by take_due or take, with its new state.  One that is not to be
  // polled any more is forgotten.
  void put_back(Feed feed, Time now);

  // The server has refused the feed, which is under way, until then.  True when
  // all feeds of its host now wait.
  bool refuse(std::int64_t id, Time now, Time until);

  // Lets the feed be due at once.  False where no feed of that id waits.
  bool hasten(std::int64_t id);

  std::size_t waiting() const { return feeds_.size() - present_under_way(); }
  std::size_t under_way() const { return under_way_.size(); }

  // When the feed is due: somewhere within the second before its next_poll, each
  // feed at a place of its own, so that they do not all come at the full second.  Times of
  // polls are whole seconds, so one that rests for a few of them only is due within the
  // second behind: else it would come back too soon, and at one second at once.
  static Time due_time(const Feed& feed);

 private:
  struct Entry {
    // On its own, so that taking over many feeds needs no memory for each twice.
    std::unique_ptr<Feed> feed;
    Time waits_for{};       // its place in due_
    bool reserved = false;  // its host has kept a place for it
    bool parked = false;    // waits for room at its host, not in due_
  };
  using Due = std::set<std::pair<Time, std::int64_t>>;

  void wait(Entry& entry, Time until);
  void unpark(std::uint64_t host);
  bool may_begin(Entry& entry, std::uint64_t host, Time now);
  std::size_t present_under_way() const;

  PollHosts hosts_;
  std::unordered_map<std::int64_t, Entry> feeds_;  // those that are polled, by id
  Due due_;                                        // those that wait for a time
  std::unordered_map<std::uint64_t, std::deque<std::int64_t>> parked_;  // by host
  std::unordered_map<std::int64_t, std::uint64_t> under_way_;  // feed → host; 0 = none is asked
};

}  // namespace figured::feeds
