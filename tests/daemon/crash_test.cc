// figured is killed again and again while it reads the wire.  Nothing may be
// lost by it and nothing stored or told as two.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <csignal>
#include <functional>
#include <random>
#include <set>
#include <tuple>

#include "storage/sqlite_store.h"
#include "tests/daemon/child_process.h"
#include "tests/support/temp_folder.h"
#include "wire/wire_config.h"
#include "wire/wire_files.h"
#include "wire/wire_server.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr int kKills = 10;
constexpr int kMostRequests = 20;
constexpr auto kEvery = 300ms;

class CrashTest : public testing::Test {
 protected:
  CrashTest()
      : server_(io_.get_executor(), wire::read_wire(FIGURED_WIRE_ARTICLES, system_time(), kEvery),
                {.secret = wire::make_secret(), .clock = [this] {
                   ++questions_;
                   return system_time();
                 }}) {
    asio::co_spawn(io_, server_.run(), [](std::exception_ptr) {});
    wire::write_file(config_, wire::format_config(server_, store_));
  }

  static wire::Wire::Time system_time() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }

  // Serves the wire until `done`.
  void serve_until(ChildProcess& figured, const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + 120s;
    while (!done()) {
      io_.run_one_for(50ms);
      figured.read_some();
      if (std::chrono::steady_clock::now() > deadline)
        throw std::runtime_error("not done in time:\n" + figured.said());
    }
  }

  // The wire reads its clock at each request, so this counts requests.
  void serve_requests(ChildProcess& figured, int count) {
    const int until = questions_ + count;
    serve_until(figured, [&] { return questions_ >= until; });
  }

  // A document that was sent twice counts as read, though the first reader may
  // have been killed; so the store is asked as well.
  bool all_is_read_and_told() const {
    if (!server_.missing().empty()) return false;
    const storage::StoreStatus status = storage::open_sqlite_reader(store_)->status();
    return static_cast<std::size_t>(status.articles) >= published_slugs().size() &&
           status.deliveries_pending == 0 &&
           static_cast<std::size_t>(status.alerts) == server_.hooks().deliveries().size();
  }

  std::set<std::string> published_slugs() const {
    std::set<std::string> slugs;
    for (std::size_t i = 0; i < server_.wire().size(); ++i)
      slugs.insert(server_.wire().article(i).slug);
    return slugs;
  }

  const tests::TempFolder folder_;
  const std::string config_ = folder_.path("figured.toml");
  const std::string store_ = folder_.path("figured.db");
  int questions_ = 0;
  asio::io_context io_;
  wire::WireServer server_;
};

TEST_F(CrashTest, KilledTenTimesItLosesNothingAndTellsNothingAsTwo) {
  std::mt19937 random(20260922);
  std::uniform_int_distribution<int> requests(1, kMostRequests);
  for (int kill = 0; kill < kKills; ++kill) {
    ChildProcess figured({FIGURED_BINARY, "--config", config_});
    serve_requests(figured, requests(random));
    figured.signal(SIGKILL);
    ASSERT_EQ(figured.wait_for_end(), -SIGKILL) << figured.said();
  }
  ChildProcess figured({FIGURED_BINARY, "--config", config_});
  figured.wait_for("polling");
  serve_until(figured, [&] { return all_is_read_and_told(); });
  figured.signal(SIGTERM);
  serve_until(figured, [&] { return figured.has_ended(); });
  ASSERT_EQ(figured.wait_for_end(), 0) << figured.said();

  const auto store = storage::open_sqlite_reader(store_);
  EXPECT_EQ(static_cast<std::size_t>(store->status().articles), published_slugs().size());
  const auto alerts = store->alerts(100'000);
  EXPECT_FALSE(alerts.empty());
  std::set<std::string> ids;
  // What an alert tells: a step of a dispute, or a correction, which has none.
  std::set<std::tuple<std::int64_t, std::int64_t, std::string>> told;
  for (const alerts::Alert& alert : alerts) {
    EXPECT_TRUE(ids.insert(alert.id).second) << alert.id;
    const std::string correction = alert.dispute_id == 0 ? alert.summary : "";
    EXPECT_TRUE(told.emplace(alert.dispute_id, alert.dispute_sequence, correction).second)
        << alert.summary;
    EXPECT_TRUE(server_.hooks().deliveries().contains(alert.id)) << alert.summary;
  }
  // The newest comes first, and none is missing between the first and the last.
  EXPECT_EQ(static_cast<std::size_t>(alerts.front().sequence), alerts.size());
  // Nothing was told that is not stored.
  for (const auto& [id, count] : server_.hooks().deliveries()) EXPECT_TRUE(ids.contains(id)) << id;
  EXPECT_EQ(server_.hooks().rejected(), 0);
}

}  // namespace
}  // namespace figured::daemon
