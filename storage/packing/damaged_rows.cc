#include "storage/packing/damaged_rows.h"

#include "storage/aside.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/store_error.h"
#include "storage/suspicion.h"

namespace figured::storage {

void tell_damage(const Connection& db, const std::string& what, const std::string& why) {
  const std::string message = "store '" + db.path() + "': " + what + ": " + why +
                              " (the file is damaged: restore it from a backup)";
  if (db.path() != ":memory:") hold_suspect(real_path(db.path()), message);
  throw StoreError(message, StoreErrorKind::kDamaged);
}

}  // namespace figured::storage
