// Outbox is what delivery knows of the store: deliveries to make, and a place to
// write down what came of them.
//
// The daemon puts it over the ledger thread; each call may take a transaction's
// time.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "alerts/alert.h"

namespace figured::alerts {

class Outbox {
 public:
  virtual ~Outbox() = default;

  // Deliveries to the endpoint that are due, oldest alert first, of each dispute
  // only the oldest that is pending.
  virtual boost::asio::awaitable<std::vector<Delivery>> take(std::string endpoint,
                                                             std::size_t limit) = 0;

  // Once it returns, the attempt and the delivery's new state are on the disk.
  virtual boost::asio::awaitable<void> settle(Attempt attempt) = 0;

  // When the next delivery to the endpoint is due; empty = none is pending.
  virtual boost::asio::awaitable<std::optional<std::chrono::sys_seconds>> next_due(
      std::string endpoint) = 0;
};

}  // namespace figured::alerts
