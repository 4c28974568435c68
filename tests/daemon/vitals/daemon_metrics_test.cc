// The metrics by name: as Prometheus reads them, and as the dashboard and the rules that
// are shipped name them.
#include "daemon/vitals/daemon_metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "alerts/alert.h"
#include "daemon/ledger/ledger.h"
#include "daemon/ledger/page_recorder.h"
#include "tests/daemon/child_process.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr char kPromtool[] = "/usr/bin/promtool";

std::string read(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// One of each kind, so that each family has samples.
void fill(DaemonMetrics& metrics) {
  PollReport poll;
  poll.outcome = feeds::PollOutcome::kChanged;
  poll.code = "ok";
  poll.bytes = 5'000;
  poll.lateness = 300ms;
  poll.took = 120ms;
  poll.new_articles = 3;
  poll.known_articles = 17;
  poll.claims = 9;
  metrics.polled(poll);
  poll.outcome = feeds::PollOutcome::kFailed;
  poll.code = "http-404";
  metrics.polled(poll);
  metrics.page_read({});
  metrics.alert_written({});
  metrics.attempted({"desk", "alr_1", {}, 200, "", alerts::DeliveryState::kDelivered, {}});
  metrics.attempted({"desk", "alr_1", {}, 503, "", alerts::DeliveryState::kPending, {}});
  metrics.reloaded(true, std::chrono::sys_seconds(1'790'000'000s));
  metrics.put_off("memory");
  metrics.judged(claims::Relation::kContradicts);
  metrics.article_aged(70s);
  metrics.alert_aged(90s);
  metrics.committed(4, 3ms);
  metrics.line_said(Priority::kNotice);
  metrics.standing.breaker_state.with({"desk"}).set(2);
  metrics.standing.queue_depth.with({"workers"}).set(3);
  metrics.standing.queue_capacity.with({"workers"}).set(264);
}

TEST(DaemonMetricsTest, CountsWhatHappens) {
  DaemonMetrics metrics;
  fill(metrics);
  const std::string text = metrics.render(MetricFormat::kOpenMetrics);
  for (const char* line :
       {"figured_polls_total{outcome=\"changed\"} 1\n", "figured_fetches_total{code=\"ok\"} 1\n",
        "figured_fetches_total{code=\"http-404\"} 1\n", "figured_fetch_bytes_total 10000\n",
        "figured_poll_lateness_seconds_bucket{le=\"0.5\"} 2\n",
        "figured_articles_total{novelty=\"new\"} 6\n", "figured_claims_total 18\n",
        "figured_verdicts_total{relation=\"contradicts\"} 1\n",
        "figured_alerts_total{type=\"figure.contradiction\"} 1\n",
        "figured_deliveries_total{endpoint=\"desk\",outcome=\"delivered\"} 1\n",
        "figured_deliveries_total{endpoint=\"desk\",outcome=\"failed\"} 1\n",
        "figured_feed_freshness_seconds_bucket{le=\"120.0\"} 1\n",
        "figured_item_to_alert_seconds_sum 90\n", "figured_ledger_commit_seconds_count 1\n",
        "figured_config_last_reload_successful 1\n", "figured_pages_total{result=\"read\"} 1\n",
        "figured_log_lines_total{priority=\"notice\"} 1\n", "# UNIT figured_fetch_bytes bytes\n"})
    EXPECT_THAT(text, HasSubstr(line));
  EXPECT_EQ(metrics.sums().polls, 2U);
  EXPECT_EQ(metrics.sums().articles, 6U);
  EXPECT_EQ(metrics.sums().delivered, 1U);
}

TEST(DaemonMetricsTest, PromtoolFindsNothingToSay) {
  if (!std::filesystem::exists(kPromtool)) GTEST_SKIP() << "there is no promtool";
  const tests::TempFolder folder;
  DaemonMetrics metrics;
  fill(metrics);
  std::ofstream(folder.path("metrics")) << metrics.render(MetricFormat::kClassic);
  ChildProcess check(
      {"/bin/sh", "-c", std::string(kPromtool) + " check metrics < " + folder.path("metrics")});
  EXPECT_EQ(check.wait_for_end(), 0) << check.said();
  EXPECT_EQ(check.said(), "");
}

// promtool reads OpenMetrics where it makes blocks of history of it, which have times.
TEST(DaemonMetricsTest, PrometheusReadsOpenMetrics) {
  if (!std::filesystem::exists(kPromtool)) GTEST_SKIP() << "there is no promtool";
  const tests::TempFolder folder;
  DaemonMetrics metrics;
  fill(metrics);
  std::istringstream lines(metrics.render(MetricFormat::kOpenMetrics));
  std::ofstream dated(folder.path("metrics"));
  for (std::string line; std::getline(lines, line);)
    dated << line << (line.starts_with('#') ? "" : " 1790000000") << '\n';
  dated.close();
  ChildProcess take({kPromtool, "tsdb", "create-blocks-from", "openmetrics", folder.path("metrics"),
                     folder.path("blocks")});
  EXPECT_EQ(take.wait_for_end(), 0) << take.said();
}

// --- what is shipped beside it

std::set<std::string> metrics_named_in(const std::string& file) {
  std::set<std::string> names;
  const std::string text = read(std::string(FIGURED_MONITORING) + "/" + file);
  const std::regex name("(figured|process)_[a-z_]+");
  for (auto it = std::sregex_iterator(text.begin(), text.end(), name); it != std::sregex_iterator();
       ++it)
    names.insert(it->str());
  return names;
}

std::set<std::string> metrics_rendered() {
  DaemonMetrics metrics;
  fill(metrics);
  std::set<std::string> names;
  std::istringstream lines(metrics.render(MetricFormat::kOpenMetrics));
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with('#')) names.insert(line.substr(0, line.find_first_of(" {")));
  return names;
}

class ShippedTest : public testing::TestWithParam<std::string> {};

TEST_P(ShippedTest, NamesOnlyMetricsThatFiguredHas) {
  const auto rendered = metrics_rendered();
  const auto named = metrics_named_in(GetParam());
  EXPECT_FALSE(named.empty());
  for (const std::string& name : named) EXPECT_TRUE(rendered.contains(name)) << name;
}

INSTANTIATE_TEST_SUITE_P(Files, ShippedTest,
                         testing::Values("figured-dashboard.json", "figured.rules.yml",
                                         "figured.rules.test.yml"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::replace(name.begin(), name.end(), '.', '_');
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(DocumentedTest, EveryMetricStandsInTheOperatorsPage) {
  const std::string page = read(std::string(FIGURED_MONITORING) + "/../docs/operations.md");
  const std::regex part("_(bucket|sum|count)$");
  for (const std::string& name : metrics_rendered())
    EXPECT_THAT(page, HasSubstr(std::regex_replace(name, part, ""))) << name;
}

TEST(DocumentedTest, EveryEventStandsInTheOperatorsPage) {
  const std::string page = read(std::string(FIGURED_MONITORING) + "/../docs/operations.md");
  for (const EventKind& kind : event_kinds())
    EXPECT_THAT(page, HasSubstr("`" + std::string(kind.name) + "`"));
}

// Every expression of the dashboard, as a rule, with Grafana's variables filled in.
TEST(DashboardTest, PromtoolReadsItsExpressions) {
  if (!std::filesystem::exists(kPromtool)) GTEST_SKIP() << "there is no promtool";
  const tests::TempFolder folder;
  const auto dashboard =
      boost::json::parse(read(std::string(FIGURED_MONITORING) + "/figured-dashboard.json"));
  std::ofstream rules(folder.path("rules.yml"));
  rules << "groups:\n- name: dashboard\n  rules:\n";
  int expressions = 0;
  for (const auto& panel : dashboard.at("panels").as_array()) {
    const auto* targets = panel.as_object().if_contains("targets");
    if (targets == nullptr) continue;
    for (const auto& target : targets->as_array()) {
      std::string expression(target.at("expr").as_string());
      expression = std::regex_replace(expression, std::regex("\\$__rate_interval"), "5m");
      rules << "  - record: dashboard:" << ++expressions << "\n    expr: '" << expression << "'\n";
    }
  }
  rules.close();
  EXPECT_GT(expressions, 40);
  ChildProcess check({kPromtool, "check", "rules", folder.path("rules.yml")});
  EXPECT_EQ(check.wait_for_end(), 0) << check.said();
}

TEST(RulesTest, PromtoolTakesThemAndTheirCasesHold) {
  if (!std::filesystem::exists(kPromtool)) GTEST_SKIP() << "there is no promtool";
  const std::string folder = FIGURED_MONITORING;
  ChildProcess check({kPromtool, "check", "rules", folder + "/figured.rules.yml"});
  EXPECT_EQ(check.wait_for_end(), 0) << check.said();
  ChildProcess cases({kPromtool, "test", "rules", folder + "/figured.rules.test.yml"});
  EXPECT_EQ(cases.wait_for_end(), 0) << cases.said();
}

}  // namespace
}  // namespace figured::daemon
