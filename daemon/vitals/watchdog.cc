#include "daemon/vitals/watchdog.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <string_view>

namespace figured::daemon {

namespace asio = boost::asio;

asio::awaitable<void> feed_watchdog(const ServiceNotifier& notifier, const LoopWatch& watch,
                                    const EventLog& log, std::chrono::microseconds timeout) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  std::string_view stalled;
  for (;;) {
    const LoopWatch::Lag lag = watch.worst();
    if (lag.since < timeout) {
      notifier.alive();
      if (!stalled.empty()) log.unstalled(stalled);
      stalled = {};
    } else if (stalled.empty()) {
      stalled = lag.loop;
      log.stalled(lag.loop, std::chrono::floor<std::chrono::seconds>(lag.since));
    }
    timer.expires_after(timeout / 3);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

}  // namespace figured::daemon
