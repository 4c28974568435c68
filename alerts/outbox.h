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

  // Deliveries of the lane that are due, oldest alert first; none of a dispute of which an
  // older one is not due yet or goes in another lane.  An alert may go only once the older
  // ones of its dispute are settled.  Those of one message_id go together.  None while the
  // endpoint is disabled.
  virtual boost::asio::awaitable<std::vector<Delivery>> take(std::string endpoint, Lane lane,
                                                             std::size_t limit) = 0;

  // Once it returns, the attempts and the deliveries' new states are on the disk.
  virtual boost::asio::awaitable<void> settle(std::vector<Attempt> attempts) = 0;

  // When the next delivery of the lane is due; empty = none is pending.
  virtual boost::asio::awaitable<std::optional<std::chrono::sys_seconds>> next_due(
      std::string endpoint, Lane lane) = 0;

  // What is pending for the endpoint goes to its fallback too.  Returns how many
  // deliveries that are.
  virtual boost::asio::awaitable<std::size_t> fall_back(std::string endpoint,
                                                        std::chrono::sys_seconds now) = 0;
};

}  // namespace figured::alerts
