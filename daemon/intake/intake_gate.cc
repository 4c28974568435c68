#include "daemon/intake/intake_gate.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

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
  tell_("");
}

// Told once, though it may be closed again and again, and for other reasons.
void IntakeGate::close(const std::string& why) {
  next_try_ = std::chrono::steady_clock::now() + rest_;
  const bool is_news = obstacle_.empty();
  obstacle_ = why.empty() ? "the store takes nothing" : why;
  if (is_news) tell_(obstacle_);
}

}  // namespace figured::daemon
