// SqliteOutbox keeps the alerts, their deliveries and every attempt.
//
// Its members do what those of Store say.
#pragma once
#include <functional>
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
  std::optional<alerts::Alert> by_id(const std::string& id) const;
  std::vector<alerts::Alert> of_dispute(std::int64_t dispute_id) const;
  std::vector<alerts::Alert> since(Seconds from) const;
  // Every alert, oldest first.
  void each(const std::function<void(const alerts::Alert&)>& visit) const;
  std::vector<alerts::Delivery> deliveries(const std::string& alert_id) const;
  std::vector<alerts::Delivery> dead(std::size_t limit) const;
  std::vector<alerts::Attempt> attempts(const std::string& alert_id) const;
  std::vector<alerts::Delivery> due(const std::string& endpoint, Seconds now, std::size_t limit,
                                    alerts::Lane lane) const;
  std::optional<Seconds> next(const std::string& endpoint, alerts::Lane lane) const;
  std::optional<Seconds> bundle_due(const std::string& endpoint, const std::string& bundle) const;
  std::optional<Seconds> last_told(const std::string& endpoint, std::int64_t dispute_id) const;

  std::vector<alerts::Delivery> take(const std::string& endpoint, Seconds now, std::size_t limit,
                                     alerts::Lane lane, std::size_t bundle_size);
  void reserve(alerts::Alert& alert);
  void put(const alerts::Alert& alert, std::span<const alerts::DeliveryPlan> plans,
           std::int64_t silence_id);
  void put_attempt(const alerts::Attempt& attempt);

  // Sets the outbox's part of the status.
  void count(StoreStatus& status) const;

 private:
  std::optional<Seconds> oldest_pending() const;
  void place_in_dispute(alerts::Alert& alert) const;
  void put_delivery(const alerts::Alert& alert, const alerts::DeliveryPlan& plan);
  void complete_messages(const std::string& endpoint, std::vector<alerts::Delivery>& due) const;
  void give_message(std::span<alerts::Delivery* const> members);
  void disable(const alerts::Attempt& attempt);
  void hand_over(const alerts::Attempt& attempt);
  void log_attempt(const alerts::Attempt& attempt);

  Connection& db_;
};

}  // namespace figured::storage
