// What an alert says of a feed's health, to people in one line and to programs in
// JSON.  docs/json.md gives the shape.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "alerts/alert.h"

namespace figured::alerts {

// A feed as its alerts tell of it.
struct FeedCause {
  AlertType type = AlertType::kFeedFailing;
  std::int64_t feed_id = 0;
  std::string url;  // secrets taken out
  std::string outlet;
  std::string title;
  int failures = 0;   // in a row; of a recovered feed, those before
  int status = 0;     // of HTTP; 0 = no answer
  std::string code;   // what the last fetch was: "timeout", "http-404", "html-page"
  std::string error;  // a sentence with the next step; "" when recovered
  std::optional<std::chrono::sys_seconds> last_success;
  std::chrono::sys_seconds next_poll;
};

// The alert but for what the store gives it (id, sequence) and its body.
Alert draft_feed_alert(const FeedCause& cause, std::chrono::sys_seconds now);

// The body of a reserved alert; under kMaxBody, whatever servers say of themselves.
std::string feed_alert_body(const Alert& alert, const FeedCause& cause);

}  // namespace figured::alerts
