#include "daemon/watchdog.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::daemon {

namespace asio = boost::asio;

asio::awaitable<void> feed_watchdog(const ServiceNotifier& notifier, LedgerThread& ledger,
                                    std::chrono::microseconds timeout) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (;;) {
    co_await ledger.ask([](storage::Store&) { return true; });
    notifier.alive();
    timer.expires_after(timeout / 3);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

}  // namespace figured::daemon
