// SqliteSubscriptions keeps which hubs were asked to push which feeds.
//
// Its members do what those of StoreReader and Store say.
#pragma once
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteSubscriptions {
 public:
  explicit SqliteSubscriptions(Connection& db) : db_(db) {}

  std::vector<feeds::Subscription> all() const;
  void put(const feeds::Subscription& subscription);
  void remove(const std::string& key);

 private:
  Connection& db_;
};

}  // namespace figured::storage
