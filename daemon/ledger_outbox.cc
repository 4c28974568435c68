#include "daemon/ledger_outbox.h"

namespace figured::daemon {

namespace asio = boost::asio;

asio::awaitable<std::vector<alerts::Delivery>> LedgerOutbox::take(std::string endpoint,
                                                                  std::size_t limit) {
  const auto due = [endpoint, limit, now = clock_()](storage::Store& store) {
    return store.due_deliveries(endpoint, now, limit);
  };
  co_return co_await ledger_.ask(due);
}

asio::awaitable<void> LedgerOutbox::settle(alerts::Attempt attempt) {
  const auto put = [attempt](storage::Store& store) {
    store.put_attempt(attempt);
    return true;
  };
  co_await ledger_.ask(put);
}

asio::awaitable<std::optional<std::chrono::sys_seconds>> LedgerOutbox::next_due(
    std::string endpoint) {
  const auto next = [endpoint](storage::Store& store) { return store.next_delivery(endpoint); };
  co_return co_await ledger_.ask(next);
}

}  // namespace figured::daemon
