// SqliteFeeds keeps the feeds: settings, validators, schedule, health, what was
// learned of them, and their latest fetches.
//
// Its members do what those of Store and Desk say.
#pragma once
#include <deque>
#include <span>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;
class Statement;

class SqliteFeeds {
 public:
  explicit SqliteFeeds(Connection& db) : db_(db) {}

  std::vector<feeds::Feed> all() const;
  std::deque<feeds::Feed> polled() const;
  std::deque<feeds::Feed> adopt(std::span<const feeds::FeedSource> sources, Seconds now);
  std::int64_t roster_version() const;

  void put_poll(const PollRecord& poll);
  std::vector<FetchRecord> fetches(std::int64_t feed_id, std::size_t limit) const;

  std::int64_t add(const feeds::FeedSource& source, Seconds now);
  void remove(std::int64_t id);
  void set_state(std::int64_t id, feeds::FeedState state, Seconds now);
  void hasten(std::int64_t id, Seconds now);

  // Sets the feeds' part of the status.
  void count(StoreStatus& status) const;

 private:
  void adopt_one(const feeds::FeedSource& source, Seconds now);
  void retire_unwanted();
  void put_fetch(std::int64_t feed_id, const FetchRecord& fetch);
  void note_change();

  Connection& db_;
};

}  // namespace figured::storage
