// The program itself, as systemd starts it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "daemon/version.h"
#include "net/curl_http_client.h"
#include "tests/daemon/child_process.h"
#include "tests/daemon/datagram_socket.h"
#include "tests/support/foreign_sql.h"

namespace figured::daemon {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

class FiguredBinaryTest : public testing::Test {
 protected:
  FiguredBinaryTest() {
    std::filesystem::create_directories(folder_);
    write_config(good_config());
  }
  ~FiguredBinaryTest() override { std::filesystem::remove_all(folder_); }

  // A feed that nobody serves: to be refused at once is an everyday failure.
  std::string good_config() const {
    return "[store]\npath = \"" + folder_ +
           "/figured.db\"\n"
           "[page]\nlisten = \"127.0.0.1:0\"\n"
           "[network]\nallow_private = [\"127.0.0.1:1\"]\n"
           "[[feed]]\nurl = \"http://127.0.0.1:1/rss\"\noutlet = \"Nobody\"\n";
  }
  void write_config(const std::string& text) const { std::ofstream(config_) << text; }

  ChildProcess start(const std::vector<std::string>& environment = {}) const {
    return ChildProcess({FIGURED_BINARY, "--config", config_}, environment);
  }

  static net::HttpResult get(const std::string& url, std::vector<net::HttpHeader> headers = {}) {
    boost::asio::io_context io;
    net::HttpClientOptions options;
    options.allowed_private_hosts = {"127.0.0.1"};
    net::CurlHttpClient client(io.get_executor(), options);
    auto answer = boost::asio::co_spawn(
        io, client.send({.url = url, .headers = std::move(headers)}), boost::asio::use_future);
    while (answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready) io.run_one();
    return answer.get();
  }

  struct End {
    int status;
    std::string said;
  };
  static End run(std::vector<std::string> words) {
    words.insert(words.begin(), FIGURED_BINARY);
    ChildProcess figured(words);
    const int status = figured.wait_for_end();
    return {status, figured.said()};
  }

  const std::string folder_ = testing::TempDir() + "figured-binary-" + std::to_string(::getpid());
  const std::string config_ = folder_ + "/figured.toml";
};

TEST_F(FiguredBinaryTest, TellsItsVersion) {
  const End end = run({"--version"});
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.said, std::string("figured ") + kVersion + "\n");
}

TEST_F(FiguredBinaryTest, ChecksAGoodConfigurationWithoutTouchingTheStore) {
  const End end = run({"--config", config_, "--check"});
  EXPECT_EQ(end.status, 0) << end.said;
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/figured.db"));
}

TEST_F(FiguredBinaryTest, ABadConfigurationIsNamedAndEndsItWithTwo) {
  write_config("[poll]\ninterval = \"often\"\n");
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"--config", config_}, {"--config", config_, "--check"}}) {
    const End end = run(words);
    EXPECT_EQ(end.status, 2);
    EXPECT_THAT(end.said, AllOf(HasSubstr(config_), HasSubstr("interval")));
  }
}

// As the unit starts it, behind the check.
TEST_F(FiguredBinaryTest, WhatACheckHasSaidIsNotSaidAgain) {
  write_config("[poll]\ninterval = \"often\"\n");
  const End end = run({"--config", config_, "--checked"});
  EXPECT_EQ(end.status, 2);
  EXPECT_EQ(end.said, "figured: the configuration is wrong, as `figured --config " + config_ +
                          " --check` says\n");
}

TEST_F(FiguredBinaryTest, BadUsageEndsItWithTwo) {
  EXPECT_EQ(run({}).status, 2);
  EXPECT_EQ(run({"--config", folder_ + "/nothing.toml"}).status, 2);
  EXPECT_EQ(run({"--config", config_, "--loud"}).status, 2);
  EXPECT_EQ(run({"--config", config_, "--check", "--checked"}).status, 2);
}

TEST_F(FiguredBinaryTest, AStoreThatCannotBeOpenedEndsItWithOne) {
  std::ofstream(folder_ + "/figured.db") << std::string(4096, 'x');
  const End end = run({"--config", config_});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.said, AllOf(HasSubstr("figured cannot go on"), HasSubstr("figured.db")));
}

TEST_F(FiguredBinaryTest, AStoreThatBreaksEndsItWithOne) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  tests::run_foreign_sql(folder_ + "/figured.db", "DROP TABLE feed");
  figured.signal(SIGHUP);  // adopts the feeds
  EXPECT_EQ(figured.wait_for_end(), 1);
  EXPECT_THAT(figured.said(), HasSubstr("figured cannot go on"));
}

TEST_F(FiguredBinaryTest, SigtermEndsItWell) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  figured.signal(SIGTERM);
  EXPECT_EQ(figured.wait_for_end(), 0);
  EXPECT_THAT(figured.said(), HasSubstr("stopped"));
}

TEST_F(FiguredBinaryTest, ASecondDaemonOnTheSameStoreIsRefused) {
  ChildProcess figured = start();
  figured.wait_for("polling");
  const End second = run({"--config", config_});
  EXPECT_EQ(second.status, 1);
  EXPECT_THAT(second.said, HasSubstr("figured cannot go on"));
}

TEST_F(FiguredBinaryTest, ABadConfigurationOnReloadKeepsTheOldOne) {
  ChildProcess figured = start();
  figured.wait_for("polling");
  write_config("[[feed]]\n");
  figured.signal(SIGHUP);
  figured.wait_for("configuration refused");
  write_config(good_config());
  figured.signal(SIGHUP);
  figured.wait_for("configuration reloaded");
  figured.signal(SIGTERM);
  EXPECT_EQ(figured.wait_for_end(), 0);
}

TEST_F(FiguredBinaryTest, TellsTheServiceManagerItsStates) {
  DatagramSocket manager(socket_path("manager"));
  ChildProcess figured = start({"NOTIFY_SOCKET=" + socket_path("manager")});
  figured.wait_for("polling");
  EXPECT_THAT(manager.wait(), StartsWith("READY=1\nSTATUS=polling 1 feed"));
  figured.signal(SIGHUP);
  figured.wait_for("configuration reloaded");
  EXPECT_THAT(manager.wait(), MatchesRegex("RELOADING=1\nMONOTONIC_USEC=[0-9]+"));
  EXPECT_THAT(manager.wait(), StartsWith("READY=1\nSTATUS=polling 1 feed"));
  write_config("nonsense");
  figured.signal(SIGHUP);
  figured.wait_for("configuration refused");
  EXPECT_THAT(manager.wait(), StartsWith("RELOADING=1"));
  EXPECT_THAT(manager.wait(), StartsWith("READY=1\nSTATUS=configuration refused: "));
  figured.signal(SIGTERM);
  EXPECT_EQ(figured.wait_for_end(), 0);
  EXPECT_THAT(manager.wait(), StartsWith("STOPPING=1"));
}

TEST_F(FiguredBinaryTest, AnswersForItsHealthAndItsMetrics) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  const std::string& said = figured.said();
  const auto from = said.find("http://", said.find("address"));
  const std::string origin = said.substr(from, said.find_first_of("\" \n", from) - from);
  const auto alive = get(origin + "/healthz");
  ASSERT_TRUE(alive) << alive.error().message;
  EXPECT_EQ(alive->status, 200);
  EXPECT_EQ(alive->body, "{\"status\":\"alive\",\"reasons\":[]}\n");
  EXPECT_EQ(get(origin + "/readyz")->status, 200);
  const auto metrics =
      get(origin + "/metrics", {{"Accept", "application/openmetrics-text; version=1.0.0"}});
  EXPECT_EQ(metrics->header("Content-Type"),
            "application/openmetrics-text; version=1.0.0; charset=utf-8");
  EXPECT_THAT(metrics->body,
              AllOf(HasSubstr("figured_fetches_total{code=\"connect\"} 1\n"),
                    HasSubstr("figured_build_info{version=\""), testing::EndsWith("# EOF\n")));
  write_config("[[feed]]\n");
  figured.signal(SIGHUP);
  figured.wait_for("configuration refused");
  EXPECT_THAT(get(origin + "/metrics")->body,
              HasSubstr("figured_config_last_reload_successful 0\n"));
}

TEST_F(FiguredBinaryTest, FeedsTheWatchdog) {
  DatagramSocket manager(socket_path("watchdog"));
  ChildProcess figured = start({"NOTIFY_SOCKET=" + socket_path("watchdog"), "WATCHDOG_USEC=30000"});
  figured.wait_for("polling");
  for (int alive = 0; alive < 3;) {
    const std::string message = manager.wait();
    ASSERT_NE(message, "");
    if (message == "WATCHDOG=1") ++alive;
  }
}

}  // namespace
}  // namespace figured::daemon
