// SqliteFeeds keeps the feeds: settings, validators, schedule and health.
//
// Its members do what those of Store say.
#pragma once
#include <span>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteFeeds {
 public:
  explicit SqliteFeeds(Connection& db) : db_(db) {}

  std::vector<feeds::Feed> all() const;  // that are polled
  std::vector<feeds::Feed> adopt(std::span<const feeds::FeedSource> sources, Seconds now);
  void put_poll(const PollRecord& poll);

  // Sets the feeds' part of the status.
  void count(StoreStatus& status) const;

 private:
  void adopt_one(const feeds::FeedSource& source, Seconds now);

  Connection& db_;
};

}  // namespace figured::storage
