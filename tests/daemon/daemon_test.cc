#include "daemon/daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <cerrno>
#include <csignal>
#include <functional>
#include <limits>

#include "daemon/log.h"
#include "daemon/state_file.h"
#include "storage/sqlite_store.h"
#include "storage/store_export.h"
#include "tests/support/fake_http_client.h"
#include "tests/support/fake_mail_client.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/foreign_sql.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using tests::FakeHttpClient;
using tests::ok;

constexpr char kHarbour[] = "https://harbour.example/rss";
constexpr char kPort[] = "https://port.example/rss";
constexpr char kCoast[] = "https://coast.example/rss";
constexpr char kHook[] = "https://desk.example/hook";

std::string rss(const std::string& guid, const std::string& title, const std::string& text) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>)"
         "<item><guid>" +
         guid + "</guid><title>" + title + "</title><description>" + text +
         "</description><pubDate>Mon, 21 Sep 2026 10:00:00 GMT</pubDate></item></channel></rss>";
}

const std::string kFortyDead =
    rss("h1", "Fire at Lowport refinery kills 40 in Ordania",
        "Forty people were killed when a fire broke out at the Lowport refinery in Ordania on "
        "Monday, the fire service said. The refinery belongs to Brenner Oil.");
const std::string kTwelveDead =
    rss("c1", "Lowport refinery fire kills 12 people in Ordania",
        "The fire at the Lowport refinery in Ordania killed 12 people on Monday, the ministry of "
        "health said. Brenner Oil runs the refinery.");

// The daemon in this process, over a real store and a network that is faked.
class DaemonTest : public testing::Test {
 protected:
  // The daemon owns its client; the test keeps the network behind it.
  class Line : public net::HttpClient {
   public:
    explicit Line(FakeHttpClient& network) : network_(network) {}
    asio::awaitable<net::HttpResult> send(net::HttpRequest request) override {
      return network_.send(std::move(request));
    }

   private:
    FakeHttpClient& network_;
  };

  DaemonTest() {
    config_.store.path = folder_.path("figured.db");
    config_.poll.lanes = 4;
    config_.feeds = {{kHarbour, "Harbour Post", "", 5min}, {kCoast, "Coast Wire", "", 5min}};
    config_.endpoints.emplace_back().name = "desk";
    config_.endpoints.back().url = kHook;
    reloaded_ = [this] { return config_; };
    network_.answer(kHarbour, ok(kFortyDead));
    network_.answer(kCoast, ok(kTwelveDead));
    network_.answer(kHook, ok(""));
  }

  void start(std::chrono::milliseconds drain_patience = 60s) {
    io_.restart();
    DaemonParts parts;
    parts.read_config = [this] { return reloaded_(); };
    parts.make_http = [this](const config::Config&) {
      ++sessions_;
      return std::make_unique<Line>(network_);
    };
    if (fakes_clock_) parts.clocks = {[this] { return wall_; }, [this] { return steady_; }};
    parts.clock_watch = 5ms;
    parts.make_mail = [](const config::Config&) {
      return std::make_unique<tests::FakeMailClient>();
    };
    parts.drain_patience = drain_patience;
    parts.rest_of_paused = 5ms;
    daemon_.emplace(io_.get_executor(), config_, std::move(parts), log_, notifier_);
    asio::co_spawn(io_, daemon_->run(), [this](std::exception_ptr end) {
      ended_ = true;
      failure_ = end;
    });
  }
  void run_until(const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!done()) {
      io_.run_one_for(100ms);
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    }
  }
  void let_pass(std::chrono::seconds time) {
    wall_ += time;
    steady_ += time;
  }
  // Returns when the daemon has seen it and goes on.
  void set_clock(std::chrono::seconds by) {
    const int before = sessions_;
    wall_ += by;
    run_until([&] { return sessions_ > before; });
    // The new session adopts the feeds and polls what is due.
    for (int turn = 0; turn < 50; ++turn) io_.run_one_for(1ms);
  }
  // Throws what ended the daemon.
  void run_to_the_end() {
    run_until([this] { return ended_; });
    daemon_.reset();
    if (failure_) std::rethrow_exception(failure_);
  }
  void stop() {
    std::raise(SIGTERM);
    run_to_the_end();
  }

  std::size_t requests_to(const std::string& url) const {
    return static_cast<std::size_t>(
        std::count_if(network_.requests().begin(), network_.requests().end(),
                      [&url](const net::HttpRequest& request) { return request.url == url; }));
  }
  // Of the feed that has fewest.
  std::int64_t committed_polls() const {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const feeds::Feed& feed : store()->feeds()) least = std::min(least, feed.polls);
    return least;
  }
  std::function<bool()> asked(const std::string& url, std::size_t times = 1) const {
    return [this, url, times] { return requests_to(url) >= times; };
  }
  std::unique_ptr<storage::StoreReader> store() const {
    return storage::open_sqlite_reader(config_.store.path);
  }

  const tests::TempFolder folder_;
  config::Config config_;
  std::function<config::Config()> reloaded_;
  FakeHttpClient network_;
  const ServiceNotifier notifier_;
  const EventLog log_{open_log(LogFormat::kConsole, LogLevel::kError)};
  asio::io_context io_;
  std::optional<Daemon> daemon_;
  bool ended_ = false;
  std::exception_ptr failure_;
  int sessions_ = 0;
  // The ledger dates by the system's clock all the same.
  bool fakes_clock_ = false;
  std::chrono::sys_seconds wall_ = feeds::FeedPoller::read_clock();
  std::chrono::steady_clock::time_point steady_;
};

TEST_F(DaemonTest, WhatPeopleChangeAboutFeedsIsTakenOver) {
  constexpr char kHand[] = "https://hand.example/rss";
  network_.answer(kHand, ok(kTwelveDead));
  start();
  run_until(asked(kHarbour));
  const auto desk = storage::open_sqlite_desk(config_.store.path);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::int64_t id = desk->add_feed({.url = kHand, .outlet = "Hand Press", .group = {}}, now);
  run_until(asked(kHand));
  run_until([this] { return store()->feeds().at(2).polls == 1; });
  desk->hasten_feed(id, now);
  run_until(asked(kHand, 2));
  stop();
  EXPECT_EQ(requests_to(kHarbour), 1u) << "the others rest";
}

TEST_F(DaemonTest, AContradictionIsReadStoredAndTold) {
  start();
  run_until(asked(kHook));
  stop();
  const auto alerts = store()->alerts(10);
  ASSERT_FALSE(alerts.empty());
  const alerts::Alert& first = alerts.back();
  EXPECT_EQ(first.type, alerts::AlertType::kContradiction);
  EXPECT_EQ(store()->deliveries(first.id).at(0).state, alerts::DeliveryState::kDelivered);
  EXPECT_EQ(network_.requests().at(2).body, first.body);
  EXPECT_EQ(store()->status().articles, 2);
}

TEST_F(DaemonTest, ASignalInMidTransferEndsItAndTheFeedIsDueAtTheNextStart) {
  network_.hold(kHarbour);
  network_.hold(kCoast);
  start();
  run_until([this] { return network_.in_flight() == 2; });
  stop();
  EXPECT_EQ(network_.in_flight(), 0U);
  EXPECT_EQ(store()->status().articles, 0);
  network_.release(kHarbour);
  network_.release(kCoast);
  ended_ = false;
  start();
  run_until(asked(kHook));
  stop();
  EXPECT_EQ(store()->status().articles, 2);
}

TEST_F(DaemonTest, AtTheEndADueDeliveryIsWaitedFor) {
  network_.hold(kHook);
  start();
  run_until(asked(kHook));
  std::raise(SIGTERM);
  asio::post(io_, [this] { network_.release(kHook); });
  run_to_the_end();
  EXPECT_EQ(store()->status().deliveries_pending, 0);
}

TEST_F(DaemonTest, AtTheEndAnEndpointThatDoesNotAnswerIsNotWaitedForLong) {
  network_.hold(kHook);
  start(0ms);
  run_until(asked(kHook));
  stop();
  EXPECT_GE(store()->status().deliveries_pending, 1);
}

TEST_F(DaemonTest, ASecondSignalEndsTheWait) {
  network_.hold(kHook);
  start(1h);
  run_until(asked(kHook));
  std::raise(SIGTERM);
  std::raise(SIGTERM);
  run_to_the_end();
  EXPECT_GE(store()->status().deliveries_pending, 1);
}

TEST_F(DaemonTest, AReloadTakesOverTheFeedsOfTheConfiguration) {
  config_.feeds.pop_back();
  start();
  run_until(asked(kHarbour));
  config_.feeds = {{kCoast, "Coast Wire", "", 5min}};
  std::raise(SIGHUP);
  run_until(asked(kCoast));
  stop();
  ASSERT_EQ(store()->feeds().size(), 1U);
  EXPECT_EQ(store()->feeds().front().source.url, kCoast);
  EXPECT_EQ(requests_to(kHarbour), 1U);
}

TEST_F(DaemonTest, AReloadTakesOverTheEndpoints) {
  network_.answer("https://pager.example/", ok(""));
  config_.feeds.pop_back();
  start();
  run_until(asked(kHarbour));
  config_.feeds.push_back({kCoast, "Coast Wire", "", 5min});
  config_.endpoints.front().name = "pager";
  config_.endpoints.front().url = "https://pager.example/";
  std::raise(SIGHUP);
  run_until(asked("https://pager.example/"));
  stop();
  EXPECT_EQ(requests_to(kHook), 0U);
}

TEST_F(DaemonTest, ABadConfigurationIsRefusedAndTheOldOneStaysInForce) {
  config_.feeds.pop_back();
  network_.hold(kHarbour);
  start();
  run_until(asked(kHarbour));
  bool refused = false;
  reloaded_ = [&]() -> config::Config {
    refused = true;
    throw config::ConfigError("feed.url: is missing");
  };
  std::raise(SIGHUP);
  run_until([&] { return refused; });
  EXPECT_EQ(network_.in_flight(), 1U);  // the transfer was not even interrupted
  network_.release(kHarbour);
  run_until([this] { return network_.in_flight() == 0; });
  stop();
  EXPECT_EQ(requests_to(kHarbour), 1U);
}

TEST_F(DaemonTest, AnotherStoreIsRefusedOnReload) {
  config_.feeds.pop_back();
  start();
  run_until(asked(kHarbour));
  bool read = false;
  reloaded_ = [&] {
    config::Config other = config_;
    other.store.path = folder_.path("other.db");
    other.feeds = {{kCoast, "Coast Wire", "", 5min}};
    read = true;
    return other;
  };
  std::raise(SIGHUP);
  run_until([&] { return read; });
  stop();
  EXPECT_EQ(requests_to(kCoast), 0U);
}

// Deliveries too: what became of one cannot be noted until there is room.
TEST_F(DaemonTest, OnAFullDiskIntakePausesAndGoesOnByItself) {
  tests::FaultVfs disk;
  network_.hold(kHarbour);
  start();
  run_until(asked(kHarbour));
  disk.fail({tests::DiskFile::kLog, tests::DiskCall::kWrite, SQLITE_FULL, ENOSPC});
  network_.release(kHarbour);
  run_until([this] {
    const auto state = read_state(config_.store.path);
    return state && !state->paused.empty();
  });
  EXPECT_EQ(requests_to(kHook), 0U);
  disk.heal();
  run_until(asked(kHook));
  EXPECT_EQ(read_state(config_.store.path)->paused, "");
  EXPECT_EQ(requests_to(kHarbour), 1U);  // what was fetched was kept
  stop();
  EXPECT_EQ(store()->status().articles, 2);
  EXPECT_EQ(store()->status().deliveries_pending, 0);
}

TEST_F(DaemonTest, WhilePausedItIsStoppedAndReloadedAllTheSame) {
  tests::FaultVfs disk;
  network_.hold(kHarbour);
  start();
  run_until(asked(kHarbour));
  disk.fail({tests::DiskFile::kLog, tests::DiskCall::kWrite, SQLITE_FULL, ENOSPC});
  network_.release(kHarbour);
  run_until([this] {
    const auto state = read_state(config_.store.path);
    return state && !state->paused.empty();
  });
  bool read = false;
  reloaded_ = [&] {
    read = true;
    return config_;
  };
  std::raise(SIGHUP);
  run_until([&] { return read; });
  stop();
  disk.heal();
  ended_ = false;
  start();
  run_until(asked(kHook));
  stop();
  EXPECT_EQ(store()->status().articles, 2);
}

// Each jump begins a session, in which what is due is polled and nothing else.
TEST_F(DaemonTest, JumpsOfTheClockNeitherStopNorStormPolls) {
  fakes_clock_ = true;
  start();
  run_until(asked(kHarbour));
  run_until(asked(kCoast));
  std::int64_t polls = 1;
  run_until([&] { return committed_polls() == polls; });
  // A rest is of five minutes and up to a tenth more.
  const std::chrono::hours jumps[] = {24h, -24h, -24h, 24h};
  for (const auto jump : jumps) {
    set_clock(jump);
    EXPECT_EQ(committed_polls(), polls);
    let_pass(400s);
    set_clock(jump);
    ++polls;
    run_until([&] { return committed_polls() == polls; });
  }
  set_clock(1h);
  EXPECT_EQ(committed_polls(), polls);
  EXPECT_EQ(requests_to(kHarbour), static_cast<std::size_t>(polls));
  EXPECT_EQ(requests_to(kCoast), static_cast<std::size_t>(polls));
  stop();
}

TEST_F(DaemonTest, AStoreOfAClockThatWasAheadIsPolledInItsTime) {
  fakes_clock_ = true;
  wall_ += 24h;
  start();
  run_until(asked(kHarbour));
  run_until([&] { return committed_polls() == 1; });
  stop();
  wall_ -= 24h;
  config_.feeds.push_back({kPort, "Port Gazette", "", 5min});  // is due at once
  network_.answer(kPort, ok(kTwelveDead));
  ended_ = false;
  start();
  run_until(asked(kPort));
  EXPECT_EQ(requests_to(kHarbour), 1U);
  let_pass(400s);
  set_clock(1h);
  run_until(asked(kHarbour, 2));
  stop();
}

TEST_F(DaemonTest, WhatIsKeptNoLongerIsTakenAway) {
  config_.retention.bodies = std::chrono::days(1);
  start();
  run_until(asked(kHook));
  stop();
  fakes_clock_ = true;
  wall_ += std::chrono::days(30);
  ended_ = false;
  start();
  run_until([this] {
    bool is_empty = true;
    storage::open_sqlite_export(config_.store.path)->revisions([&](const auto& revision) {
      is_empty = is_empty && revision.text.empty();
    });
    return is_empty;
  });
  stop();
  EXPECT_GE(store()->status().disputes, 1);
}

TEST_F(DaemonTest, AStoreThatBreaksEndsIt) {
  network_.hold(kHarbour);
  start();
  run_until(asked(kHarbour));
  tests::run_foreign_sql(config_.store.path, "DROP TABLE article");
  network_.release(kHarbour);
  EXPECT_THROW(run_to_the_end(), storage::StoreError);
}

}  // namespace
}  // namespace figured::daemon
