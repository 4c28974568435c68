// BareStore: the limit of storing.  SQLite with nothing around it takes articles with
// their claims, as the tables of a plain design have them: a row an article with two
// indexes, a row a claim with one, on random keys; texts are compressed beforehand.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "storage/sqlite/sqlite_connection.h"

namespace figured::bench {

class BareStore {
 public:
  explicit BareStore(const std::string& path);

  void begin() { db_.execute("BEGIN"); }
  void commit() { db_.execute("COMMIT"); }
  void put(std::string_view title, std::string_view packed_text, std::size_t claims);
  // All that was put stands in the one file from now on.
  void checkpoint() { db_.pragma("wal_checkpoint(TRUNCATE)"); }

 private:
  void put_claim();

  storage::Connection db_;
  std::mt19937_64 random_{11};
  std::int64_t article_ = 0;
  std::int64_t claim_ = 0;
};

}  // namespace figured::bench
