// SearchIndexer keeps a store's search file up to date, on a thread of its own.
//
// It reads the store as any reader does, so it is never in the ledger's way; when it
// cannot write (a full disk), it tries again when it is woken next.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace figured::storage {

class SearchIndexer {
 public:
  // Begins at once with what the store holds.
  explicit SearchIndexer(std::string store);

  // There is more in the store.
  void wake();
  // Waits until all that stood in the store when this was called is taken in, or until
  // that has failed.
  void await();

 private:
  struct Files;
  void work(const std::stop_token& stop);
  static void catch_up(Files& files, const std::string& path, const std::stop_token& stop);

  const std::string store_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::uint64_t asked_ = 1;
  std::uint64_t done_ = 0;
  std::jthread thread_;  // ends first
};

}  // namespace figured::storage
