// A store on a real file, in a folder of its own that goes with it.
#pragma once
#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "storage/sqlite/sqlite_store.h"

namespace figured::bench {

class StoreFile {
 public:
  explicit StoreFile(std::size_t facts_memory = storage::kFactsMemory)
      : facts_memory_(facts_memory) {}
  StoreFile(const StoreFile&) = delete;
  StoreFile& operator=(const StoreFile&) = delete;
  ~StoreFile() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  storage::Store& operator*() { return *store_; }
  storage::Store* operator->() { return store_.get(); }

  void close() { store_.reset(); }
  void reopen() { store_ = open(); }

  std::string path() const { return (folder_ / "figured.db").string(); }
  // With its log.
  double megabytes() const {
    double bytes = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder_))
      bytes += static_cast<double>(file.file_size());
    return bytes / 1e6;
  }

 private:
  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("figured-bench." + std::to_string(getpid()));
  const std::size_t facts_memory_;
  std::unique_ptr<storage::Store> store_ = open();

  std::unique_ptr<storage::Store> open() const {
    std::filesystem::create_directories(folder_);
    return storage::open_sqlite_store(path(), {}, facts_memory_);
  }
};

}  // namespace figured::bench
