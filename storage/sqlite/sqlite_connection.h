// Connection is an open SQLite database with its prepared statements.
//
// It is used by one thread at a time.  It does not know what is stored.
//
// What is committed is moved from the write-ahead log into the file now and then,
// after a commit.  SQLite by itself would say nothing of a write or sync that fails
// there; here it is kept and told by require_checkpoint().
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "storage/sqlite/sqlite_statement.h"
#include "storage/store_error.h"

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

  struct Finalize {
    void operator()(sqlite3_stmt* prepared) const;
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;
  // A statement that is not kept.
  Prepared prepare(const char* sql);

  // The number that `PRAGMA name` gives.
  std::int64_t pragma(const std::string& name);

  // Makes good a move that failed.  To be called before anything new is written.
  // Throws StoreError where it fails again; after a failed sync, always.
  void require_checkpoint();

  // Calls `progress` after every so many steps of a statement, as long as it takes
  // them; where that says false, the statement ends with a StoreError (kGivenUp).  Empty =
  // nobody is asked any more.
  void on_progress(std::function<bool()> progress);

  bool in_transaction() const;
  std::int64_t last_id() const;  // of the row inserted last
  const std::string& path() const { return path_; }
  sqlite3* handle() { return db_.get(); }  // for what is asked of SQLite itself

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  static int ask_progress(void* self);
  static int after_commit(void* self, sqlite3* db, const char* schema, int pages);

  std::string path_;
  std::function<bool()> progress_;
  std::optional<StoreError> unmoved_;  // why the last move failed
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
