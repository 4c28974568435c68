#include "daemon/log/event_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "alerts/alert.h"
#include "daemon/ledger/ledger.h"
#include "daemon/log/log.h"
#include "daemon/vitals/daemon_metrics.h"
#include "storage/retention.h"

namespace figured::daemon {
namespace {

using testing::HasSubstr;

// What is said at the level info, without the time.
std::string said(const std::function<void(const EventLog&)>& say) {
  testing::internal::CaptureStderr();
  say(EventLog(open_log(LogFormat::kConsole, LogLevel::kInfo)));
  const std::string line = testing::internal::GetCapturedStderr();
  return line.empty() ? "" : line.substr(line.find(' ') + 1);
}

struct PollCase {
  std::string name;
  int failures_before;
  int status_before;
  int failures_after;
  int status_after;
  std::size_t new_articles;
  std::vector<feeds::FeedEvent> events;
  std::string said;
};

class PolledTest : public testing::TestWithParam<PollCase> {
 protected:
  static PollReport report() {
    PollReport report;
    report.before.source = {"https://reader:word@a.example/rss?key=1", "Harbour Post", "", {}};
    report.before.failures = GetParam().failures_before;
    report.before.last_status = GetParam().status_before;
    report.after = report.before;
    report.after.failures = GetParam().failures_after;
    report.after.last_status = GetParam().status_after;
    report.after.last_error = GetParam().failures_after ? "no luck" : "";
    report.after.memory.address = "https://user:word@b.example/rss";
    report.new_articles = GetParam().new_articles;
    report.claims = 5;
    report.events = GetParam().events;
    return report;
  }
};

TEST_P(PolledTest, SaysWhatChanged) {
  const std::string text = said([](const EventLog& log) { log.polled(report()); });
  EXPECT_THAT(text, testing::StartsWith(GetParam().said));
  EXPECT_EQ(text.empty(), GetParam().said.empty());
  EXPECT_THAT(text, testing::Not(HasSubstr("word")));
}

using feeds::FeedEvent;

INSTANTIATE_TEST_SUITE_P(
    Cases, PolledTest,
    testing::Values(PollCase{"NothingNew", 0, 200, 0, 304, 0, {}, ""},
                    PollCase{"Articles", 0, 200, 0, 200, 3, {}, "info     feed read feed="},
                    PollCase{"BeginsToFail", 0, 200, 1, 503, 0, {}, "info     feed failed feed="},
                    PollCase{"FailsOn", 1, 503, 2, 503, 0, {}, ""},
                    PollCase{"FailsOtherwise", 1, 503, 2, 0, 0, {}, "info     feed failed feed="},
                    PollCase{"IsFailing",
                             3,
                             503,
                             4,
                             503,
                             0,
                             {FeedEvent::kFailing},
                             "notice   feed failing: Harbour Post, 4 times in a row feed="},
                    PollCase{"Answers", 2, 503, 0, 304, 0, {}, "info     feed answers again feed="},
                    PollCase{"Recovers",
                             4,
                             503,
                             0,
                             304,
                             0,
                             {FeedEvent::kRecovered},
                             "notice   feed recovered: Harbour Post, after 4 failures feed="},
                    PollCase{"IsGone",
                             1,
                             410,
                             2,
                             410,
                             0,
                             {FeedEvent::kGone},
                             "notice   feed gone, it is polled no more: Harbour Post feed="},
                    PollCase{"Moves",
                             0,
                             200,
                             0,
                             304,
                             0,
                             {FeedEvent::kMoved},
                             "notice   feed moved, its new address is polled: Harbour Post feed="}),
    [](const auto& test) { return test.param.name; });

TEST(EventLogTest, AnAlertIsSaidAsASentenceWithItsNumbersBehind) {
  alerts::Alert alert;
  alert.id = "alr_1";
  alert.dispute_id = 7;
  alert.fact_id = 3;
  alert.severity = 0.5;
  alert.summary = "Lowport: 40 or 12?";
  EXPECT_EQ(said([&](const EventLog& log) { log.alert_written(alert); }),
            "notice   figures disagree: Lowport: 40 or 12? dispute=7 severity=0.50 alert=alr_1\n");
}

TEST(EventLogTest, OfACrowdTheFirstAreSaidAndTheRestIsCounted) {
  const std::string text = said([](const EventLog& log) {
    for (int i = 0; i < 234; ++i)
      log.attempted({"desk", "alr_1", {}, 503, "down", alerts::DeliveryState::kPending, {}});
    log.attempted({"pager", "alr_1", {}, 503, "down", alerts::DeliveryState::kPending, {}});
    EXPECT_NE(log.metrics().render(MetricFormat::kClassic).find("lines_folded_total 214\n"),
              std::string::npos);
  });
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 20 + 1 + 1);
  EXPECT_THAT(text, HasSubstr("endpoint=pager"));
  EXPECT_THAT(text, HasSubstr("warning  … 214 more of these in the last minute: delivery failed "
                              "of=delivery-failed endpoint=desk lines=214\n"));
}

TEST(EventLogTest, DisputesAreNeverFolded) {
  const std::string text = said([](const EventLog& log) {
    for (int i = 0; i < 100; ++i) log.alert_written({});
  });
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 100);
}

TEST(EventLogTest, AnAttemptIsSaidByItsOutcome) {
  alerts::Attempt attempt{"desk", "alr_1", {}, 503, "the server answered 503", {}, {}};
  const auto say = [&](alerts::DeliveryState state) {
    attempt.state = state;
    return said([&](const EventLog& log) { log.attempted(attempt); });
  };
  const std::string rest =
      "alert=alr_1 endpoint=desk status=503 error=\"the server answered 503\"\n";
  EXPECT_EQ(say(alerts::DeliveryState::kPending), "warning  delivery failed " + rest);
  EXPECT_EQ(say(alerts::DeliveryState::kDead), "error    delivery given up " + rest);
  attempt.status = 200;
  attempt.error.clear();
  EXPECT_EQ(say(alerts::DeliveryState::kDelivered),
            "info     alert delivered alert=alr_1 endpoint=desk status=200\n");
}

TEST(StoreEventsTest, AreSaidInALine) {
  EXPECT_EQ(said([](const EventLog& log) { log.paused("no room on the disk"); }),
            "error    intake paused, polls are put off why=\"no room on the disk\"\n");
  EXPECT_EQ(said([](const EventLog& log) { log.resumed(); }), "notice   intake resumed\n");
  EXPECT_EQ(said([](const EventLog& log) { log.clock_set(std::chrono::hours(-24)); }),
            "warning  the clock was set, polls keep their rests by_s=-86400\n");
  EXPECT_EQ(said([](const EventLog& log) {
              log.removed({3, 20, 0, 8'192, true});
            }),
            "info     retention took away bodies=3 claims=20 deliveries=0 bytes=8192\n");
  EXPECT_EQ(said([](const EventLog& log) { log.removed({}); }), "");
}

}  // namespace
}  // namespace figured::daemon
