// IndexFiller fills a FactIndex from a store's file, on a thread and a connection of
// its own, so that a start waits for nothing.
#pragma once
#include <future>
#include <stop_token>
#include <string>

#include "storage/facts/fact_index.h"

namespace figured::storage {

class Connection;

// All that the store holds; less where it is asked to stop.
FactIndex read_index(Connection& db, const std::stop_token& stop = {});

class IndexFiller {
 public:
  // Requires that nobody writes claims to the store before take() has returned.
  explicit IndexFiller(const std::string& path);
  // Gives up what is not finished.
  ~IndexFiller();

  // Waits for it.  Throws StoreError where the store cannot be read.  Called once.
  FactIndex take() { return filled_.get(); }

 private:
  std::stop_source stop_;
  std::future<FactIndex> filled_;
};

}  // namespace figured::storage
