// Feeds the service manager's watchdog by the progress of the loops that matter.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "daemon/log/event_log.h"
#include "daemon/service/sd_notify.h"
#include "daemon/vitals/loop_watch.h"

namespace figured::daemon {

// Gives a sign of life three times in each timeout, but none while a loop has not moved
// on for as long as the timeout: then the service manager ends figured, at most two
// timeouts after the loop began to hang, and starts it anew.  Which loop it was is said
// in the log first.  Has no end of its own.
boost::asio::awaitable<void> feed_watchdog(const ServiceNotifier& notifier, const LoopWatch& watch,
                                           const EventLog& log, std::chrono::microseconds timeout);

}  // namespace figured::daemon
