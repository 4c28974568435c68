#include "daemon/daemon.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <thread>
#include <utility>

#include "daemon/daemon_metrics.h"
#include "daemon/disk_room.h"
#include "daemon/failpoint.h"
#include "daemon/open_files.h"
#include "daemon/reply.h"
#include "daemon/until_stopped.h"
#include "daemon/version.h"
#include "daemon/watchdog.h"
#include "storage/sqlite_store.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;

// Nothing that the I/O thread waits for may take so long.
constexpr std::chrono::seconds kExtension{60};
constexpr std::chrono::seconds kBetweenExtensions{5};
// The service manager logs no status, but it wakes those who watch it.
constexpr std::chrono::seconds kBetweenStatuses{10};
// The store, the log, libcurl's and our own.
constexpr std::size_t kOtherFiles = 64;

}  // namespace

Daemon::Daemon(asio::any_io_executor executor, config::Config config, DaemonParts parts,
               const EventLog& log, const ServiceNotifier& notifier)
    : executor_(std::move(executor)),
      config_(std::move(config)),
      parts_(std::move(parts)),
      log_(log),
      notifier_(notifier),
      signals_(executor_, SIGINT, SIGTERM, SIGHUP),
      clock_(parts_.clocks),
      gate_(parts_.rest_of_paused, [this](const std::string& why) { tell_intake(why); }) {}

asio::awaitable<void> Daemon::run() {
  log_.started(kVersion, config_.store.path);
  fit_open_files();
  while (!ledger_ && order_ != Order::kStop) {
    order_.reset();
    co_await until_one_ends(open(), await_order());
  }
  if (ledger_ && order_ != Order::kStop) co_await live_on();
  log_.stopped();
}

// One session after another, watched all the time, also while one begins or drains.
asio::awaitable<void> Daemon::live_on() {
  const auto timeout = watchdog_timeout();
  const auto glance = std::chrono::milliseconds(1'000);
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(sessions());
  tasks.push_back(loops_->run(
      timeout ? std::min(glance, std::chrono::ceil<std::chrono::milliseconds>(*timeout / 3))
              : glance));
  tasks.push_back(
      vitals_->run(parts_.vitals, [this](const Vitals& vitals) { tell_vitals(vitals); }));
  if (timeout) tasks.push_back(feed_watchdog(notifier_, *loops_, log_, *timeout));
  co_await until_one_ends(std::move(tasks));
}

asio::awaitable<void> Daemon::sessions() {
  for (bool reloaded = false; order_ != Order::kStop; reloaded = order_ == Order::kReload) {
    order_.reset();
    co_await live(reloaded);
  }
}

asio::awaitable<void> Daemon::open() {
  const auto open = [this] { return open_once(); };
  co_await gate_.pass(open);
}

asio::awaitable<bool> Daemon::open_once() {
  const std::string& path = config_.store.path;
  store_ = co_await open_store();
  failpoint("store.opened");
  state_.emplace(path);
  told_.pid = ::getpid();
  told_.version = kVersion;
  told_.started = told_.since = feeds::FeedPoller::read_clock();
  state_->write(told_);
  LedgerThread::Limits limits;
  const auto room = std::make_shared<DiskRoom>(path, config_.store.min_free);
  limits.lack_of_room = [room] { return room->lack(); };
  limits.committed = [&metrics = log_.metrics()](std::size_t polls, auto took) {
    metrics.committed(polls, took);
  };
  ledger_.emplace(*store_, LedgerOptions{}, std::move(limits));
  loops_.emplace(*ledger_);
  vitals_.emplace(*ledger_, *loops_, log_, path);
  co_return true;
}

// On a thread of its own, so that figured can say meanwhile what it does.
asio::awaitable<std::shared_ptr<storage::Store>> Daemon::open_store() {
  using Opened = std::shared_ptr<storage::Store>;
  std::jthread opener;
  const auto open = [this, &opener](const Reply<Opened>& reply) {
    opener = std::jthread([this, reply, path = config_.store.path] {
      ::pthread_setname_np(::pthread_self(), "opener");
      Opened store;
      try {
        store = storage::open_sqlite_store(path, [this] { extend_start(); });
      } catch (...) {
        return reply(std::current_exception(), nullptr);
      }
      reply(nullptr, std::move(store));
    });
  };
  co_return co_await await_reply<Opened>(open);
}

// Called on the opener's thread, as long as verifying or migrating moves on.
void Daemon::extend_start() {
  const auto now = std::chrono::steady_clock::now();
  if (now - extended_ < kBetweenExtensions) return;
  extended_ = now;
  notifier_.extend_timeout(kExtension);
  notifier_.status("opening the store: it is verified or brought up to date");
}

// Of the session that is at work.
class Daemon::LoadWatch {
 public:
  LoadWatch(Daemon& daemon, Session& session) : daemon_(daemon) {
    daemon_.vitals_->watch([&session] { return session.load(); });
    daemon_.loops_->watch_workers([&session] { return session.longest_job(); });
  }
  ~LoadWatch() {
    daemon_.vitals_->watch({});
    daemon_.loops_->watch_workers({});
  }
  LoadWatch(const LoadWatch&) = delete;
  LoadWatch& operator=(const LoadWatch&) = delete;

 private:
  Daemon& daemon_;
};

// One session, until an order ends it.
asio::awaitable<void> Daemon::live(bool reloaded) {
  Session session(executor_, config_, parts_.make_http(config_), parts_.make_mail(config_),
                  *ledger_, gate_, log_, {[this] { return clock_.now(); }, parts_.clocks.wall});
  const auto settle = [this](std::deque<feeds::Feed>& feeds) {
    rests_.keep(feeds, clock_jump_, clock_.now());
    clock_jump_ = std::chrono::seconds(0);
  };
  co_await until_one_ends(session.adopt(settle), await_order());
  if (order_) co_return;
  if (reloaded)
    log_.reloaded(session.feeds(), config_.endpoints.size());
  else
    log_.polling(session.feeds(), config_.endpoints.size());
  told_.vitals.feeds = static_cast<std::int64_t>(session.feeds());
  const LoadWatch watching(*this, session);
  status_said_ = std::chrono::steady_clock::now();
  notifier_.ready(said_status_ = status());
  auto tasks = session.deliver();
  tasks.push_back(session.beat());
  tasks.push_back(
      keep_retention(*ledger_, config_.retention, parts_.clocks.wall, log_, parts_.retention));
  tasks.push_back(work(session));
  co_await until_one_ends(std::move(tasks));
}

// Ends with the order that ends the session.
asio::awaitable<void> Daemon::work(Session& session) {
  co_await until_one_ends(session.poll(), await_order(), await_clock_jump());
  // A second signal ends the wait for endpoints that do not answer.
  if (order_ == Order::kStop)
    co_await until_stopped(signals_, session.drain(parts_.drain_patience));
}

asio::awaitable<void> Daemon::await_order() {
  for (;;) {
    const int signal = co_await signals_.async_wait(asio::use_awaitable);
    if (signal != SIGHUP) {
      order_ = Order::kStop;
      log_.stopping();
      notifier_.stopping("stopping: committing polls, delivering what is due");
      co_return;
    }
    if (reload()) {
      order_ = Order::kReload;
      co_return;
    }
  }
}

// What was set while a session began is looked at too, by the next one's first look.
asio::awaitable<void> Daemon::await_clock_jump() {
  asio::steady_timer timer(executor_);
  for (;;) {
    timer.expires_after(parts_.clock_watch);
    co_await timer.async_wait(asio::use_awaitable);
    const auto jump = clock_.look();
    if (!jump) continue;
    log_.clock_set(*jump);
    clock_jump_ += *jump;
    if (!order_) order_ = Order::kKeepRests;
    co_return;
  }
}

void Daemon::tell_intake(const std::string& obstacle) {
  obstacle.empty() ? log_.resumed() : log_.paused(obstacle);
  notifier_.status(said_status_ = status());
  told_.paused = obstacle;
  told_.since = feeds::FeedPoller::read_clock();
  if (state_) state_->write(told_);
}

void Daemon::tell_vitals(const Vitals& vitals) {
  told_.vitals = vitals;
  log_.metrics().standing.intake_paused.set(gate_.obstacle().empty() ? 0 : 1);
  if (state_) state_->write(told_);
  const auto now = std::chrono::steady_clock::now();
  const bool is_ready = !said_status_.empty();
  if (!is_ready || now - status_said_ < kBetweenStatuses || order_ == Order::kStop) return;
  status_said_ = now;
  std::string words = status();
  if (words != said_status_) notifier_.status(said_status_ = std::move(words));
}

HealthFacts Daemon::health() const {
  HealthFacts facts;
  facts.is_open = ledger_.has_value() && !said_status_.empty();
  facts.is_stopping = order_ == Order::kStop;
  facts.paused = gate_.obstacle();
  facts.now = feeds::FeedPoller::read_clock();
  facts.vitals = told_.vitals;
  if (!loops_) return facts;
  const LoopWatch::Lag lag = loops_->worst();
  facts.vitals.lagging = lag.loop;
  facts.vitals.lag = std::chrono::duration<double>(lag.since).count();
  return facts;
}

void Daemon::fit_open_files() const {
  std::size_t needed = config_.poll.lanes + config_.pages.lanes +
                       static_cast<std::size_t>(config_.http.max_connections) + kOtherFiles;
  for (const alerts::Endpoint& endpoint : config_.endpoints) needed += endpoint.in_flight;
  const std::size_t limit = raise_open_files(std::max(config_.limits.open_files, kOtherFiles));
  if (limit < needed)
    log_.limit_lowered("open files", std::to_string(limit) + " may be open, " +
                                         std::to_string(needed) +
                                         " are needed when all that may be in flight is; polls "
                                         "then fail and are made again");
}

std::string Daemon::status() const {
  return gate_.obstacle().empty() ? status_words(told_.vitals, config_.endpoints.size())
                                  : "intake paused: " + gate_.obstacle();
}

// The store is the one thing that a running daemon cannot change.
bool Daemon::reload() {
  notifier_.reloading();
  try {
    config::Config config = parts_.read_config();
    if (config.store.path != config_.store.path)
      throw config::ConfigError("store.path cannot change while figured runs; restart it");
    parts_.on_reload(config);
    config_ = std::move(config);
    return true;
  } catch (const config::ConfigError& error) {
    log_.reload_refused(error.what());
    notifier_.ready(std::string("configuration refused: ") + error.what());
    return false;
  }
}

}  // namespace figured::daemon
