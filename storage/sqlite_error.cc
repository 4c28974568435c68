#include "storage/sqlite_error.h"

#include <sqlite3.h>

#include <string>

#include "storage/store.h"

namespace figured::storage {
namespace {

std::string file_of(sqlite3* db) {
  const char* file = sqlite3_db_filename(db, "main");
  return file && *file ? file : ":memory:";
}

// What is to be done about it, where SQLite's own words do not say.
std::string_view hint(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return " (no room left on the disk)";
    case SQLITE_NOTADB:
      return " (not a figured store)";
    case SQLITE_CORRUPT:
      return " (the file is damaged: restore it from a backup)";
    case SQLITE_BUSY:
      return " (another process holds the store)";
    case SQLITE_READONLY:
      return " (no permission to write)";
    default:
      return "";
  }
}

}  // namespace

void throw_sqlite_error(sqlite3* db, std::string_view tried) {
  const int code = sqlite3_extended_errcode(db);
  std::string message = "store '" + file_of(db) + "': " + sqlite3_errmsg(db);
  message += hint(code);
  message += " [" + std::to_string(code) + "] in: ";
  message += tried.substr(0, 120);
  throw StoreError(message);
}

}  // namespace figured::storage
