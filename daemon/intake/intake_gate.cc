#include "daemon/intake/intake_gate.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace figured::daemon {

namespace asio = boost::asio;

asio::awaitable<void> IntakeGate::wait() {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (!obstacle_.empty() && (trying_ > 0 || std::chrono::steady_clock::now() < next_try_)) {
    timer.expires_after(rest_);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

void IntakeGate::open() {
  if (obstacle_.empty()) return;
  obstacle_.clear();
  if (std::exchange(is_told_, false)) tell_("");
}

// Told once, though it may be closed again and again, and for other reasons.
void IntakeGate::close(const storage::StoreError& obstacle) {
  const std::string why = obstacle.what();
  next_try_ = std::chrono::steady_clock::now() + rest_;
  obstacle_ = why.empty() ? "the store takes nothing" : why;
  const bool is_usual = obstacle.kind() == storage::StoreErrorKind::kNotYet;
  if (!is_usual && !std::exchange(is_told_, true)) tell_(obstacle_);
}

}  // namespace figured::daemon
