// PollQueue knows which feed is to be polled next.
//
// Feeds wait in the order of their next_poll.  One that is being polled is out
// of the queue until it is put back, so that no feed is polled twice at a time.
// It reads no clock and polls nothing.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "feeds/feed.h"

namespace figured::feeds {

class PollQueue {
 public:
  using Time = std::chrono::sys_seconds;

  // Makes these the feeds that are polled.  A feed known by its id keeps the
  // state it has here (it is the newer one) and takes over the new settings; a
  // shorter interval shortens the rest it is in.  A feed that is gone is
  // forgotten, one under way when it is put back.
  void adopt(std::vector<Feed> feeds);

  // When the first feed is due; empty where none waits.
  std::optional<Time> next_due() const;

  // Takes out the feed due first, if it is due at `now`.
  std::optional<Feed> take_due(Time now);

  // Returns a feed taken by take_due, with its new state.
  void put_back(Feed feed);

  // Lets the feed be due at once.  False where no feed of that id waits.
  bool hasten(std::int64_t id);

  std::size_t waiting() const { return due_.size(); }
  std::size_t under_way() const { return feeds_.size() - due_.size(); }

 private:
  struct Entry {
    Feed feed;
    bool under_way = false;
  };
  void wait(Entry& entry);

  std::unordered_map<std::int64_t, Entry> feeds_;  // those that are polled, by id
  std::set<std::pair<Time, std::int64_t>> due_;    // those that wait
};

}  // namespace figured::feeds
