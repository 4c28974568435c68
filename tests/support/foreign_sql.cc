#include "tests/support/foreign_sql.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>

namespace figured::tests {

namespace {

constexpr int kLongestWaitMs = 10'000;

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};

}  // namespace

void run_foreign_sql(const std::string& store, const std::string& sql) {
  sqlite3* opened = nullptr;
  const int status = sqlite3_open(store.c_str(), &opened);
  const std::unique_ptr<sqlite3, Close> db(opened);
  ASSERT_EQ(status, SQLITE_OK) << store;
  sqlite3_busy_timeout(db.get(), kLongestWaitMs);
  ASSERT_EQ(sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(db.get());
}

}  // namespace figured::tests
