// Backups of a store: made while it is written to, and put in its place again.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace figured::storage {

// Told now and then; both in bytes.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t total)>;

// STORE.backup-TIME, which is free.
std::string backup_name(const std::string& store_path);

// Copies the store to a new file as it stands at this moment; the ledger goes on
// writing meanwhile and waits for nothing.  What stands under `backup` is on the disk
// and its pages were checked, or nothing stands there.  Returns the bytes
// copied.  Throws StoreError, also when the file is there already.
std::int64_t back_up_store(const std::string& store_path, const std::string& backup,
                           const CopyProgress& progress = {});

struct Restored {
  std::int64_t bytes = 0;
  std::string replaced;  // where the former store is now; "" = there was none
};

// Puts a copy of the backup in the store's place, once all of it has been checked,
// and the former store aside.  Throws StoreError, leaving all as it was, when
// the store is in use, or when the file is no store, damaged, or of a newer figured.
Restored restore_store(const std::string& store_path, const std::string& backup,
                       const CopyProgress& progress = {});

}  // namespace figured::storage
