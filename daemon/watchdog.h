// Feeds the service manager's watchdog by the progress of the loops that matter.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "daemon/ledger_thread.h"
#include "daemon/sd_notify.h"

namespace figured::daemon {

// Gives a sign of life three times in each timeout, but only when the I/O loop
// has turned and the ledger has answered; a loop that hangs gives none.  Has no
// end of its own.
boost::asio::awaitable<void> feed_watchdog(const ServiceNotifier& notifier, LedgerThread& ledger,
                                           std::chrono::microseconds timeout);

}  // namespace figured::daemon
