// Filler makes what is held in memory of a store from its file, on a thread and a
// connection of its own.  Who needs it waits for it; who opens the store need not.
#pragma once
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/store_error.h"

namespace figured::storage {

// How long one may wait for it at a time; empty = as long as it takes.
using FillPatience = std::optional<std::chrono::milliseconds>;

template <class Held>
class Filler {
 public:
  // Reads all that the store holds; less where it is asked to stop.
  using Read = Held (*)(Connection& db, const std::stop_token& stop);

  // Requires that nobody writes to the store what is read before take() has returned.
  Filler(const std::string& path, Read read, FillPatience patience)
      : patience_(patience),
        filled_(std::async(std::launch::async, [path, read, stop = stop_.get_token()] {
          Connection db(path, OpenMode::kReadOnly);
          return read(db, stop);
        })) {}
  // Gives up what is not finished.
  ~Filler() { stop_.request_stop(); }

  // Waits for it, and no longer than the patience: throws StoreError (kNotYet) then.
  void await() const {
    if (patience_ && filled_.wait_for(*patience_) == std::future_status::timeout)
      throw StoreError("what the store holds is still being read", StoreErrorKind::kNotYet);
    filled_.wait();
  }
  // Waits as long as it takes.  Throws StoreError where the store cannot be read.  Called once.
  Held take() { return filled_.get(); }

 private:
  const FillPatience patience_;
  std::stop_source stop_;
  std::future<Held> filled_;
};

// What it has made; lets it go then, and keeps it while it throws kNotYet.
template <class Held>
Held take_from(std::unique_ptr<Filler<Held>>& filler) {
  filler->await();
  return std::exchange(filler, nullptr)->take();
}

}  // namespace figured::storage
