#include "alerts/delivery.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <utility>

namespace figured::alerts {
namespace asio = boost::asio;
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBatch = 32;

// Ten seconds, because the wall clock may be set, and people may let something be due
// through another connection (a replay); a second, so that an outbox which contradicts
// itself costs no core.
constexpr std::chrono::seconds kLongestRest = 10s;
constexpr std::chrono::seconds kShortestRest = 1s;

// How many of the first deliveries go in one message.
std::size_t message_size(std::span<const Delivery> due) {
  std::size_t size = 1;
  if (due.front().message_id.empty()) return size;
  while (size < due.size() && due[size].message_id == due.front().message_id) ++size;
  return size;
}

Message message_of(std::span<const Delivery> deliveries) {
  if (deliveries.size() == 1 && deliveries.front().message_id.empty())
    return message_of(deliveries.front().alert);
  Message message;
  message.id = deliveries.front().message_id;
  for (const Delivery& delivery : deliveries)
    message.notices.push_back(read_notice(delivery.alert));
  return message;
}

bool is_of_any(std::span<const Delivery> message, std::span<const std::int64_t> disputes) {
  return std::any_of(message.begin(), message.end(), [&](const Delivery& delivery) {
    return std::find(disputes.begin(), disputes.end(), delivery.alert.dispute_id) != disputes.end();
  });
}

asio::awaitable<void> end_if_cancelled() {
  const auto state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() != asio::cancellation_type::none)
    throw boost::system::system_error(asio::error::operation_aborted);
}

// Until somebody rings; the loop's own end cuts the wait short too.
asio::awaitable<void> await_bell(asio::steady_timer& bell) {
  boost::system::error_code rung;
  co_await bell.async_wait(asio::redirect_error(asio::use_awaitable, rung));
  co_await end_if_cancelled();
}

}  // namespace

DeliveryLoop::DeliveryLoop(asio::any_io_executor executor, std::shared_ptr<const Endpoint> endpoint,
                           std::shared_ptr<EndpointGate> gate, Lane lane, Outbox& outbox,
                           Courier& courier, Clock clock, Log log)
    : endpoint_(std::move(endpoint)),
      gate_(std::move(gate)),
      lane_(lane),
      retry_(endpoint_->retry_first),
      outbox_(outbox),
      courier_(courier),
      clock_(std::move(clock)),
      log_(std::move(log)),
      bell_(executor),
      answered_bell_(executor, asio::steady_timer::time_point::max()),
      settled_bell_(executor, asio::steady_timer::time_point::max()) {}

asio::awaitable<void> DeliveryLoop::run() {
  std::exception_ptr end;
  try {
    co_await deliver();
  } catch (...) {
    end = std::current_exception();
  }
  co_await asio::this_coro::throw_if_cancelled(false);
  if (!answered_.empty()) co_await settle(std::exchange(answered_, {}));
  std::rethrow_exception(end);
}

// Neither has an end of its own.
asio::awaitable<void> DeliveryLoop::deliver() {
  const auto executor = co_await asio::this_coro::executor;
  auto both = asio::experimental::make_parallel_group(
      asio::co_spawn(executor, post(), asio::deferred),
      asio::co_spawn(executor, keep_settling(), asio::deferred));
  const auto [order, not_posted, not_settled] =
      co_await both.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  std::rethrow_exception(order[0] == 0 ? not_posted : not_settled);
}

// The next of a dispute goes once the one before is settled.  After a failure the outbox is
// asked anew: it holds up that dispute, or all of the endpoint.
asio::awaitable<void> DeliveryLoop::post() {
  for (;;) {
    woken_ = false;
    const std::vector<Delivery> due = co_await outbox_.take(endpoint_->name, lane_, kBatch);
    std::vector<std::int64_t> unsettled;  // disputes
    for (std::span<const Delivery> left = due; !left.empty();) {
      const std::span<const Delivery> message = left.first(message_size(left));
      left = left.subspan(message.size());
      if (is_of_any(message, unsettled)) {
        co_await await_settled(0);
        unsettled.clear();
      }
      if (!co_await attempt(message)) break;
      for (const Delivery& delivery : message)
        if (delivery.alert.dispute_id != 0) unsettled.push_back(delivery.alert.dispute_id);
    }
    co_await await_settled(0);
    if (due.empty()) co_await rest();
  }
}

// All that was answered while the last was settled goes together.  What is left at the end is
// run()'s to settle.
asio::awaitable<void> DeliveryLoop::keep_settling() {
  for (;;) {
    co_await end_if_cancelled();
    while (answered_.empty()) co_await await_bell(answered_bell_);
    std::vector<Attempt> attempts = std::exchange(answered_, {});
    settling_ = attempts.size();
    co_await settle(std::move(attempts));
    settling_ = 0;
    settled_bell_.cancel();
  }
}

asio::awaitable<void> DeliveryLoop::await_settled(std::size_t most) {
  while (settling_ + answered_.size() > most) co_await await_bell(settled_bell_);
}

asio::awaitable<bool> DeliveryLoop::attempt(std::span<const Delivery> deliveries) {
  co_await pass_gate();
  const auto started = clock_();
  const Message message = message_of(deliveries);
  gate_->breaker.begin(started);
  gate_->rate.note(std::chrono::steady_clock::now());
  const Brought brought = co_await bring(message, started);
  note(deliveries, brought, started);
  // What failed decides what becomes of the others.
  const bool delivered = answered_.back().state == DeliveryState::kDelivered;
  answered_bell_.cancel();
  co_await await_settled(delivered ? kMostUnsettled : 0);
  co_return delivered;
}

asio::awaitable<DeliveryLoop::Brought> DeliveryLoop::bring(const Message& message,
                                                           std::chrono::sys_seconds at) {
  const auto began = std::chrono::steady_clock::now();
  Brought brought;
  brought.answer = co_await courier_.bring(*endpoint_, message, at);
  brought.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - began);
  co_return brought;
}

void DeliveryLoop::note(std::span<const Delivery> deliveries, const Brought& brought,
                        std::chrono::sys_seconds started) {
  const auto now = clock_();
  const auto& [answer, took] = brought;
  // All go by the first, so that what went together stays together.
  const NextStep next =
      retry_.after(answer, deliveries.front().attempts + 1, deliveries.front().alert.id, now);
  for (const Delivery& delivery : deliveries)
    answered_.push_back({endpoint_->name, delivery.alert.id, started, answer.status, next.error,
                         next.state, next.next_attempt, next.gone, took});
  gate_->breaker.note(next.state == DeliveryState::kDelivered, now);
}

asio::awaitable<void> DeliveryLoop::settle(std::vector<Attempt> attempts) {
  co_await outbox_.settle(attempts);
  for (const Attempt& attempt : attempts) log_.attempted(attempt);
  const auto failing = gate_->breaker.failing_since();
  if (endpoint_->fallback.empty() || !failing) co_return;
  const auto now = clock_();
  if (!attempts.back().gone && now - *failing < endpoint_->fallback_after) co_return;
  const std::size_t handed = co_await outbox_.fall_back(endpoint_->name, now);
  if (handed != 0) log_.fell_back(*endpoint_, handed);
}

// Nothing waits here while it is not settled.
asio::awaitable<void> DeliveryLoop::pass_gate() {
  for (;;) {
    const auto now = clock_();
    const auto breaker = gate_->breaker.next(now);
    const auto ticks = std::chrono::steady_clock::now();
    const auto rate = gate_->rate.next(ticks);
    if (breaker <= now && rate <= ticks) co_return;
    if (settling_ + answered_.size() > 0) {
      co_await await_settled(0);
      continue;
    }
    if (breaker > now)
      co_await sleep(std::clamp<std::chrono::seconds>(breaker - now, kShortestRest, kLongestRest));
    else
      co_await sleep(rate - ticks);
  }
}

asio::awaitable<void> DeliveryLoop::rest() {
  const auto next = co_await outbox_.next_due(endpoint_->name, lane_);
  if (woken_) co_return;
  const auto now = clock_();
  co_await sleep(std::clamp<std::chrono::seconds>(next.value_or(now + kLongestRest) - now,
                                                  kShortestRest, kLongestRest));
}

asio::awaitable<void> DeliveryLoop::sleep(std::chrono::steady_clock::duration longest) {
  bell_.expires_after(longest);
  co_await await_bell(bell_);
}

void DeliveryLoop::wake() {
  woken_ = true;
  bell_.cancel();
}

}  // namespace figured::alerts
