// LedgerOutbox is the outbox of the alerts, kept by the ledger's thread.
//
// Where the store can take nothing for now, each call waits and tries again until
// it can; then it may be cancelled.
#pragma once
#include <chrono>
#include <functional>
#include <utility>

#include "alerts/outbox.h"
#include "daemon/ledger/ledger_thread.h"

namespace figured::daemon {

class LedgerOutbox : public alerts::Outbox {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;

  // The thread must outlive the outbox.
  LedgerOutbox(LedgerThread& ledger, Clock clock,
               std::chrono::milliseconds rest = std::chrono::seconds(2))
      : ledger_(ledger), clock_(std::move(clock)), rest_(rest) {}

  boost::asio::awaitable<std::vector<alerts::Delivery>> take(std::string endpoint,
                                                             alerts::Lane lane,
                                                             std::size_t limit) override;
  boost::asio::awaitable<void> settle(std::vector<alerts::Attempt> attempts) override;
  boost::asio::awaitable<std::optional<std::chrono::sys_seconds>> next_due(
      std::string endpoint, alerts::Lane lane) override;
  boost::asio::awaitable<std::size_t> fall_back(std::string endpoint,
                                                std::chrono::sys_seconds now) override;

 private:
  template <class Work>
  auto ask_until_done(Work work) -> decltype(std::declval<LedgerThread&>().ask(work));

  LedgerThread& ledger_;
  const Clock clock_;
  const std::chrono::milliseconds rest_;
};

}  // namespace figured::daemon
