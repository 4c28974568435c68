#include "daemon/vitals/vital_signs.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "daemon/intake/disk_room.h"
#include "daemon/vitals/daemon_metrics.h"
#include "daemon/vitals/process_figures.h"

namespace figured::daemon {

namespace asio = boost::asio;
namespace {

constexpr int kRestsOfALook = 50;

double since_epoch(std::optional<storage::Seconds> time) {
  return time ? static_cast<double>(time->time_since_epoch().count()) : 0;
}

std::uint64_t file_size(const std::string& path) {
  struct stat file {};
  return ::stat(path.c_str(), &file) == 0 ? static_cast<std::uint64_t>(file.st_size) : 0;
}

storage::Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

VitalSigns::VitalSigns(LedgerThread& ledger, const LoopWatch& watch, const EventLog& log,
                       std::string store)
    : ledger_(ledger), watch_(watch), log_(log), store_(std::move(store)), reader_(store_, 1) {
  log_.metrics().standing.start_time.set(since_epoch(now()));
}

asio::awaitable<void> VitalSigns::run(std::chrono::milliseconds rest, Tell tell) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (;;) {
    co_await look();
    log_.say_folded();
    tell(vitals_);
    timer.expires_after(rest);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

asio::awaitable<void> VitalSigns::look() {
  if (std::chrono::steady_clock::now() >= ask_again_) co_await ask_store();
  vitals_.at = now();
  if (load_) take(load_());
  take_rates();
  take_process();
  take_disk();
}

// While the store cannot be read, what it knew last stands: that it fails the ledger tells.
asio::awaitable<void> VitalSigns::ask_store() {
  const auto began = std::chrono::steady_clock::now();
  const auto status_of = [](const storage::StoreReader& store) { return store.status(); };
  try {
    take(co_await reader_.ask(status_of));
  } catch (const storage::StoreError&) {
  }
  const auto ended = std::chrono::steady_clock::now();
  ask_again_ = ended + kRestsOfALook * (ended - began);
}

void VitalSigns::take(const storage::StoreStatus& status) {
  StandingGauges& gauges = log_.metrics().standing;
  gauges.feeds_failing.set(static_cast<double>(vitals_.feeds_failing = status.feeds_failing));
  gauges.disputes_open.set(static_cast<double>(vitals_.disputes_open = status.disputes_open));
  gauges.outbox_depth.set(static_cast<double>(vitals_.outbox = status.deliveries_pending));
  gauges.dead_letters.set(static_cast<double>(vitals_.dead = status.deliveries_dead));
  gauges.last_poll.set(since_epoch(vitals_.last_poll = status.last_poll));
  gauges.next_poll.set(since_epoch(vitals_.next_poll = status.next_poll));
  vitals_.oldest_pending = status.oldest_pending;
  gauges.outbox_oldest.set(
      status.oldest_pending ? std::max(0.0, since_epoch(now()) - since_epoch(status.oldest_pending))
                            : 0);
  vitals_.articles = status.articles;
  vitals_.claims = status.claims;
}

void VitalSigns::take(const SessionLoad& load) {
  StandingGauges& gauges = log_.metrics().standing;
  const auto set = [](Gauge& gauge, std::size_t value) {
    gauge.set(static_cast<double>(value));
    return static_cast<std::int64_t>(value);
  };
  vitals_.feeds = set(gauges.feeds, load.feeds);
  vitals_.polls_in_flight = set(gauges.polls_in_flight, load.polls_in_flight);
  set(gauges.pages_wanted, load.pages_wanted);
  vitals_.workers_waiting = set(gauges.queue_depth.with({"workers"}), load.workers_waiting);
  set(gauges.queue_capacity.with({"workers"}), load.workers_capacity);
  vitals_.ledger_waiting = set(gauges.queue_depth.with({"ledger"}), ledger_.waiting());
  set(gauges.queue_capacity.with({"ledger"}), ledger_.capacity());
  vitals_.intake = static_cast<std::uint64_t>(set(gauges.intake_bytes, load.intake));
  set(gauges.intake_limit, load.intake_limit);
  vitals_.memory_limit = static_cast<std::uint64_t>(set(gauges.memory_limit, load.memory_limit));
  gauges.breaker_state.clear();
  for (const auto& [endpoint, state] : load.breakers)
    gauges.breaker_state.with({endpoint}).set(state);
}

void VitalSigns::take_rates() {
  const auto rates = window_.note(log_.metrics().sums(), std::chrono::steady_clock::now());
  vitals_.polls_rate = rates.polls;
  vitals_.articles_rate = rates.articles;
  vitals_.claims_rate = rates.claims;
  vitals_.alerts_rate = rates.alerts;
  vitals_.lateness = rates.lateness;
  const LoopWatch::Lag lag = watch_.worst();
  vitals_.lagging = lag.loop;
  vitals_.lag = std::chrono::duration<double>(lag.since).count();
  log_.metrics().standing.watchdog_lag.set(vitals_.lag);
}

void VitalSigns::take_process() {
  StandingGauges& gauges = log_.metrics().standing;
  const ProcessFigures process = read_process_figures();
  gauges.resident_memory.set(static_cast<double>(vitals_.memory = process.resident));
  gauges.cpu_seconds.set(process.cpu_seconds);
  gauges.open_fds.set(static_cast<double>(process.open_files));
  gauges.max_fds.set(static_cast<double>(process.max_files));
}

void VitalSigns::take_disk() {
  StandingGauges& gauges = log_.metrics().standing;
  gauges.db_size.set(static_cast<double>(vitals_.store = file_size(store_)));
  gauges.wal_size.set(static_cast<double>(file_size(store_ + "-wal")));
  vitals_.disk_free = free_bytes(store_).value_or(0);
  gauges.disk_free.set(static_cast<double>(vitals_.disk_free));
}

}  // namespace figured::daemon
