// SqliteOutbox keeps the alerts, their deliveries and every attempt.
//
// Its members do what those of Store say.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteOutbox {
 public:
  explicit SqliteOutbox(Connection& db) : db_(db) {}

  std::vector<alerts::Alert> newest(std::size_t limit) const;
  std::vector<alerts::Delivery> deliveries(const std::string& alert_id) const;
  std::vector<alerts::Delivery> due(const std::string& endpoint, Seconds now,
                                    std::size_t limit) const;
  std::optional<Seconds> next(const std::string& endpoint) const;

  void reserve(alerts::Alert& alert);
  void put(const alerts::Alert& alert, std::span<const std::string> endpoints);
  void put_attempt(const alerts::Attempt& attempt);

  // Sets the outbox's part of the status.
  void count(StoreStatus& status) const;

 private:
  void place_in_dispute(alerts::Alert& alert) const;
  void put_delivery(const alerts::Alert& alert, const std::string& endpoint);
  void log_attempt(const alerts::Attempt& attempt);

  Connection& db_;
};

}  // namespace figured::storage
