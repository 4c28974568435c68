// DeliveryLoop brings the alerts that wait for one endpoint to it, one message after
// another.
//
// Attempts are settled in the outbox while the next ones are made, of other disputes, as long as
// no more than kMostUnsettled wait for it; so a crash sends one more than these of a lane twice
// at worst, and never loses one.  A slow or dead endpoint holds up no other: each has loops of
// its own, one a lane, which share a gate.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "alerts/alert.h"
#include "alerts/circuit_breaker.h"
#include "alerts/courier.h"
#include "alerts/endpoint.h"
#include "alerts/outbox.h"
#include "alerts/rate_limit.h"
#include "alerts/retry_schedule.h"

namespace figured::alerts {

// What the lanes of one endpoint have in common: whether a message may go out.
struct EndpointGate {
  explicit EndpointGate(const Endpoint& endpoint)
      : breaker(endpoint.breaker, endpoint.breaker_rest),
        rate(endpoint.rate.value_or(default_rate(endpoint.kind))) {}

  CircuitBreaker breaker;
  RateLimit rate;
};

class DeliveryLoop {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  // Told of every attempt once it is settled, and of what went to the fallback.
  struct Log {
    std::function<void(const Attempt&)> attempted;
    std::function<void(const Endpoint&, std::size_t)> fell_back;
  };

  // With more the disk would be synced less often, and more told twice after a crash.
  static constexpr std::size_t kMostUnsettled = 3;

  // The outbox and the courier must outlive the loop.
  DeliveryLoop(boost::asio::any_io_executor executor, std::shared_ptr<const Endpoint> endpoint,
               std::shared_ptr<EndpointGate> gate, Lane lane, Outbox& outbox, Courier& courier,
               Clock clock, Log log);

  // Has no end of its own.  When cancelled, the await in progress throws
  // operation_aborted and the loop unwinds; an attempt that is cut off so is not
  // settled and will be made again.  One that was answered is settled first.
  boost::asio::awaitable<void> run();

  // There may be something new in the outbox.  Called on the executor's thread.
  void wake();

  const Endpoint& endpoint() const { return *endpoint_; }
  Lane lane() const { return lane_; }

 private:
  struct Brought {
    Answer answer;
    std::chrono::milliseconds took{0};
  };

  boost::asio::awaitable<void> deliver();
  boost::asio::awaitable<void> post();
  boost::asio::awaitable<void> keep_settling();
  // Whether they were taken.
  boost::asio::awaitable<bool> attempt(std::span<const Delivery> deliveries);
  boost::asio::awaitable<Brought> bring(const Message& message, std::chrono::sys_seconds at);
  void note(std::span<const Delivery> deliveries, const Brought& brought,
            std::chrono::sys_seconds started);
  // Until no more than so many attempts are not settled.
  boost::asio::awaitable<void> await_settled(std::size_t most);
  boost::asio::awaitable<void> settle(std::vector<Attempt> attempts);
  boost::asio::awaitable<void> pass_gate();
  boost::asio::awaitable<void> rest();
  boost::asio::awaitable<void> sleep(std::chrono::steady_clock::duration longest);

  const std::shared_ptr<const Endpoint> endpoint_;
  const std::shared_ptr<EndpointGate> gate_;
  const Lane lane_;
  const RetrySchedule retry_;
  Outbox& outbox_;
  Courier& courier_;
  const Clock clock_;
  const Log log_;
  // A timer that never ends by itself is cancelled for who waits for it.
  boost::asio::steady_timer bell_, answered_bell_, settled_bell_;
  bool woken_ = false;
  std::vector<Attempt> answered_;  // and not being settled yet
  std::size_t settling_ = 0;       // attempts
};

}  // namespace figured::alerts
