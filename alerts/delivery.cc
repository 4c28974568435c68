#include "alerts/delivery.h"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include "alerts/webhook.h"

namespace figured::alerts {
namespace asio = boost::asio;
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatch = 32;

// A minute, because due times are of the wall clock, which may be set; a second,
// so that an outbox which contradicts itself costs no core.
constexpr std::chrono::seconds kLongestRest = 1min;
constexpr std::chrono::seconds kShortestRest = 1s;

}  // namespace

DeliveryLoop::DeliveryLoop(asio::any_io_executor executor, Endpoint endpoint, Outbox& outbox,
                           net::HttpClient& http, Clock clock, AttemptLog log)
    : endpoint_(std::move(endpoint)),
      retry_(endpoint_.retry_first),
      outbox_(outbox),
      http_(http),
      clock_(std::move(clock)),
      log_(std::move(log)),
      bell_(std::move(executor)) {}

asio::awaitable<void> DeliveryLoop::run() {
  for (;;) {
    woken_ = false;
    const std::vector<Delivery> due = co_await outbox_.take(endpoint_.name, kBatch);
    for (const Delivery& delivery : due) co_await attempt(delivery);
    if (due.empty()) co_await rest();
  }
}

asio::awaitable<void> DeliveryLoop::attempt(const Delivery& delivery) {
  const auto started = clock_();
  const Answer answer = co_await post_webhook(http_, endpoint_, delivery.alert, started);
  const NextStep next = retry_.after(answer, delivery.attempts + 1, delivery.alert.id, clock_());
  const Attempt attempt{endpoint_.name, delivery.alert.id, started,          answer.status,
                        next.error,     next.state,        next.next_attempt};
  co_await outbox_.settle(attempt);
  log_(delivery, attempt);
}

asio::awaitable<void> DeliveryLoop::rest() {
  const auto next = co_await outbox_.next_due(endpoint_.name);
  if (woken_) co_return;
  const auto now = clock_();
  bell_.expires_after(
      std::clamp(next.value_or(now + kLongestRest) - now, kShortestRest, kLongestRest));
  boost::system::error_code rung;
  co_await bell_.async_wait(asio::redirect_error(asio::use_awaitable, rung));
  // Both wake() and the loop's own end cut the wait short.
  const auto state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() != asio::cancellation_type::none)
    throw boost::system::system_error(asio::error::operation_aborted);
}

void DeliveryLoop::wake() {
  woken_ = true;
  bell_.cancel();
}

}  // namespace figured::alerts
