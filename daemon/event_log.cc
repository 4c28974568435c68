#include "daemon/event_log.h"

#include <spdlog/logger.h>

#include <cstdio>
#include <optional>
#include <string>
#include <tuple>

#include "alerts/alert.h"
#include "alerts/endpoint.h"
#include "daemon/ledger.h"
#include "daemon/log_line.h"
#include "daemon/page_recorder.h"
#include "feeds/feed.h"
#include "net/http_client.h"
#include "storage/retention.h"

namespace figured::daemon {
namespace {

void say(spdlog::logger& log, spdlog::level::level_enum level, const LogLine& line) {
  const std::string text = format_log_line(line);
  log.log(level, spdlog::string_view_t(text.data(), text.size()));
}

LogField text(std::string key, std::string_view value) {
  return {std::move(key), std::string(value)};
}

LogField count(std::string key, std::size_t value) {
  return {std::move(key), std::to_string(value)};
}

LogField share(std::string key, double value) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%.2f", value);
  return {std::move(key), digits};
}

LogField feed_field(const feeds::Feed& feed) { return {"feed", net::redact_url(feed.source.url)}; }

// 0 is no answer at all.
LogField status_field(int status) { return {"status", status ? std::to_string(status) : ""}; }

LogLine failing_line(const feeds::Feed& feed) {
  return {"feed failed",
          {feed_field(feed), text("outlet", feed.source.outlet), status_field(feed.last_status),
           text("error", feed.last_error)}};
}

LogField url_field(std::string key, const std::string& url) {
  return {std::move(key), net::redact_url(url)};
}

// Those that no other line tells of.
std::optional<LogLine> event_line(const PollReport& poll, feeds::FeedEvent event) {
  const feeds::Feed& feed = poll.after;
  switch (event) {
    case feeds::FeedEvent::kGone:
      return LogLine{"feed gone, it is polled no more", {feed_field(feed)}};
    case feeds::FeedEvent::kMoved:
      return LogLine{"feed moved, its new address is polled",
                     {feed_field(feed), url_field("address", feed.memory.address)}};
    case feeds::FeedEvent::kMovedBack:
      return LogLine{"feed's new address failed, the old one is polled again",
                     {feed_field(feed), url_field("address", poll.before.memory.address)}};
    case feeds::FeedEvent::kMissed:
      return LogLine{"articles were missed",
                     {feed_field(feed), url_field("older_page", feed.memory.older_page)}};
    default:
      return std::nullopt;
  }
}

LogLine read_line(const PollReport& poll) {
  return {"feed read",
          {feed_field(poll.after), count("new", poll.new_articles),
           count("revised", poll.revised_articles), count("claims", poll.claims)}};
}

std::string alert_words(alerts::AlertType type) {
  switch (type) {
    case alerts::AlertType::kContradiction:
      return "contradiction found";
    case alerts::AlertType::kCorrection:
      return "correction found";
    case alerts::AlertType::kDisputeWidened:
      return "dispute widened";
    case alerts::AlertType::kDisputeSettled:
      return "dispute settled";
    case alerts::AlertType::kAlertRetracted:
      return "alert taken back";
    case alerts::AlertType::kHeartbeat:
      return "heartbeat";
    case alerts::AlertType::kFeedFailing:
    case alerts::AlertType::kFeedRecovered:
    case alerts::AlertType::kFeedGone:
      return "feed alert written";
  }
  return "alert";
}

LogLine attempt_line(std::string words, const alerts::Attempt& attempt) {
  return {std::move(words),
          {text("alert", attempt.alert_id), text("endpoint", attempt.endpoint),
           status_field(attempt.status), text("error", attempt.error)}};
}

}  // namespace

void EventLog::started(std::string_view version, std::string_view store) const {
  say(*log_, spdlog::level::info, {"started", {text("version", version), text("store", store)}});
}

void EventLog::polling(std::size_t feeds, std::size_t endpoints) const {
  say(*log_, spdlog::level::info,
      {"polling", {count("feeds", feeds), count("endpoints", endpoints)}});
}

void EventLog::reloaded(std::size_t feeds, std::size_t endpoints) const {
  say(*log_, spdlog::level::info,
      {"configuration reloaded", {count("feeds", feeds), count("endpoints", endpoints)}});
}

void EventLog::reload_refused(std::string_view error) const {
  say(*log_, spdlog::level::err,
      {"configuration refused, the old one stays in force", {text("error", error)}});
}

void EventLog::paused(std::string_view why) const {
  say(*log_, spdlog::level::err, {"intake paused, polls are put off", {text("why", why)}});
}

void EventLog::resumed() const { say(*log_, spdlog::level::info, {"intake resumed", {}}); }

void EventLog::clock_set(std::chrono::seconds by) const {
  say(*log_, spdlog::level::warn,
      {"the clock was set, polls keep their rests", {text("by_s", std::to_string(by.count()))}});
}

void EventLog::removed(const storage::Removal& removal) const {
  if (removal.bodies + removal.claims + removal.deliveries + removal.bytes == 0) return;
  const auto number = [](std::string key, std::int64_t value) {
    return LogField{std::move(key), std::to_string(value)};
  };
  say(*log_, spdlog::level::info,
      {"retention took away",
       {number("bodies", removal.bodies), number("claims", removal.claims),
        number("deliveries", removal.deliveries), number("bytes", removal.bytes)}});
}

void EventLog::stopping() const { say(*log_, spdlog::level::info, {"stopping", {}}); }

void EventLog::drain_cut_short(std::chrono::milliseconds after) const {
  say(*log_, spdlog::level::warn,
      {"deliveries are left for the next start",
       {text("waited_ms", std::to_string(after.count()))}});
}

void EventLog::stopped() const { say(*log_, spdlog::level::info, {"stopped", {}}); }

void EventLog::failed(std::string_view error) const {
  say(*log_, spdlog::level::critical, {"figured cannot go on", {text("error", error)}});
}

void EventLog::polled(const PollReport& poll) const {
  const auto& [before, after] = std::tie(poll.before, poll.after);
  for (const feeds::FeedEvent event : poll.events)
    if (const auto line = event_line(poll, event))
      say(*log_, event == feeds::FeedEvent::kMissed ? spdlog::level::info : spdlog::level::warn,
          *line);
  if (after.failures > 0) {
    const bool told = before.failures > 0 && before.last_status == after.last_status;
    return say(*log_, told ? spdlog::level::debug : spdlog::level::warn, failing_line(after));
  }
  if (before.failures > 0)
    say(*log_, spdlog::level::info,
        {"feed recovered", {feed_field(after), text("failures", std::to_string(before.failures))}});
  const bool brought = poll.new_articles + poll.revised_articles > 0;
  say(*log_, brought ? spdlog::level::info : spdlog::level::debug, read_line(poll));
}

void EventLog::page_read(const PageReport& page) const {
  const LogField where{"page", net::redact_url(page.page.url)};
  const LogField article = text("article", std::to_string(page.page.article_id));
  if (page.superseded) return say(*log_, spdlog::level::debug, {"page no longer wanted", {where}});
  if (!page.error)
    return say(*log_, spdlog::level::info,
               {"page read", {where, article, count("claims", page.claims)}});
  say(*log_, spdlog::level::info,
      {"page not read, the summary has to do",
       {where, article, text("reason", format_page_error_kind(page.error->kind)),
        text("error", page.error->message), count("claims", page.claims)}});
}

void EventLog::alert_written(const alerts::Alert& alert) const {
  if (alerts::is_about_feed(alert.type))
    return say(*log_, spdlog::level::warn,
               {alert_words(alert.type),
                {text("type", format_alert_type(alert.type)), text("alert", alert.id),
                 text("summary", alert.summary)}});
  say(*log_, spdlog::level::warn,
      {alert_words(alert.type),
       {text("type", format_alert_type(alert.type)), text("alert", alert.id),
        text("dispute", std::to_string(alert.dispute_id)), share("severity", alert.severity),
        text("summary", alert.summary)}});
}

void EventLog::fell_back(const alerts::Endpoint& from, std::size_t deliveries) const {
  say(*log_, spdlog::level::warn,
      {"deliveries handed to the fallback",
       {text("endpoint", from.name), text("fallback", from.fallback),
        count("deliveries", deliveries)}});
}

void EventLog::attempted(const alerts::Attempt& attempt) const {
  switch (attempt.state) {
    case alerts::DeliveryState::kDelivered:
      return say(*log_, spdlog::level::info, attempt_line("alert delivered", attempt));
    case alerts::DeliveryState::kPending:
      return say(*log_, spdlog::level::warn, attempt_line("delivery failed", attempt));
    case alerts::DeliveryState::kDead:
      return say(*log_, spdlog::level::err, attempt_line("delivery given up", attempt));
  }
}

}  // namespace figured::daemon
