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

struct Finalize {
  void operator()(sqlite3_stmt* row) const { sqlite3_finalize(row); }
};

}  // namespace

std::string query_foreign_sql(const std::string& store, const std::string& sql) {
  sqlite3* opened = nullptr;
  sqlite3_open(store.c_str(), &opened);
  const std::unique_ptr<sqlite3, Close> db(opened);
  sqlite3_stmt* prepared = nullptr;
  const int status = sqlite3_prepare_v2(opened, sql.c_str(), -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, Finalize> row(prepared);
  EXPECT_EQ(status, SQLITE_OK) << sqlite3_errmsg(opened);
  if (status != SQLITE_OK || sqlite3_step(prepared) != SQLITE_ROW) return {};
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0));
  return text ? text : "";
}

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
