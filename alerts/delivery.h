// DeliveryLoop brings the alerts that wait for one endpoint to it, one after
// another.
//
// An attempt is settled in the outbox before the next one is made, so a crash
// sends an alert twice at worst and never loses one.  A slow or dead endpoint
// holds up no other: each has a loop of its own.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>

#include "alerts/alert.h"
#include "alerts/endpoint.h"
#include "alerts/outbox.h"
#include "alerts/retry_schedule.h"
#include "net/http_client.h"

namespace figured::alerts {

class DeliveryLoop {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  // Told of every attempt once it is settled.
  using AttemptLog = std::function<void(const Delivery&, const Attempt&)>;

  // The outbox and the client must outlive the loop.
  DeliveryLoop(boost::asio::any_io_executor executor, Endpoint endpoint, Outbox& outbox,
               net::HttpClient& http, Clock clock, AttemptLog log);

  // Has no end of its own.  When cancelled, the await in progress throws
  // operation_aborted and the loop unwinds; an attempt that is cut off so is not
  // settled and will be made again.
  boost::asio::awaitable<void> run();

  // There may be something new in the outbox.  Called on the executor's thread.
  void wake();

  const Endpoint& endpoint() const { return endpoint_; }

 private:
  boost::asio::awaitable<void> attempt(const Delivery& delivery);
  boost::asio::awaitable<void> rest();

  const Endpoint endpoint_;
  const RetrySchedule retry_;
  Outbox& outbox_;
  net::HttpClient& http_;
  const Clock clock_;
  const AttemptLog log_;
  boost::asio::steady_timer bell_;
  bool woken_ = false;
};

}  // namespace figured::alerts
