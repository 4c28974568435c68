#include "daemon/ledger/ledger_outbox.h"

#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include "daemon/failpoint.h"

namespace figured::daemon {

namespace asio = boost::asio;
namespace {

constexpr std::size_t kBundle = 20;  // alerts in a message

}  // namespace

template <class Work>
auto LedgerOutbox::ask_until_done(Work work) -> decltype(std::declval<LedgerThread&>().ask(work)) {
  for (;;) {
    try {
      co_return co_await ledger_.ask(work);
    } catch (const storage::StoreError& obstacle) {
      if (!obstacle.passes()) throw;
    }
    // Whoever ends may ask once more, but waits no longer.
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
      throw boost::system::system_error(asio::error::operation_aborted);
    asio::steady_timer timer(co_await asio::this_coro::executor, rest_);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

asio::awaitable<std::vector<alerts::Delivery>> LedgerOutbox::take(std::string endpoint,
                                                                  alerts::Lane lane,
                                                                  std::size_t limit) {
  const auto due = [endpoint, lane, limit, now = clock_()](storage::Store& store) {
    return store.take_deliveries(endpoint, now, limit, lane, kBundle);
  };
  co_return co_await ask_until_done(due);
}

asio::awaitable<void> LedgerOutbox::settle(std::vector<alerts::Attempt> attempts) {
  const auto put = [attempts](storage::Store& store) {
    for (const alerts::Attempt& attempt : attempts) store.put_attempt(attempt);
    return true;
  };
  failpoint("attempt.made");
  co_await ask_until_done(put);
  failpoint("attempt.settled");
}

asio::awaitable<std::optional<std::chrono::sys_seconds>> LedgerOutbox::next_due(
    std::string endpoint, alerts::Lane lane) {
  const auto next = [endpoint, lane](storage::Store& store) {
    return store.next_delivery(endpoint, lane);
  };
  co_return co_await ask_until_done(next);
}

asio::awaitable<std::size_t> LedgerOutbox::fall_back(std::string endpoint,
                                                     std::chrono::sys_seconds now) {
  const auto hand_over = [endpoint, now](storage::Store& store) {
    return store.fall_back(endpoint, now);
  };
  co_return co_await ask_until_done(hand_over);
}

}  // namespace figured::daemon
