#include "daemon/vitals/daemon_metrics.h"

#include "alerts/alert.h"
#include "daemon/ledger/ledger.h"
#include "daemon/ledger/page_recorder.h"
#include "daemon/version.h"

namespace figured::daemon {
namespace {

using Bounds = std::vector<double>;

// Of what takes milliseconds: an answer, an attempt, a commit.
const Bounds kShort{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
// Of polls after their time: on time is within a second.
const Bounds kLate{0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900};
// Of news: from a publisher's date to us.
const Bounds kNews{10, 30, 60, 120, 300, 600, 1'800, 3'600, 10'800, 43'200, 86'400};
const Bounds kBatch{1, 2, 4, 8, 16, 32, 64};

double seconds(std::chrono::duration<double> time) { return time.count(); }

std::string_view outcome_name(feeds::PollOutcome outcome) {
  switch (outcome) {
    case feeds::PollOutcome::kChanged:
      return "changed";
    case feeds::PollOutcome::kUnchanged:
      return "unchanged";
    case feeds::PollOutcome::kFailed:
      return "failed";
  }
  return "failed";
}

std::string_view outcome_name(alerts::DeliveryState state) {
  switch (state) {
    case alerts::DeliveryState::kDelivered:
      return "delivered";
    case alerts::DeliveryState::kPending:
      return "failed";
    case alerts::DeliveryState::kDead:
      return "dead";
  }
  return "failed";
}

}  // namespace

DaemonMetrics::DaemonMetrics()
    : polls_(registry_.counters(
          {"figured_polls", "Polls that are stored, by what they brought.", "", {"outcome"}})),
      fetches_(registry_.counters(
          {"figured_fetches", "Answers to polls, by what they were.", "", {"code"}})),
      fetch_bytes_(registry_.counter(
          {"figured_fetch_bytes", "What feeds sent, as it came over the wire.", "bytes"})),
      fetch_time_(registry_.histogram({"figured_fetch_seconds",
                                       "From the beginning of a poll to its answer.",
                                       "seconds",
                                       {},
                                       kShort})),
      lateness_(registry_.histogram({"figured_poll_lateness_seconds",
                                     "From when a feed was due to the beginning of its poll.",
                                     "seconds",
                                     {},
                                     kLate})),
      fetches_put_off_(registry_.counters({"figured_fetches_put_off",
                                           "Fetches that waited for room, by what was short.",
                                           "",
                                           {"why"}})),
      articles_(registry_.counters(
          {"figured_articles", "Articles in the documents that were read.", "", {"novelty"}})),
      freshness_(registry_.histogram({"figured_feed_freshness_seconds",
                                      "From the date of a new article until it was stored.",
                                      "seconds",
                                      {},
                                      kNews})),
      pages_(registry_.counters(
          {"figured_pages", "Web pages of articles, by what came of them.", "", {"result"}})),
      claims_(registry_.counter({"figured_claims", "Claims that were stored."})),
      alerts_(registry_.counters(
          {"figured_alerts", "Alerts that were written, by type.", "", {"type"}})),
      item_to_alert_(registry_.histogram({"figured_item_to_alert_seconds",
                                          "From the date of an article to the alert it caused.",
                                          "seconds",
                                          {},
                                          kNews})),
      deliveries_(registry_.counters({"figured_deliveries",
                                      "Attempts to deliver an alert, by what came of them.",
                                      "",
                                      {"endpoint", "outcome"}})),
      attempt_time_(registry_.histogram({"figured_delivery_attempt_seconds",
                                         "From the beginning of an attempt to its answer.",
                                         "seconds",
                                         {},
                                         kShort})),
      batch_polls_(registry_.histogram({"figured_ledger_batch_polls",
                                        "Polls that were stored in one transaction.",
                                        "",
                                        {},
                                        kBatch})),
      commit_time_(registry_.histogram({"figured_ledger_commit_seconds",
                                        "A transaction of polls, until it was on the disk.",
                                        "seconds",
                                        {},
                                        kShort})),
      clock_jumps_(registry_.counter({"figured_clock_jumps", "How often the clock was set."})),
      reload_ok_(registry_.gauge({"figured_config_last_reload_successful",
                                  "Whether the configuration that was read last is in force."})),
      reload_time_(
          registry_.gauge({"figured_config_last_reload_success_timestamp_seconds",
                           "When it was last taken over, in seconds since 1970.", "seconds"})),
      lines_folded_(registry_.counter(
          {"figured_log_lines_folded", "Lines that were counted instead of said."})) {
  Family<Counter>& verdicts = registry_.counters(
      {"figured_verdicts", "Pairs of claims of one fact, by how they stand.", "", {"relation"}});
  for (std::size_t i = 0; i < verdicts_.size(); ++i)
    verdicts_[i] = &verdicts.with({std::string(format_relation(static_cast<claims::Relation>(i)))});
  Family<Counter>& lines =
      registry_.counters({"figured_log_lines", "Lines of the log.", "", {"priority"}});
  for (int i = static_cast<int>(Priority::kCritical); i <= static_cast<int>(Priority::kDebug); ++i)
    lines_[static_cast<std::size_t>(i)] =
        &lines.with({std::string(format_priority(static_cast<Priority>(i)))});
  registry_.gauges({"figured_build_info", "The version that runs; always 1.", "", {"version"}})
      .with({kVersion})
      .set(1);
}

void DaemonMetrics::polled(const PollReport& poll) {
  polls_.with({std::string(outcome_name(poll.outcome))}).add();
  fetches_.with({poll.code}).add();
  fetch_bytes_.add(poll.bytes);
  fetch_time_.observe(seconds(poll.took));
  lateness_.observe(seconds(poll.lateness));
  articles_.with({"new"}).add(poll.new_articles);
  articles_.with({"revised"}).add(poll.revised_articles);
  articles_.with({"known"}).add(poll.known_articles);
  claims_.add(poll.claims);
  ++sums_.polls;
  sums_.articles += poll.new_articles;
  sums_.claims += poll.claims;
  sums_.lateness += seconds(poll.lateness);
}

void DaemonMetrics::page_read(const PageReport& page) {
  const std::string_view result = page.superseded ? "superseded"
                                  : page.error    ? format_page_error_kind(page.error->kind)
                                                  : "read";
  pages_.with({std::string(result)}).add();
  claims_.add(page.claims);
  sums_.claims += page.claims;
}

void DaemonMetrics::alert_written(const alerts::Alert& alert) {
  alerts_.with({std::string(format_alert_type(alert.type))}).add();
  ++sums_.alerts;
}

void DaemonMetrics::attempted(const alerts::Attempt& attempt) {
  deliveries_.with({attempt.endpoint, std::string(outcome_name(attempt.state))}).add();
  attempt_time_.observe(seconds(attempt.took));
  if (attempt.state == alerts::DeliveryState::kDelivered) ++sums_.delivered;
}

void DaemonMetrics::reloaded(bool taken, std::chrono::sys_seconds at) {
  reload_ok_.set(taken ? 1 : 0);
  if (taken) reload_time_.set(static_cast<double>(at.time_since_epoch().count()));
}

void DaemonMetrics::line_said(Priority priority) noexcept {
  lines_[static_cast<std::size_t>(priority)]->add();
}

void DaemonMetrics::judged(claims::Relation relation) noexcept {
  verdicts_[static_cast<std::size_t>(relation)]->add();
}

void DaemonMetrics::article_aged(std::chrono::seconds age) noexcept {
  freshness_.observe(seconds(age));
}

void DaemonMetrics::alert_aged(std::chrono::seconds age) noexcept {
  item_to_alert_.observe(seconds(age));
}

void DaemonMetrics::committed(std::size_t polls,
                              std::chrono::steady_clock::duration took) noexcept {
  batch_polls_.observe(static_cast<double>(polls));
  commit_time_.observe(seconds(took));
}

}  // namespace figured::daemon
