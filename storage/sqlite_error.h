// What SQLite refused, as a StoreError that names the file and the reason.
#pragma once
#include <string_view>

struct sqlite3;

namespace figured::storage {

// Throws a StoreError with the connection's last error: the file, what was
// tried, SQLite's words and its extended code.
[[noreturn]] void throw_sqlite_error(sqlite3* db, std::string_view tried);

}  // namespace figured::storage
