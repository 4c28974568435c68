// SqliteDecisions keeps what people said of disputes, and the labels that follow.
//
// Its members do what those of Desk say.
#pragma once
#include <span>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteDecisions {
 public:
  explicit SqliteDecisions(Connection& db) : db_(db) {}

  std::vector<claims::Decision> of_dispute(std::int64_t dispute_id) const;
  std::vector<PairLabel> labels() const;

  void put(std::int64_t dispute_id, const claims::Decision& decision,
           std::span<const PairLabel> labels);

 private:
  Connection& db_;
};

}  // namespace figured::storage
