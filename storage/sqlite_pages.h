// SqlitePages keeps which articles' web pages are wanted, and what came of those
// that were: each page once a revision of what the feed says.
#pragma once
#include <cstdint>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqlitePages {
 public:
  explicit SqlitePages(Connection& db) : db_(db) {}

  // As the functions of Store.
  void want(std::int64_t article_id, std::int64_t revision, Seconds deadline);
  std::vector<feeds::WantedPage> wanted() const;
  void put(const PageRecord& page);
  bool has_text(std::int64_t article_id) const;

  // Sets the pages' part of the status.
  void count(StoreStatus& status) const;

 private:
  Connection& db_;
};

}  // namespace figured::storage
