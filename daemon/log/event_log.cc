#include "daemon/log/event_log.h"

#include <spdlog/logger.h>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "alerts/alert.h"
#include "alerts/endpoint.h"
#include "daemon/ledger/ledger.h"
#include "daemon/ledger/page_recorder.h"
#include "daemon/log/log_line.h"
#include "daemon/log/log_priority.h"
#include "daemon/log/repeat_fold.h"
#include "daemon/vitals/daemon_metrics.h"
#include "feeds/feed.h"
#include "feeds/feed_poller.h"
#include "feeds/websub/subscription.h"
#include "net/http_client.h"
#include "storage/retention.h"

namespace figured::daemon {
namespace {

LogField text(std::string key, std::string_view value) {
  return {std::move(key), std::string(value)};
}

template <class Number>
LogField count(std::string key, Number value) {
  return {std::move(key), std::to_string(value)};
}

LogField share(std::string key, double value) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%.2f", value);
  return {std::move(key), digits};
}

LogField url_field(std::string key, const std::string& url) {
  return {std::move(key), net::redact_url(url)};
}

LogField feed_field(const feeds::Feed& feed) { return url_field("feed", feed.source.url); }

// 0 is no answer at all.
LogField status_field(int status) { return {"status", status ? std::to_string(status) : ""}; }

std::string outlet_of(const feeds::Feed& feed) {
  if (!feed.source.outlet.empty()) return feed.source.outlet;
  return feed.title.empty() ? net::redact_url(feed.source.url) : feed.title;
}

std::vector<LogField> failure_fields(const feeds::Feed& feed) {
  return {feed_field(feed), text("outlet", feed.source.outlet), status_field(feed.last_status),
          count("failures", feed.failures), text("error", feed.last_error)};
}

bool has(const PollReport& poll, feeds::FeedEvent event) {
  return std::find(poll.events.begin(), poll.events.end(), event) != poll.events.end();
}

Event event_of(alerts::AlertType type) {
  switch (type) {
    case alerts::AlertType::kContradiction:
      return Event::kDisputeOpened;
    case alerts::AlertType::kCorrection:
      return Event::kFigureCorrected;
    case alerts::AlertType::kDisputeWidened:
      return Event::kDisputeWidened;
    case alerts::AlertType::kDisputeSettled:
      return Event::kDisputeSettled;
    case alerts::AlertType::kAlertRetracted:
      return Event::kAlertRetracted;
    case alerts::AlertType::kHeartbeat:
      return Event::kHeartbeat;
    case alerts::AlertType::kFeedFailing:
    case alerts::AlertType::kFeedRecovered:
    case alerts::AlertType::kFeedGone:
      break;
  }
  return Event::kFeedAlert;
}

// By which lines are folded: one endpoint's trouble must not hide another's.
std::string_view subject_of(const LogLine& line) { return field_of(line, "endpoint"); }

LogLine folded_line(const RepeatFold::Folded& folded) {
  const EventKind& kind = kind_of(folded.event);
  return {"… " + std::to_string(folded.lines) +
              " more of these in the last minute: " + std::string(kind.words),
          {text("event", kind_of(Event::kLinesFolded).name), text("of", kind.name),
           text("endpoint", folded.subject), count("lines", folded.lines)}};
}

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace

struct EventLog::State {
  DaemonMetrics metrics;
  std::mutex mutex;
  RepeatFold fold;
};

EventLog::EventLog(std::shared_ptr<spdlog::logger> log)
    : log_(std::move(log)), state_(std::make_unique<State>()) {}

EventLog::~EventLog() {
  for (const auto& folded : state_->fold.take_all())
    log(kind_of(folded.event).priority, folded_line(folded));
}

DaemonMetrics& EventLog::metrics() const { return state_->metrics; }

void EventLog::log(Priority priority, const LogLine& line) const {
  const std::string text = format_log_line(line);
  log_->log(spdlog_level(priority), spdlog::string_view_t(text.data(), text.size()));
  state_->metrics.line_said(priority);
}

void EventLog::say_folded() const {
  std::vector<RepeatFold::Folded> over;
  {
    const std::lock_guard lock(state_->mutex);
    over = state_->fold.take_over(std::chrono::steady_clock::now());
  }
  for (const auto& folded : over) log(kind_of(folded.event).priority, folded_line(folded));
}

// What is not to be said at all counts for nothing.
void EventLog::say(Event event, LogLine line, std::optional<Priority> given) const {
  const EventKind& kind = kind_of(event);
  const Priority priority = given.value_or(kind.priority);
  if (!log_->should_log(spdlog_level(priority))) return;
  {
    const std::lock_guard lock(state_->mutex);
    if (!state_->fold.admit(event, subject_of(line), std::chrono::steady_clock::now()))
      return state_->metrics.line_folded();
  }
  line.words = kind.words;
  line.fields.insert(line.fields.begin(), text("event", kind.name));
  log(priority, line);
}

void EventLog::started(std::string_view version, std::string_view store) const {
  say(Event::kStarted, {"", {text("version", version), text("store", store)}});
}

void EventLog::polling(std::size_t feeds, std::size_t endpoints) const {
  state_->metrics.reloaded(true, feeds::FeedPoller::read_clock());
  say(Event::kPolling, {"", {count("feeds", feeds), count("endpoints", endpoints)}});
}

void EventLog::reloaded(std::size_t feeds, std::size_t endpoints) const {
  state_->metrics.reloaded(true, feeds::FeedPoller::read_clock());
  say(Event::kReloaded, {"", {count("feeds", feeds), count("endpoints", endpoints)}});
}

void EventLog::reload_refused(std::string_view error) const {
  state_->metrics.reloaded(false, {});
  say(Event::kReloadRefused, {"", {text("error", error)}});
}

void EventLog::restart_needed(std::string_view keys) const {
  if (!keys.empty()) say(Event::kRestartNeeded, {"", {text("keys", keys)}});
}

void EventLog::control_unavailable(std::string_view error) const {
  say(Event::kControlUnavailable, {"", {text("error", error)}});
}

void EventLog::paused(std::string_view why) const { say(Event::kPaused, {"", {text("why", why)}}); }

void EventLog::resumed() const { say(Event::kResumed, {}); }

void EventLog::clock_set(std::chrono::seconds by) const {
  state_->metrics.clock_set();
  say(Event::kClockSet, {"", {count("by_s", by.count())}});
}

void EventLog::removed(const storage::Removal& removal) const {
  if (removal.bodies + removal.claims + removal.deliveries + removal.bytes == 0) return;
  say(Event::kRetention,
      {"",
       {count("bodies", removal.bodies), count("claims", removal.claims),
        count("deliveries", removal.deliveries), count("bytes", removal.bytes)}});
}

void EventLog::stopping() const { say(Event::kStopping, {}); }

void EventLog::opening_left() const { say(Event::kOpeningLeft, {}); }

void EventLog::drain_cut_short(std::chrono::milliseconds after) const {
  say(Event::kDrainCutShort, {"", {count("waited_ms", after.count())}});
}

void EventLog::stopped() const { say(Event::kStopped, {}); }

void EventLog::failed(std::string_view error) const {
  say(Event::kFailed, {"", {text("error", error)}});
}

void EventLog::stalled(std::string_view loop, std::chrono::seconds since) const {
  say(Event::kStalled, {"", {text("loop", loop), count("since_s", since.count())}});
}

void EventLog::unstalled(std::string_view loop) const {
  say(Event::kUnstalled, {"", {text("loop", loop)}});
}

void EventLog::memory_short(std::size_t used, std::size_t limit) const {
  say(Event::kMemoryShort,
      {"",
       {text("summary", mebibytes(used) + " are used, " + mebibytes(limit) +
                            " may be (limits.memory); one poll is made at a time")}});
}

void EventLog::memory_enough(std::size_t used) const {
  say(Event::kMemoryEnough, {"", {text("summary", mebibytes(used) + " are used")}});
}

void EventLog::limit_lowered(std::string_view what, std::string_view why) const {
  say(Event::kLimitLowered, {"", {text("limit", what), text("summary", why)}});
}

void EventLog::polled(const PollReport& poll) const {
  state_->metrics.polled(poll);
  tell_change_of_health(poll);
  const feeds::Feed& feed = poll.after;
  if (has(poll, feeds::FeedEvent::kMoved))
    say(Event::kFeedMoved, {"",
                            {text("summary", outlet_of(feed)), feed_field(feed),
                             url_field("address", feed.memory.address)}});
  if (has(poll, feeds::FeedEvent::kMovedBack))
    say(Event::kFeedMovedBack, {"",
                                {text("summary", outlet_of(feed)), feed_field(feed),
                                 url_field("address", poll.before.memory.address)}});
  if (has(poll, feeds::FeedEvent::kMissed))
    say(Event::kArticlesMissed,
        {"", {feed_field(feed), url_field("older_page", feed.memory.older_page)}});
  if (feed.failures > 0) return;
  const bool brought = poll.new_articles + poll.revised_articles > 0;
  say(Event::kFeedRead,
      {"",
       {feed_field(feed), count("new", poll.new_articles), count("revised", poll.revised_articles),
        count("claims", poll.claims)}},
      brought ? Priority::kInfo : Priority::kDebug);
}

// One line a poll at most.
void EventLog::tell_change_of_health(const PollReport& poll) const {
  const auto& [before, after] = std::tie(poll.before, poll.after);
  if (has(poll, feeds::FeedEvent::kGone))
    return say(Event::kFeedGone, {"", {text("summary", outlet_of(after)), feed_field(after)}});
  if (has(poll, feeds::FeedEvent::kFailing)) {
    LogLine line{"", failure_fields(after)};
    line.fields.insert(line.fields.begin(),
                       text("summary", outlet_of(after) + ", " + std::to_string(after.failures) +
                                           " times in a row"));
    return say(Event::kFeedFailing, std::move(line));
  }
  if (has(poll, feeds::FeedEvent::kRecovered))
    return say(Event::kFeedRecovered,
               {"",
                {text("summary", outlet_of(after) + ", after " + std::to_string(before.failures) +
                                     " failures"),
                 feed_field(after), count("failures", before.failures)}});
  if (after.failures > 0) {
    const bool told = before.failures > 0 && before.last_status == after.last_status;
    return say(Event::kFeedFailed, {"", failure_fields(after)},
               told ? Priority::kDebug : Priority::kInfo);
  }
  if (before.failures > 0)
    say(Event::kFeedAnswers, {"", {feed_field(after), count("failures", before.failures)}});
}

void EventLog::page_read(const PageReport& page) const {
  state_->metrics.page_read(page);
  const LogField where = url_field("page", page.page.url);
  const LogField article = count("article", page.page.article_id);
  if (page.superseded) return say(Event::kPageSuperseded, {"", {where, article}});
  if (!page.error)
    return say(Event::kPageRead, {"", {where, article, count("claims", page.claims)}});
  say(Event::kPageNotRead,
      {"",
       {where, article, text("reason", format_page_error_kind(page.error->kind)),
        text("error", page.error->message), count("claims", page.claims)}});
}

void EventLog::page_served(std::string_view address) const {
  say(Event::kPageServed, {"", {text("address", address)}});
}

void EventLog::page_refused(std::string_view address, std::string_view why) const {
  say(Event::kPageRefused, {"", {text("address", address), text("error", why)}});
}

void EventLog::page_failed(std::string_view why) const {
  say(Event::kPageFailed, {"", {text("error", why)}});
}

void EventLog::page_written(std::string_view what) const {
  say(Event::kPageWritten, {"", {text("summary", what)}});
}

void EventLog::pushes_awaited(std::string_view address, std::string_view callback) const {
  say(Event::kPushesAwaited, {"", {text("address", address), text("callback", callback)}});
}

void EventLog::pushes_refused(std::string_view address, std::string_view why) const {
  say(Event::kPushesRefused, {"", {text("address", address), text("error", why)}});
}

void EventLog::subscribed(const feeds::Subscription& subscription) const {
  const bool active = subscription.error.empty();
  LogLine line{"", {url_field("topic", subscription.topic), url_field("hub", subscription.hub)}};
  if (!active) line.fields.push_back(text("error", subscription.error));
  say(active ? Event::kSubscribed : Event::kNotSubscribed, std::move(line));
}

// Of a feed's health its own line has told already.
void EventLog::alert_written(const alerts::Alert& alert) const {
  state_->metrics.alert_written(alert);
  LogLine line{"", {text("summary", alert.summary)}};
  if (alert.dispute_id != 0) line.fields.push_back(count("dispute", alert.dispute_id));
  if (!alerts::is_about_feed(alert.type)) {
    line.fields.push_back(share("severity", alert.severity));
    line.fields.push_back(count("fact", alert.fact_id));
  }
  line.fields.push_back(text("alert", alert.id));
  line.fields.push_back(text("type", format_alert_type(alert.type)));
  say(event_of(alert.type), std::move(line));
}

void EventLog::fell_back(const alerts::Endpoint& from, std::size_t deliveries) const {
  say(Event::kFellBack, {"",
                         {text("endpoint", from.name), text("fallback", from.fallback),
                          count("deliveries", deliveries)}});
}

void EventLog::attempted(const alerts::Attempt& attempt) const {
  state_->metrics.attempted(attempt);
  const LogLine line{"",
                     {text("alert", attempt.alert_id), text("endpoint", attempt.endpoint),
                      status_field(attempt.status), text("error", attempt.error)}};
  switch (attempt.state) {
    case alerts::DeliveryState::kDelivered:
      return say(Event::kDelivered, line);
    case alerts::DeliveryState::kPending:
      return say(Event::kDeliveryFailed, line);
    case alerts::DeliveryState::kDead:
      return say(Event::kDeliveryGivenUp, line);
  }
}

}  // namespace figured::daemon
