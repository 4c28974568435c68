#include "daemon/daemon.h"

#include <unistd.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <utility>

#include "daemon/disk_room.h"
#include "daemon/failpoint.h"
#include "daemon/until_stopped.h"
#include "daemon/version.h"
#include "daemon/watchdog.h"
#include "storage/sqlite_store.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string status_words(std::size_t feeds, const config::Config& config) {
  return "polling " + counted(feeds, "feed") + ", delivering to " +
         counted(config.endpoints.size(), "endpoint");
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
      clock_(parts_.clocks),
      gate_(parts_.rest_of_paused, [this](const std::string& why) { tell_intake(why); }) {}

asio::awaitable<void> Daemon::run() {
  log_.started(kVersion, config_.store.path);
  while (!ledger_ && order_ != Order::kStop) {
    order_.reset();
    co_await until_one_ends(open(), await_order());
  }
  for (bool reloaded = false; order_ != Order::kStop; reloaded = order_ == Order::kReload) {
    order_.reset();
    co_await live(reloaded);
  }
  log_.stopped();
}

asio::awaitable<void> Daemon::open() {
  const auto open = [this] { return open_once(); };
  co_await gate_.pass(open);
}

asio::awaitable<bool> Daemon::open_once() {
  const std::string& path = config_.store.path;
  store_ = storage::open_sqlite_store(path);
  failpoint("store.opened");
  state_.emplace(path);
  told_.pid = ::getpid();
  told_.version = kVersion;
  told_.started = told_.since = feeds::FeedPoller::read_clock();
  state_->write(told_);
  LedgerThread::Limits limits;
  const auto room = std::make_shared<DiskRoom>(path, config_.store.min_free);
  limits.lack_of_room = [room] { return room->lack(); };
  ledger_.emplace(*store_, LedgerOptions{}, std::move(limits));
  co_return true;
}

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
  feeds_ = session.feeds();
  notifier_.ready(status());
  auto tasks = session.deliver();
  if (const auto timeout = watchdog_timeout())
    tasks.push_back(feed_watchdog(notifier_, *ledger_, *timeout));
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
  notifier_.status(status());
  told_.paused = obstacle;
  told_.since = feeds::FeedPoller::read_clock();
  if (state_) state_->write(told_);
}

std::string Daemon::status() const {
  return gate_.obstacle().empty() ? status_words(feeds_, config_)
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
