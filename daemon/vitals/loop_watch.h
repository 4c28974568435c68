// LoopWatch knows whether the loops that do the work move on: the ledger's, by the
// answers it gives, and the workers', by how long their jobs run or wait.  That the I/O loop
// turns shows in that the watch runs at all.
//
// It runs on the I/O thread.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "daemon/ledger/ledger_thread.h"

namespace figured::daemon {

class LoopWatch {
 public:
  using Clock = std::chrono::steady_clock;

  struct Lag {
    std::string_view loop;  // "ledger", "workers"
    Clock::duration since{0};
  };

  // The ledger must outlive the watch.
  explicit LoopWatch(LedgerThread& ledger) : ledger_(ledger) {}

  // Asks the ledger for a sign of life, with such a rest between.  Has no end of its
  // own; throws what ends the ledger.
  boost::asio::awaitable<void> run(std::chrono::milliseconds rest);

  // For how long the workers have not moved on; empty while there are none.
  void watch_workers(std::function<Clock::duration()> lag) { lag_of_workers_ = std::move(lag); }

  // The loop that has not moved on for longest.
  Lag worst() const;

 private:
  LedgerThread& ledger_;
  std::optional<Clock::time_point> asked_;  // what the ledger has not answered yet
  std::function<Clock::duration()> lag_of_workers_;
};

}  // namespace figured::daemon
