// SqlitePages keeps which articles' web pages are wanted, and what came of those
// that were: each page once a revision of what the feed says.
#pragma once
#include <cstdint>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;
class StoredTexts;

class SqlitePages {
 public:
  // Both must outlive this.
  SqlitePages(Connection& db, StoredTexts& texts) : db_(db), texts_(texts) {}

  // As the functions of Store.
  void want(std::int64_t article_id, std::int64_t revision, Seconds deadline);
  std::vector<feeds::WantedPage> wanted() const;
  void put(const PageRecord& page);
  bool has_text(std::int64_t article_id) const;

  // Sets the pages' part of the status.
  static void count(Connection& db, StoreStatus& status);

 private:
  Connection& db_;
  StoredTexts& texts_;
};

}  // namespace figured::storage
