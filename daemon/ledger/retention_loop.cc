#include "daemon/ledger/retention_loop.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::daemon {

namespace asio = boost::asio;

namespace {

// Without room nothing can be taken away either: that is left for later.
asio::awaitable<storage::Removal> take_step(LedgerThread& ledger,
                                            const storage::RetentionPolicy& policy,
                                            std::chrono::sys_seconds now, std::int64_t rows) {
  const auto step = [policy, now, rows](storage::Store& store) {
    return store.remove_expired(policy, now, rows);
  };
  try {
    co_return co_await ledger.ask(step);
  } catch (const storage::StoreError& obstacle) {
    if (!obstacle.passes()) throw;
  }
  storage::Removal nothing;
  nothing.is_done = true;
  co_return nothing;
}

void add(storage::Removal& sum, const storage::Removal& step) {
  sum.bodies += step.bodies;
  sum.claims += step.claims;
  sum.deliveries += step.deliveries;
  sum.bytes += step.bytes;
}

}  // namespace

asio::awaitable<void> keep_retention(LedgerThread& ledger, storage::RetentionPolicy policy,
                                     std::function<std::chrono::sys_seconds()> clock,
                                     const EventLog& log, RetentionPace pace) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  storage::Removal sum;
  for (;;) {
    const storage::Removal step = co_await take_step(ledger, policy, clock(), pace.rows);
    add(sum, step);
    if (step.is_done) {
      log.removed(sum);
      sum = {};
    }
    timer.expires_after(step.is_done ? pace.rest : pace.between);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

}  // namespace figured::daemon
