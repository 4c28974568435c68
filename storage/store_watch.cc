#include "storage/store_watch.h"

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

StoreWatch::StoreWatch(const std::string& path)
    : db_(std::make_unique<Connection>(path, OpenMode::kReadOnly)) {}

StoreWatch::~StoreWatch() = default;

// Of a connection that writes nothing itself (sqlite.org/pragma.html#pragma_data_version).
std::int64_t StoreWatch::version() const { return db_->pragma("data_version"); }

}  // namespace figured::storage
