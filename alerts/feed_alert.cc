#include "alerts/feed_alert.h"

#include <boost/json.hpp>

#include "alerts/envelope.h"
#include "alerts/excerpt.h"
#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxText = 600;
constexpr std::size_t kMaxSummary = 400;

json::value or_null(const std::string& text) {
  if (text.empty()) return nullptr;
  return json::value(one_line(text, kMaxText));
}

json::value time_or_null(std::optional<std::chrono::sys_seconds> time) {
  return time ? json::value(claims::format_time(*time)) : json::value(nullptr);
}

std::string summary_of(const FeedCause& cause) {
  const std::string feed = (cause.outlet.empty() ? "Feed" : cause.outlet) + " (" + cause.url + ")";
  switch (cause.type) {
    case AlertType::kFeedRecovered:
      return feed + " can be read again after " + std::to_string(cause.failures) + " failures";
    case AlertType::kFeedGone:
      return feed + " is gone: its server says so for good, and it is polled no more";
    default:
      return feed + " has failed " + std::to_string(cause.failures) +
             " times in a row: " + cause.error;
  }
}

json::object format_feed(const FeedCause& cause) {
  const bool gone = cause.type == AlertType::kFeedGone;
  return {{"id", cause.feed_id},
          {"url", cause.url},
          {"outlet", or_null(cause.outlet)},
          {"title", or_null(cause.title)},
          {"failures", cause.failures},
          {"status", cause.status == 0 ? json::value(nullptr) : json::value(cause.status)},
          {"code", or_null(cause.code)},
          {"error", or_null(cause.error)},
          {"last_success", time_or_null(cause.last_success)},
          {"next_poll", gone ? json::value(nullptr) : time_or_null(cause.next_poll)}};
}

}  // namespace

Alert draft_feed_alert(const FeedCause& cause, std::chrono::sys_seconds now) {
  Alert alert;
  alert.type = cause.type;
  alert.created_at = now;
  alert.summary = one_line(summary_of(cause), kMaxSummary);
  return alert;
}

std::string feed_alert_body(const Alert& alert, const FeedCause& cause) {
  return json::serialize(envelope(alert, {{"severity", nullptr},
                                          {"summary", alert.summary},
                                          {"fact", nullptr},
                                          {"dispute", nullptr},
                                          {"claim", nullptr},
                                          {"against", json::array()},
                                          {"feed", format_feed(cause)}}));
}

}  // namespace figured::alerts
