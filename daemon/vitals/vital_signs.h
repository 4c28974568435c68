// VitalSigns looks every few seconds how figured is, and tells it: to the metrics, and
// to whoever else wants to know.
//
// What the store knows is read by a thread of its own, so that the ledger is not held up,
// and as seldom as keeps it to a fiftieth of a processor, however large the store; the
// session, the disk and the kernel are asked for the rest.  It runs on the I/O thread.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "daemon/ledger/ledger_thread.h"
#include "daemon/log/event_log.h"
#include "daemon/vitals/loop_watch.h"
#include "daemon/vitals/rate_window.h"
#include "daemon/vitals/vitals.h"
#include "web/reader_pool.h"

namespace figured::daemon {

// How much a session has to do.
struct SessionLoad {
  std::size_t feeds = 0;
  std::size_t polls_in_flight = 0;
  std::size_t pages_wanted = 0;
  std::size_t workers_waiting = 0;
  std::size_t workers_capacity = 0;
  std::size_t intake = 0;        // bytes that were fetched and are not stored yet
  std::size_t intake_limit = 0;  // 0 = none
  std::size_t memory_limit = 0;  // the same
  std::vector<std::pair<std::string, int>> breakers;  // by endpoint, as the gauge has it
};

class VitalSigns {
 public:
  using Tell = std::function<void(const Vitals&)>;

  // All must outlive this.
  VitalSigns(LedgerThread& ledger, const LoopWatch& watch, const EventLog& log, std::string store);

  // Whom to ask for the load; empty while no session is at work.
  void watch(std::function<SessionLoad()> load) { load_ = std::move(load); }

  // Looks at once, and again after each rest; has no end of its own.
  boost::asio::awaitable<void> run(std::chrono::milliseconds rest, Tell tell);

 private:
  boost::asio::awaitable<void> look();
  boost::asio::awaitable<void> ask_store();
  void take(const storage::StoreStatus& status);
  void take(const SessionLoad& load);
  void take_rates();
  void take_process();
  void take_disk();

  LedgerThread& ledger_;
  const LoopWatch& watch_;
  const EventLog& log_;
  const std::string store_;
  std::function<SessionLoad()> load_;
  web::ReaderPool reader_;
  std::chrono::steady_clock::time_point ask_again_{};
  RateWindow window_{std::chrono::seconds(10)};
  Vitals vitals_;
};

}  // namespace figured::daemon
