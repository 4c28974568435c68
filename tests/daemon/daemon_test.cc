#include "daemon/daemon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <functional>
#include <limits>

#include "daemon/service/state_file.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/store_export.h"
#include "tests/daemon/daemon_run.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/foreign_sql.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
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

// Two feeds that contradict each other, and an endpoint.
class DaemonTest : public DaemonRun {
 protected:
  DaemonTest() {
    config_.feeds = {{kHarbour, "Harbour Post", "", 5min}, {kCoast, "Coast Wire", "", 5min}};
    config_.endpoints.emplace_back().name = "desk";
    config_.endpoints.back().url = kHook;
    network_.answer(kHarbour, ok(kFortyDead));
    network_.answer(kCoast, ok(kTwelveDead));
    network_.answer(kHook, ok(""));
  }

  // Of the feed that has fewest.
  std::int64_t committed_polls() const {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const feeds::Feed& feed : store()->feeds()) least = std::min(least, feed.polls);
    return least;
  }
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

// A store of before the last migrations, which take a while for what it holds.
void make_old_store(const std::string& path) {
  storage::Connection db(path, storage::OpenMode::kReadWrite);
  storage::migrate(db, storage::migrations().first(16));
  db.execute(R"sql(
    INSERT INTO page (article_id, revision, state, deadline)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 400000)
    SELECT i, 1, 2, 9 FROM n
  )sql");
}

TEST_F(DaemonTest, AStopWhileTheStoreIsBroughtUpToDateLosesNothing) {
  make_old_store(config_.store.path);
  start();
  stop();
  EXPECT_EQ(tests::query_foreign_sql(config_.store.path, "PRAGMA user_version"), "16");
  EXPECT_FALSE(std::filesystem::exists(config_.store.path + ".suspect"));
  start();
  run_until(asked(kHarbour));
  stop();
  EXPECT_EQ(tests::query_foreign_sql(config_.store.path, "PRAGMA user_version"),
            std::to_string(storage::migrations().size()));
}

// It changes nothing about the opening, and does not begin it anew.
TEST_F(DaemonTest, AReloadWhileTheStoreIsBroughtUpToDateIsTakenOver) {
  make_old_store(config_.store.path);
  reloaded_ = [this] {
    config::Config config = config_;
    config.feeds = {{kPort, "Port", "", 5min}};
    return config;
  };
  network_.answer(kPort, ok(kTwelveDead));
  start();
  std::raise(SIGHUP);
  run_until(asked(kPort));
  EXPECT_EQ(sessions_, 1);
  EXPECT_EQ(requests_to(kHarbour), 0U);
  stop();
}

}  // namespace
}  // namespace figured::daemon
