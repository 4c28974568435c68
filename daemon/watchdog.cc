#include "daemon/watchdog.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::daemon {

namespace asio = boost::asio;

namespace {

// That the store can take nothing for now is an answer too.
asio::awaitable<void> await_answer(LedgerThread& ledger) {
  const auto answer = [](storage::Store&) { return true; };
  try {
    co_await ledger.ask(answer);
  } catch (const storage::StoreError& obstacle) {
    if (!obstacle.passes()) throw;
  }
}

}  // namespace

asio::awaitable<void> feed_watchdog(const ServiceNotifier& notifier, LedgerThread& ledger,
                                    std::chrono::microseconds timeout) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (;;) {
    co_await await_answer(ledger);
    notifier.alive();
    timer.expires_after(timeout / 3);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

}  // namespace figured::daemon
