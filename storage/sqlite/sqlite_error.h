// What SQLite refused, as a StoreError that names the file and the reason.
#pragma once
#include <string_view>

#include "storage/store_error.h"

struct sqlite3;

namespace figured::storage {

// Throws a StoreError with the connection's last error: the file, what was
// tried, SQLite's words and its extended code; of a lock also who holds it.
// Where the disk failed or the file is damaged the store is held for suspect
// from then on (suspicion.h).
[[noreturn]] void throw_sqlite_error(sqlite3* db, std::string_view tried);

// The kind of an extended result code, with what the system said at the time.
StoreErrorKind kind_of_error(int code, int system_error);

}  // namespace figured::storage
