#include "storage/sqlite/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>
#include <string>

#include "storage/lock_holder.h"
#include "storage/suspicion.h"

namespace figured::storage {
namespace {

// Where SQLite has its locks: the bytes of the WAL's in its shared memory, from
// the writer's on, and those of the file itself.
constexpr ByteRange kWalLocks{120, 8};
constexpr ByteRange kFileLocks{0x40000000, 512};

// "" in memory.
std::string file_of(sqlite3* db) {
  const char* file = sqlite3_db_filename(db, "main");
  return file ? file : "";
}

std::string holder_words(const std::string& file) {
  auto holder = lock_holder(file + "-shm", kWalLocks);
  if (!holder) holder = lock_holder(file, kFileLocks);
  return holder ? process_words(*holder) : "another process";
}

// What is to be done about it, where SQLite's own words do not say.
std::string hint(StoreErrorKind kind, int code, const std::string& file) {
  if (code == SQLITE_NOTADB) return " (not a figured store)";
  switch (kind) {
    case StoreErrorKind::kFull:
      return " (no room left on the disk)";
    case StoreErrorKind::kBusy:
      return " (" + holder_words(file) + " holds the store)";
    case StoreErrorKind::kDisk:
      return " (the disk failed: the store must be verified)";
    case StoreErrorKind::kDamaged:
      return " (the file is damaged: restore it from a backup)";
    case StoreErrorKind::kGivenUp:
      return " (given up, as was asked)";
    case StoreErrorKind::kNotYet:
    case StoreErrorKind::kOther:
      break;
  }
  return code == SQLITE_READONLY ? " (no permission to write)" : "";
}

bool is_lack_of_room(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

// A sync that fails is never a mere lack of room: what it was to keep may be gone.
bool writes_no_data(int code) {
  return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC;
}

}  // namespace

StoreErrorKind kind_of_error(int code, int system_error) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return StoreErrorKind::kFull;
    case SQLITE_BUSY:
      return StoreErrorKind::kBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return StoreErrorKind::kDamaged;
    case SQLITE_INTERRUPT:
      return StoreErrorKind::kGivenUp;
    case SQLITE_CANTOPEN:
      return is_lack_of_room(system_error) ? StoreErrorKind::kFull : StoreErrorKind::kOther;
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_NOMEM) return StoreErrorKind::kOther;
      if (is_lack_of_room(system_error) && !writes_no_data(code)) return StoreErrorKind::kFull;
      return StoreErrorKind::kDisk;
    default:
      return StoreErrorKind::kOther;
  }
}

void throw_sqlite_error(sqlite3* db, std::string_view tried) {
  const int code = sqlite3_extended_errcode(db);
  const StoreErrorKind kind = kind_of_error(code, sqlite3_system_errno(db));
  const std::string file = file_of(db);
  std::string message = "store '" + (file.empty() ? ":memory:" : file) + "': ";
  message += sqlite3_errmsg(db) + hint(kind, code & 0xff, file);
  message += " [" + std::to_string(code) + "] in: ";
  message += tried.substr(0, 120);
  // A file that never was a store is nobody's loss.
  const bool suspect = kind == StoreErrorKind::kDisk || (code & 0xff) == SQLITE_CORRUPT;
  if (suspect && !file.empty()) hold_suspect(file, message);
  throw StoreError(message, kind);
}

}  // namespace figured::storage
