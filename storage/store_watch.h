// StoreWatch: whether a store has changed since one last looked.
//
// Whoever changes it, this process or another, is seen.  It costs about as much as
// reading the clock.  Used by one thread at a time.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

namespace figured::storage {

class Connection;

class StoreWatch {
 public:
  // Throws as open_sqlite_reader does.
  explicit StoreWatch(const std::string& path);
  StoreWatch(const StoreWatch&) = delete;
  StoreWatch& operator=(const StoreWatch&) = delete;
  ~StoreWatch();

  // Another number than before where something was committed since.
  std::int64_t version() const;

 private:
  std::unique_ptr<Connection> db_;
};

}  // namespace figured::storage
