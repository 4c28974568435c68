#include "daemon/daemon.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <filesystem>
#include <thread>
#include <utility>

#include "daemon/failpoint.h"
#include "daemon/intake/disk_room.h"
#include "daemon/service/control_path.h"
#include "daemon/service/open_files.h"
#include "daemon/service/opening_watch.h"
#include "daemon/until_stopped.h"
#include "daemon/version.h"
#include "daemon/vitals/daemon_metrics.h"
#include "daemon/vitals/health_routes.h"
#include "daemon/vitals/watchdog.h"
#include "net/reply.h"
#include "storage/sqlite/sqlite_store.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::seconds kBetweenExtensions{5};
// The service manager logs no status, but it wakes those who watch it.
constexpr std::chrono::seconds kBetweenStatuses{10};
// The store, the log, libcurl's and our own.
constexpr std::size_t kOtherFiles = 64;

// The keys that only a restart can change, with commas.
std::string restart_words(const std::vector<config::SettingChange>& changes) {
  std::string keys;
  for (const config::SettingChange& change : changes)
    if (change.restart) keys += (keys.empty() ? "" : ", ") + change.name;
  return keys;
}

// The first line, and how many follow.
std::string first_of(const std::string& lines) {
  const auto more = std::count(lines.begin(), lines.end(), '\n');
  const std::string first = lines.substr(0, lines.find('\n'));
  return more == 0 ? first : first + " (and " + std::to_string(more) + " more)";
}

}  // namespace

Daemon::Daemon(asio::any_io_executor executor, config::Config config, DaemonParts parts,
               const EventLog& log, const ServiceNotifier& notifier)
    : executor_(std::move(executor)),
      config_(std::move(config)),
      parts_(std::move(parts)),
      log_(log),
      notifier_(notifier),
      signals_(executor_, SIGINT, SIGTERM, SIGHUP),
      ordered_(executor_),
      began_(executor_),
      clock_(parts_.clocks),
      gate_(parts_.rest_of_paused, [this](const std::string& why) { tell_intake(why); }),
      routes_(log_.metrics(), [this] { return health(); }),
      min_free_(std::make_shared<std::atomic<std::uint64_t>>(config_.store.min_free)) {}

asio::awaitable<void> Daemon::run() {
  log_.started(kVersion, config_.store.path);
  fit_open_files();
  page_.emplace(
      executor_, config_.store.path, log_, PageService::Clients{parts_.make_http, parts_.make_mail},
      [this](const std::string& address) { tell_page(address); }, parts_.page_socket,
      [this](web::Page& page) { routes_.add_to(page); });
  page_->adopt(config_);
  co_await until_one_ends(open_and_live(), page_->run());
  log_.stopped();
}

asio::awaitable<void> Daemon::open_and_live() {
  co_await until_one_ends(open(), await_stop());
  if (ledger_ && order_ != Order::kStop) co_await live_on();
}

// One session after another, watched and open to control all the time, also while one
// begins or drains.
asio::awaitable<void> Daemon::live_on() {
  const auto timeout = watchdog_timeout();
  const auto glance = std::chrono::milliseconds(1'000);
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(sessions());
  open_controls();
  for (const auto& control : controls_) tasks.push_back(control->run());
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
  OpeningWatch watch(notifier_);
  co_await until_one_ends(open_store(watch), watch.run(kBetweenExtensions));
  if (!store_) co_return true;
  failpoint("store.opened");
  state_.emplace(path);
  told_.pid = ::getpid();
  told_.version = kVersion;
  told_.started = told_.since = feeds::FeedPoller::read_clock();
  state_->write(told_);
  LedgerThread::Limits limits;
  const auto room = std::make_shared<DiskRoom>(path, config_.store.min_free);
  limits.lack_of_room = [room, least = min_free_] {
    room->keep_free(*least);
    return room->lack();
  };
  limits.committed = [&metrics = log_.metrics()](std::size_t polls, auto took) {
    metrics.committed(polls, took);
  };
  ledger_.emplace(*store_, LedgerOptions{}, std::move(limits));
  loops_.emplace(*ledger_);
  vitals_.emplace(*ledger_, *loops_, log_, path);
  co_return true;
}

// On a thread of its own, so that figured can say meanwhile what it does.  Leaves no store
// where a stop was ordered first.
asio::awaitable<void> Daemon::open_store(OpeningWatch& watch) {
  using Opened = std::shared_ptr<storage::Store>;
  std::jthread opener;
  const auto open = [this, &opener, &watch](const net::Reply<Opened>& reply) {
    opener = std::jthread(
        [&watch, reply, path = config_.store.path, facts_memory = config_.store.facts_memory] {
          ::pthread_setname_np(::pthread_self(), "opener");
          watch.begin();
          Opened store;
          try {
            store = storage::open_sqlite_store(
                path, [&watch] { return watch.step(); }, facts_memory);
          } catch (...) {
            return reply(std::current_exception(), nullptr);
          }
          reply(nullptr, std::move(store));
        });
  };
  try {
    store_ = co_await net::await_reply<Opened>(open);
  } catch (const storage::StoreError& error) {
    if (error.kind() != storage::StoreErrorKind::kGivenUp) throw;
    log_.opening_left();
  }
}

// Where the session at work is found and watched, as long as it is.
class Daemon::AtWork {
 public:
  AtWork(Daemon& daemon, Session& session) : daemon_(daemon) {
    daemon_.session_ = &session;
    daemon_.vitals_->watch([&session] { return session.load(); });
    daemon_.loops_->watch_workers([&session] { return session.lag_of_workers(); });
  }
  ~AtWork() {
    daemon_.session_ = nullptr;
    daemon_.vitals_->watch({});
    daemon_.loops_->watch_workers({});
  }
  AtWork(const AtWork&) = delete;
  AtWork& operator=(const AtWork&) = delete;

 private:
  Daemon& daemon_;
};

// One session, until an order ends it.
asio::awaitable<void> Daemon::live(bool reloaded) {
  Session session(executor_, config_, parts_.make_http(config_), parts_.make_mail(config_),
                  *ledger_, gate_, log_, {[this] { return clock_.now(); }, parts_.clocks.wall},
                  parts_.push_socket);
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
  const AtWork at_work(*this, session);
  status_said_ = std::chrono::steady_clock::now();
  notifier_.ready(said_status_ = status());
  ++sessions_begun_;
  began_.ring();
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
  while (!order_) co_await until_one_ends(await_signal(), ordered_.wait());
}

// A reload ends nothing: it has changed the configuration already.
asio::awaitable<void> Daemon::await_stop() {
  while (order_ != Order::kStop) {
    order_.reset();
    co_await await_order();
  }
}

asio::awaitable<void> Daemon::await_signal() {
  const int signal = co_await signals_.async_wait(asio::use_awaitable);
  if (signal == SIGHUP) {
    if (reload().refused.empty()) order_ = Order::kReload;
  } else {
    order_ = Order::kStop;
    log_.stopping();
    notifier_.stopping("stopping: committing polls, delivering what is due");
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
  told_.paused = obstacle;
  told_.since = feeds::FeedPoller::read_clock();
  if (state_) state_->write(told_);
  obstacle.empty() ? log_.resumed() : log_.paused(obstacle);
  notifier_.status(said_status_ = status());
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

void Daemon::tell_page(const std::string& address) {
  told_.page = address;
  if (state_) state_->write(told_);
}

std::string Daemon::status() const {
  const std::string words = gate_.obstacle().empty()
                                ? status_words(told_.vitals, config_.endpoints.size())
                                : "intake paused: " + gate_.obstacle();
  return refused_.empty() ? words : "configuration refused: " + refused_ + "; " + words;
}

Daemon::Reload Daemon::reload() {
  notifier_.reloading();
  try {
    config::Config config = parts_.read_config();
    Reload reload{config::compare_settings(config_.settings, config.settings), ""};
    // What is open already stays so.
    config.store.path = config_.store.path;
    config.control = config_.control;
    config.settings = config::settings_in_force(config_.settings, config.settings);
    parts_.on_reload(config);
    *min_free_ = config.store.min_free;
    config_ = std::move(config);
    refused_.clear();
    if (page_) page_->adopt(config_);
    fit_open_files();
    log_.restart_needed(restart_words(reload.changes));
    return reload;
  } catch (const config::ConfigError& error) {
    log_.reload_refused(error.what());
    refused_ = first_of(error.what());
    // What has not been ready yet is not by this.
    said_status_.empty() ? notifier_.status(status()) : notifier_.ready(said_status_ = status());
    return {{}, error.what()};
  }
}

// Without them all goes on: the signals and the store are there.
void Daemon::open_controls() {
  const auto answer = [this](ControlRequest request) { return this->answer(std::move(request)); };
  try {
    if (parts_.control)
      controls_.push_back(std::make_unique<ControlServer>(executor_, *parts_.control, answer));
    controls_.push_back(std::make_unique<ControlServer>(executor_, control_path(config_), answer));
  } catch (const boost::system::system_error& error) {
    log_.control_unavailable(error.what());
  }
}

asio::awaitable<ControlAnswer> Daemon::answer(ControlRequest request) {
  if (!is_meant(request.store))
    co_return ControlAnswer{false, "this figured keeps another store, " + config_.store.path, {}};
  switch (request.verb) {
    case ControlVerb::kReload:
      co_return co_await answer_reload(request.wait);
    case ControlVerb::kDiff:
      co_return answer_diff(request.file);
    case ControlVerb::kWake:
      if (session_) session_->look_at_roster();
      break;
    case ControlVerb::kStatus:
      break;
  }
  co_return ControlAnswer{true, status(), {}};
}

asio::awaitable<ControlAnswer> Daemon::answer_reload(bool wait) {
  if (order_ == Order::kStop) co_return ControlAnswer{false, "figured is stopping", {}};
  const std::uint64_t before = sessions_begun_;
  Reload reload = this->reload();
  if (!reload.refused.empty()) co_return ControlAnswer{false, reload.refused, {}};
  order_ = Order::kReload;
  ordered_.ring();
  while (wait && sessions_begun_ == before) co_await began_.wait();
  co_return ControlAnswer{true, status(), std::move(reload.changes)};
}

ControlAnswer Daemon::answer_diff(const std::string& file) const {
  try {
    const config::Config config = file.empty() ? parts_.read_config() : config::load_config(file);
    return {true, status(), config::compare_settings(config_.settings, config.settings)};
  } catch (const config::ConfigError& error) {
    return {false, error.what(), {}};
  }
}

bool Daemon::is_meant(const std::string& store) const {
  std::error_code error;
  return store.empty() || store == config_.store.path ||
         std::filesystem::equivalent(store, config_.store.path, error);
}

}  // namespace figured::daemon
