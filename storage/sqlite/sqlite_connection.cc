#include "storage/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <cassert>
#include <new>

#include "storage/sqlite/sqlite_error.h"

namespace figured::storage {
namespace {

// Checkpoints and readers hold locks for moments only.
constexpr int kBusyMilliseconds = 5'000;

// Of the write-ahead log, before they are moved into the file.
constexpr int kPagesOfTheLog = 1'000;

sqlite3* open_database(const std::string& path, OpenMode mode) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= mode == OpenMode::kReadOnly ? SQLITE_OPEN_READONLY
                                       : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(path.c_str(), &db, flags, nullptr) == SQLITE_OK) return db;
  const std::string reason = db ? sqlite3_errmsg(db) : "out of memory";
  sqlite3_close(db);
  throw StoreError("store '" + path + "': " + reason);
}

// A reader that still needs the log's older pages stops the move; that is no failure.
bool move_log(sqlite3* db) {
  const int code =
      sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY;
}

}  // namespace

void Connection::Close::operator()(sqlite3* db) const { sqlite3_close(db); }
void Connection::Finalize::operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }

Connection::Connection(const std::string& path, OpenMode mode)
    : path_(path), db_(open_database(path, mode)) {
  sqlite3_busy_timeout(db_.get(), kBusyMilliseconds);
  if (mode == OpenMode::kReadWrite) sqlite3_wal_hook(db_.get(), after_commit, this);
}

Connection::~Connection() = default;

void Connection::execute(const char* sql) {
  if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw_sqlite_error(db_.get(), sql);
}

// The commit itself has succeeded, so it is not made to fail.
int Connection::after_commit(void* self, sqlite3* db, const char*, int pages) {
  if (pages < kPagesOfTheLog || move_log(db)) return SQLITE_OK;
  try {
    throw_sqlite_error(db, "moving the write-ahead log into the file");
  } catch (const StoreError& error) {
    static_cast<Connection*>(self)->unmoved_ = error;
  } catch (const std::bad_alloc&) {
    // The next move will tell.
  }
  return SQLITE_OK;
}

void Connection::require_checkpoint() {
  if (!unmoved_) return;
  if (!unmoved_->passes()) throw StoreError(*unmoved_);
  if (!move_log(db_.get())) throw_sqlite_error(db_.get(), "moving the write-ahead log");
  unmoved_.reset();
}

Connection::Prepared Connection::prepare(const char* sql) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v3(db_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) !=
      SQLITE_OK)
    throw_sqlite_error(db_.get(), sql);
  return Prepared(prepared);
}

Statement Connection::statement(const char* sql) {
  Prepared& kept = kept_[sql];
  if (!kept) kept = prepare(sql);
  assert(!sqlite3_stmt_busy(kept.get()));
  return Statement(kept.get());
}

std::int64_t Connection::pragma(const std::string& name) {
  const Prepared prepared = prepare(("PRAGMA " + name).c_str());
  Statement statement(prepared.get());
  std::int64_t value = 0;
  if (statement.step()) statement.read(value);
  return value;
}

int Connection::ask_progress(void* self) {
  return static_cast<Connection*>(self)->progress_() ? 0 : 1;
}

// So many steps take SQLite some milliseconds.
void Connection::on_progress(std::function<bool()> progress) {
  constexpr int kSteps = 100'000;
  progress_ = std::move(progress);
  sqlite3_progress_handler(db_.get(), progress_ ? kSteps : 0, progress_ ? &ask_progress : nullptr,
                           this);
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

std::int64_t Connection::last_id() const { return sqlite3_last_insert_rowid(db_.get()); }

Snapshot::Snapshot(Connection& db) : db_(db.in_transaction() ? nullptr : &db) {
  if (db_) db_->statement("BEGIN").run();
}

Snapshot::~Snapshot() {
  // A read transaction has nothing to lose by a rollback, which cannot fail.
  try {
    if (db_ && db_->in_transaction()) db_->statement("ROLLBACK").run();
  } catch (const StoreError&) {
  }
}

}  // namespace figured::storage
