#include "storage/store_admission.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>

#include "storage/aside.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/store_check.h"
#include "storage/suspicion.h"

namespace figured::storage {
namespace {

// Where SQLite's file format has the application's id.
constexpr std::streamoff kIdPlace = 68;

// A file that bears our id and yet is no database has lost its first page.
bool bears_our_id(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  file.seekg(kIdPlace);
  std::uint32_t id = 0;
  for (int i = 0; i < 4; ++i) {
    const int byte = file.get();
    if (byte == std::ifstream::traits_type::eof()) return false;
    id = id << 8 | static_cast<std::uint32_t>(byte);
  }
  return id == static_cast<std::uint32_t>(kApplicationId);
}

// Empty = it is no store of ours.  The id of a young store may stand in its
// write-ahead log only, where SQLite finds it.
std::optional<Damage> verify(const std::string& path, const std::function<bool()>& progress) {
  try {
    Connection db(path, OpenMode::kReadWrite);
    db.on_progress(progress);
    const bool is_new = db.pragma("schema_version") == 0;
    if (!is_new && db.pragma("application_id") != kApplicationId) return std::nullopt;
    return suspicion(path) ? check_suspect(db) : check_quickly(db);
  } catch (const StoreError& error) {
    if (error.kind() != StoreErrorKind::kDamaged) throw;
    if (!bears_our_id(path)) return std::nullopt;
    return Damage{error.what()};
  }
}

std::string words(const Damage& damage) {
  const std::string more =
      damage.size() > 1 ? " and " + std::to_string(damage.size() - 1) + " more" : "";
  return "\"" + damage.front() + "\"" + more;
}

}  // namespace

void admit_store(const std::string& store_path, const std::function<bool()>& progress) {
  const std::string path = real_path(store_path);
  refuse_to_begin_anew(path);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return;
  const std::optional<Damage> damage = verify(path, progress);
  if (!damage) return;
  if (damage->empty()) return drop_suspicion(path);
  const std::string aside = put_aside(path, "damaged");
  throw StoreError("store '" + path + "' is damaged: " + words(*damage) +
                       "; it was put aside as '" + aside + "', nothing was begun in its place; " +
                       backup_offer(path),
                   StoreErrorKind::kDamaged);
}

}  // namespace figured::storage
