// Connection is an open SQLite database with its prepared statements.
//
// It is used by one thread at a time.  It does not know what is stored.
#pragma once
#include <memory>
#include <string>
#include <unordered_map>

#include "storage/sqlite_statement.h"

struct sqlite3;

namespace figured::storage {

enum class OpenMode { kReadOnly, kReadWrite };

class Connection {
 public:
  // ":memory:" is a database of its own that ends with the connection.  A
  // read-write connection creates the file, but no folder.  Throws StoreError.
  Connection(const std::string& path, OpenMode mode);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  // Runs statements that give no rows and take no values.
  void execute(const char* sql);

  // A run of the statement, prepared once and kept.  `sql` is told apart by its
  // address and must be a literal.  Requires that no run of the same statement
  // is going on.
  Statement statement(const char* sql);

  // The number that `PRAGMA name` gives.
  std::int64_t pragma(const std::string& name);

  bool in_transaction() const;
  std::int64_t last_id() const;  // of the row inserted last
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* prepared) const;
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;
  Prepared prepare(const char* sql);

  std::string path_;
  std::unique_ptr<sqlite3, Close> db_;
  std::unordered_map<const char*, Prepared> kept_;
};

// Lets several statements see one state of the store.  Does nothing within a
// transaction, which has that already.
class Snapshot {
 public:
  explicit Snapshot(Connection& db);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Connection* db_;  // null when there is nothing to end
};

}  // namespace figured::storage
