#include "storage/search/search_indexer.h"

#include <pthread.h>

#include <exception>
#include <optional>
#include <utility>

#include "storage/search/search_file.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

// Both or none are open.
struct SearchIndexer::Files {
  std::optional<Connection> store;
  std::optional<SearchFile> search;
};

SearchIndexer::SearchIndexer(std::string store)
    : store_(std::move(store)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

void SearchIndexer::wake() {
  const std::lock_guard lock(mutex_);
  ++asked_;
  changed_.notify_all();
}

void SearchIndexer::await() {
  std::unique_lock lock(mutex_);
  const std::uint64_t asked = ++asked_;
  changed_.notify_all();
  changed_.wait(lock, [&] { return done_ >= asked; });
}

void SearchIndexer::work(const std::stop_token& stop) {
  ::pthread_setname_np(::pthread_self(), "search");
  Files files;
  while (!stop.stop_requested()) {
    std::uint64_t asked = 0;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [&] { return asked_ != done_; })) return;
      asked = asked_;
    }
    catch_up(files, store_, stop);
    const std::lock_guard lock(mutex_);
    done_ = asked;
    changed_.notify_all();
  }
}

void SearchIndexer::catch_up(Files& files, const std::string& path, const std::stop_token& stop) {
  try {
    if (!files.search) {
      files.store.emplace(path, OpenMode::kReadOnly);
      files.search.emplace(SearchFile::open_to_write(SearchFile::path_of(path)));
    }
    files.search->catch_up(*files.store, stop);
  } catch (const std::exception&) {
    // How far it is behind is told by every search.
    files.search.reset();
    files.store.reset();
  }
}

}  // namespace figured::storage
