#include "storage/sqlite/sqlite_statement.h"

#include <sqlite3.h>

#include <cstring>

#include "storage/sqlite/sqlite_error.h"

namespace figured::storage {

Statement::~Statement() {
  sqlite3_reset(prepared_);
  // What was bound belongs to the caller and may go now.
  sqlite3_clear_bindings(prepared_);
}

bool Statement::step() {
  const int code = sqlite3_step(prepared_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw_sqlite_error(sqlite3_db_handle(prepared_), sqlite3_sql(prepared_));
}

int Statement::run() {
  while (step()) {
  }
  return sqlite3_changes(sqlite3_db_handle(prepared_));
}

namespace {
void check_bound(int code, sqlite3_stmt* prepared) {
  if (code == SQLITE_OK) return;
  throw_sqlite_error(sqlite3_db_handle(prepared), sqlite3_sql(prepared));
}
}  // namespace

void Statement::bind_null(int index) {
  check_bound(sqlite3_bind_null(prepared_, index), prepared_);
}

void Statement::bind_one(int index, std::int64_t value) {
  check_bound(sqlite3_bind_int64(prepared_, index, value), prepared_);
}

void Statement::bind_one(int index, double value) {
  check_bound(sqlite3_bind_double(prepared_, index, value), prepared_);
}

void Statement::bind_one(int index, std::string_view value) {
  // A null pointer would be stored as NULL, not as "".
  const char* bytes = value.data() ? value.data() : "";
  check_bound(
      sqlite3_bind_text64(prepared_, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8),
      prepared_);
}

namespace {
void bind_blob(sqlite3_stmt* prepared, int index, const void* bytes, std::size_t size) {
  // A null pointer would be stored as NULL, not as an empty blob.
  check_bound(sqlite3_bind_blob64(prepared, index, size == 0 ? "" : bytes, size, SQLITE_STATIC),
              prepared);
}
}  // namespace

void Statement::bind_one(int index, std::span<const std::uint64_t> value) {
  bind_blob(prepared_, index, value.data(), value.size_bytes());
}

void Statement::bind_one(int index, Blob value) {
  bind_blob(prepared_, index, value.bytes.data(), value.bytes.size());
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(prepared_, column) == SQLITE_NULL;
}

void Statement::read_one(int column, std::int64_t& value) const {
  value = sqlite3_column_int64(prepared_, column);
}

void Statement::read_one(int column, double& value) const {
  value = sqlite3_column_double(prepared_, column);
}

void Statement::read_one(int column, std::string& value) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(prepared_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column));
  value.assign(bytes ? bytes : "", bytes ? size : 0);
}

void Statement::read_one(int column, std::vector<std::uint64_t>& value) const {
  Blob blob;
  read_one(column, blob);
  value.resize(blob.bytes.size() / sizeof(std::uint64_t));
  if (!value.empty()) std::memcpy(value.data(), blob.bytes.data(), value.size() * sizeof value[0]);
}

void Statement::read_one(int column, Blob& value) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(prepared_, column));
  value.bytes = {bytes, static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column))};
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace figured::storage
