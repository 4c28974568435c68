#include "daemon/vitals/health.h"

#include <gtest/gtest.h>

#include <functional>

#include "daemon/vitals/health_routes.h"

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;
const std::chrono::sys_seconds kNow{1'000'000s};

HealthFacts good() {
  HealthFacts facts;
  facts.is_open = true;
  facts.now = kNow;
  facts.vitals.feeds = 3;
  facts.vitals.lagging = "workers";
  facts.vitals.next_poll = kNow + 10s;
  return facts;
}

struct HealthCase {
  std::string name;
  std::function<void(HealthFacts&)> worsen;
  bool alive;
  std::string not_ready;  // codes
};

class HealthTest : public testing::TestWithParam<HealthCase> {
 protected:
  static HealthFacts facts() {
    HealthFacts facts = good();
    GetParam().worsen(facts);
    return facts;
  }
};

TEST_P(HealthTest, IsAliveAndReadyOrSaysWhyNot) {
  std::string codes;
  for (const HealthReason& reason : reasons_not_ready(facts()))
    codes += (codes.empty() ? "" : " ") + reason.code;
  EXPECT_EQ(codes, GetParam().not_ready);
  EXPECT_EQ(reasons_not_alive(facts()).empty(), GetParam().alive);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HealthTest,
    testing::Values(
        HealthCase{"AllIsWell", [](auto&) {}, true, ""},
        HealthCase{"Migrating", [](auto& facts) { facts.is_open = false; }, true, "opening"},
        HealthCase{"StoreIsHeldByAnother",
                   [](auto& facts) {
                     facts.is_open = false;
                     facts.paused = "locked";
                   },
                   true, "paused"},
        HealthCase{"DiskIsFull", [](auto& facts) { facts.paused = "no room"; }, true, "paused"},
        HealthCase{"NoFeeds", [](auto& facts) { facts.vitals.feeds = 0; }, true, "no-feeds"},
        HealthCase{"PollsAreBehind", [](auto& facts) { facts.vitals.next_poll = kNow - 6min; },
                   true, "late"},
        HealthCase{"PausedPollsAreBehindAnyway",
                   [](auto& facts) {
                     facts.vitals.next_poll = kNow - 6min;
                     facts.paused = "no room";
                   },
                   true, "paused"},
        HealthCase{"AlertWaits", [](auto& facts) { facts.vitals.oldest_pending = kNow - 1min; },
                   true, ""},
        HealthCase{"AlertIsStuck", [](auto& facts) { facts.vitals.oldest_pending = kNow - 16min; },
                   true, "outbox"},
        HealthCase{"WorkerIsSlow", [](auto& facts) { facts.vitals.lag = 29; }, true, ""},
        HealthCase{"WorkerHangs", [](auto& facts) { facts.vitals.lag = 31; }, false, "stalled"},
        HealthCase{"Stopping", [](auto& facts) { facts.is_stopping = true; }, true, "stopping"}),
    [](const auto& test) { return test.param.name; });

TEST(HealthTextTest, IsJsonWithReasons) {
  EXPECT_EQ(format_health("ready", {}), "{\"status\":\"ready\",\"reasons\":[]}\n");
  EXPECT_EQ(format_health("ready", {{"paused", "no room"}}),
            "{\"status\":\"not ready\",\"reasons\":[{\"code\":\"paused\","
            "\"message\":\"no room\"}]}\n");
}

class HealthRoutesTest : public testing::Test {
 protected:
  std::optional<net::ServerResponse> ask(const std::string& target,
                                         const std::string& accept = "") {
    return routes_.answer({"GET", target, {{"Accept", accept}}, ""});
  }
  DaemonMetrics metrics_;
  HealthFacts facts_ = good();
  HealthRoutes routes_{metrics_, [this] { return facts_; }};
};

TEST_F(HealthRoutesTest, OtherPathsAreOthers) { EXPECT_FALSE(ask("/metrics/x")); }

TEST_F(HealthRoutesTest, MetricsComeAsTheReaderWants) {
  EXPECT_EQ(ask("/metrics")->headers[0].value, "text/plain; version=0.0.4; charset=utf-8");
  const auto open = ask("/metrics?x=1", "application/openmetrics-text; version=1.0.0");
  EXPECT_EQ(open->headers[0].value, "application/openmetrics-text; version=1.0.0; charset=utf-8");
  EXPECT_TRUE(open->body.ends_with("# EOF\n"));
}

TEST_F(HealthRoutesTest, HealthIsTheStatus) {
  EXPECT_EQ(ask("/healthz")->status, 200);
  EXPECT_EQ(ask("/readyz")->status, 200);
  facts_.paused = "no room on the disk";
  EXPECT_EQ(ask("/healthz")->status, 200);
  EXPECT_EQ(ask("/readyz")->status, 503);
  EXPECT_NE(ask("/readyz")->body.find("no room on the disk"), std::string::npos);
  facts_.vitals.lag = 60;
  EXPECT_EQ(ask("/healthz")->status, 503);
}

}  // namespace
}  // namespace figured::daemon
