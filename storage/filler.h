// Filler makes what is held in memory of a store from its file, on a thread and a
// connection of its own.  Who needs it waits for it; who opens the store need not.
#pragma once
#include <functional>
#include <future>
#include <stop_token>
#include <string>
#include <utility>

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

template <class Held>
class Filler {
 public:
  // Reads all that the store holds; less where it is asked to stop.
  using Read = Held (*)(Connection& db, const std::stop_token& stop);

  // Requires that nobody writes to the store what is read before take() has returned.  `progress`
  // is called on that thread as it moves on; where it says false, it is given up (kGivenUp).
  Filler(const std::string& path, Read read, std::function<bool()> progress = {})
      : filled_(std::async(std::launch::async,
                           [path, read, progress = std::move(progress), stop = stop_.get_token()] {
                             Connection db(path, OpenMode::kReadOnly);
                             db.on_progress(progress);
                             return read(db, stop);
                           })) {}
  // Gives up what is not finished.
  ~Filler() { stop_.request_stop(); }

  // Waits for it.  Throws StoreError where the store cannot be read.  Called once.
  Held take() { return filled_.get(); }

 private:
  std::stop_source stop_;
  std::future<Held> filled_;
};

}  // namespace figured::storage
