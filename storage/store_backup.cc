#include "storage/store_backup.h"

#include <sqlite3.h>

#include <filesystem>
#include <memory>

#include "storage/aside.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_error.h"
#include "storage/store_check.h"
#include "storage/store_lock.h"
#include "storage/suspicion.h"

namespace figured::storage {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAStep = 2'048;  // 16 MiB

struct Finish {
  void operator()(sqlite3_backup* copy) const { sqlite3_backup_finish(copy); }
};

void require_store(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error))
    throw StoreError("store '" + path + "': there is no such file");
}

void remove_file(const std::string& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
  for (const char* beside : {"-journal", "-wal", "-shm"}) fs::remove(path + beside, ignored);
  drop_suspicion(path);
}

// The source is read within one transaction, or each commit of the ledger would
// begin the copy anew.
std::int64_t copy_pages(Connection& from, Connection& to, const CopyProgress& progress) {
  const Snapshot snapshot(from);
  from.pragma("page_count");  // a transaction begins with its first reading
  const std::int64_t page = from.pragma("page_size");
  std::unique_ptr<sqlite3_backup, Finish> copy(
      sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
  if (!copy) throw_sqlite_error(to.handle(), "beginning a copy");
  int code = SQLITE_OK;
  while (code == SQLITE_OK) {
    code = sqlite3_backup_step(copy.get(), kPagesAStep);
    const std::int64_t total = sqlite3_backup_pagecount(copy.get());
    if (progress) progress((total - sqlite3_backup_remaining(copy.get())) * page, total * page);
  }
  const std::int64_t bytes = sqlite3_backup_pagecount(copy.get()) * page;
  // What is wrong with either side is told by the end of the copy.
  sqlite3_backup_finish(copy.release());
  if (code != SQLITE_DONE) throw_sqlite_error(to.handle(), "copying the store");
  return bytes;
}

void require_whole(Connection& db) {
  const Damage damage = check_pages(db);
  if (damage.empty()) return;
  throw StoreError("store '" + db.path() + "' is damaged: " + damage.front(),
                   StoreErrorKind::kDamaged);
}

// To `part`, which is checked and on the disk.
std::int64_t copy_store(const std::string& from, const std::string& part,
                        const CopyProgress& progress) {
  Connection source(from, OpenMode::kReadOnly);
  refuse_foreign(source);
  Connection target(part, OpenMode::kReadWrite);
  target.execute("PRAGMA synchronous = FULL");
  const std::int64_t bytes = copy_pages(source, target, progress);
  refuse_newer(target);
  // One file, without a write-ahead log beside it.
  target.execute("PRAGMA journal_mode = DELETE");
  require_whole(target);
  return bytes;
}

// Nothing is left under `part` but by success.
std::int64_t copy_or_leave_nothing(const std::string& from, const std::string& part,
                                   const CopyProgress& progress) {
  remove_file(part);
  try {
    return copy_store(from, part, progress);
  } catch (...) {
    remove_file(part);
    throw;
  }
}

void rename_into_place(const std::string& part, const std::string& path) {
  std::error_code error;
  fs::rename(part, path, error);
  if (error) {
    remove_file(part);
    throw StoreError("'" + part + "' cannot be renamed to '" + path + "': " + error.message());
  }
  sync_folder_of(path);
}

}  // namespace

std::string backup_name(const std::string& store_path) { return aside_name(store_path, "backup"); }

std::int64_t back_up_store(const std::string& store_path, const std::string& backup,
                           const CopyProgress& progress) {
  require_store(store_path);
  std::error_code error;
  if (fs::exists(backup, error)) throw StoreError("backup '" + backup + "': there is such a file");
  const std::string part = backup + ".part";
  const std::int64_t bytes = copy_or_leave_nothing(store_path, part, progress);
  own_like(part, store_path);
  rename_into_place(part, backup);
  note_backup(real_path(store_path), backup);
  return bytes;
}

Restored restore_store(const std::string& store, const std::string& backup,
                       const CopyProgress& progress) {
  require_store(backup);
  const std::string store_path = real_path(store);
  const StoreLock lock(store_path);
  std::error_code error;
  const bool is_there = fs::exists(store_path, error);
  const std::string owner = is_there ? store_path : fs::path(store_path).parent_path().string();
  // At once: whatever becomes of the restoring, the owner must be able to take it.
  own_like(store_path + ".lock", owner);
  const std::string part = store_path + ".restoring";
  Restored restored;
  restored.bytes = copy_or_leave_nothing(backup, part, progress);
  own_like(part, owner);
  if (is_there) restored.replaced = put_aside(store_path, "replaced");
  drop_suspicion(store_path);
  rename_into_place(part, store_path);
  return restored;
}

}  // namespace figured::storage
