// StoreLock keeps a second ledger away from a store: a process that writes
// articles, claims and facts and holds some of them in memory.  A desk (store.h)
// needs no lock: it writes nothing that a ledger holds.
//
// It holds PATH.lock under an exclusive flock for as long as it lives.  The
// kernel drops the lock when the process ends, however it ends, so a lock file
// that is left behind locks nothing.
#pragma once
#include <string>

namespace figured::storage {

class StoreLock {
 public:
  // Throws StoreError when another process, named by its number and command, holds
  // the lock, or when the folder is missing or may not be written.
  explicit StoreLock(const std::string& store_path);
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;
  ~StoreLock();

 private:
  int descriptor_;
};

}  // namespace figured::storage
