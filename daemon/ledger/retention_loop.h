// The loop that takes away what the store keeps no longer.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>

#include "daemon/ledger/ledger_thread.h"
#include "daemon/log/event_log.h"
#include "storage/retention.h"

namespace figured::daemon {

// Steps small enough that ingest does not feel them, with pauses between.
struct RetentionPace {
  std::int64_t rows = 200;                      // of each kind, a step
  std::chrono::milliseconds between{100};       // steps
  std::chrono::milliseconds rest{10 * 60'000};  // once nothing is left to do
};

// Has no end of its own.  What it took away in one go is logged once.
boost::asio::awaitable<void> keep_retention(LedgerThread& ledger, storage::RetentionPolicy policy,
                                            std::function<std::chrono::sys_seconds()> clock,
                                            const EventLog& log, RetentionPace pace = {});

}  // namespace figured::daemon
