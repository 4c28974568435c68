#include "daemon/vitals/loop_watch.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::daemon {

namespace asio = boost::asio;

// That the store can take nothing for now is an answer too.
asio::awaitable<void> LoopWatch::run(std::chrono::milliseconds rest) {
  const auto answer = [](storage::Store&) { return true; };
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (;;) {
    asked_ = Clock::now();
    try {
      co_await ledger_.ask(answer);
    } catch (const storage::StoreError& obstacle) {
      if (!obstacle.passes()) throw;
    }
    asked_.reset();
    timer.expires_after(rest);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

LoopWatch::Lag LoopWatch::worst() const {
  Lag worst{"ledger", asked_ ? Clock::now() - *asked_ : Clock::duration(0)};
  if (!lag_of_workers_) return worst;
  const auto lag = lag_of_workers_();
  if (lag > worst.since) worst = {"workers", lag};
  return worst;
}

}  // namespace figured::daemon
