// Alert: what is told of a dispute, or of a feed's health.  Delivery: its way to one endpoint.
//
// An alert is written in the transaction of its cause and has one id for ever,
// which is the receiver's idempotency key.  Its sequence counts all alerts of
// the store, its dispute_sequence those of one dispute, so that a receiver can
// see what it missed.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figured::alerts {

enum class AlertType : std::uint8_t {
  kContradiction,   // figure.contradiction: a dispute was opened or reopened
  kCorrection,      // figure.correction: an outlet changed its own figure
  kDisputeWidened,  // dispute.widened: a value no side had
  kDisputeSettled,  // dispute.settled: one side is left
  kAlertRetracted,  // alert.retracted: what was told is taken back
  kHeartbeat,       // heartbeat: figured is at work
  kFeedFailing,     // feed.failing: a feed cannot be read, several times in a row
  kFeedRecovered,   // feed.recovered: and now it can
  kFeedGone,        // feed.gone: its server says for good; it is polled no more
};

struct Alert {
  std::string id;               // "alr_" and 26 letters and digits; no '.'
  std::int64_t sequence = 0;    // 1, 2, 3 ... over the store
  std::int64_t dispute_id = 0;  // 0 = of no dispute
  std::int64_t fact_id = 0;
  std::int64_t dispute_sequence = 0;  // 1, 2, 3 ... over the dispute
  std::string previous_id;            // of the same dispute; "" for the first
  AlertType type = AlertType::kContradiction;
  double severity = 0;
  std::chrono::sys_seconds created_at;
  std::string summary;  // one line for people
  std::string body;     // the JSON that is posted, byte for byte
};

enum class DeliveryState : std::uint8_t { kPending, kDelivered, kDead };

// Why and when an alert goes to an endpoint.
struct DeliveryPlan {
  std::string endpoint;                   // name in the configuration
  std::chrono::sys_seconds not_before{};  // at once where it is past
  // What waits for one endpoint under one name goes as one message; "" = alone.
  std::string bundle{};
};

// Deliveries to an endpoint are made side by side in lanes; a dispute keeps to one.
struct Lane {
  std::size_t index = 0;
  std::size_t count = 1;
};

struct Delivery {
  std::string endpoint;  // name in the configuration
  Alert alert;
  std::string bundle;      // see DeliveryPlan
  std::string message_id;  // of the message it went in, or goes in; "" = not known yet
  DeliveryState state = DeliveryState::kPending;
  int attempts = 0;
  std::chrono::sys_seconds next_attempt;
  int last_status = 0;  // HTTP status; 0 when there was no answer
  std::string last_error;
  std::optional<std::chrono::sys_seconds> delivered_at;
};

// What came of one attempt.
struct Attempt {
  std::string endpoint;
  std::string alert_id;
  std::chrono::sys_seconds at;
  int status = 0;
  std::string error;                              // "" when delivered
  DeliveryState state = DeliveryState::kPending;  // after the attempt
  std::chrono::sys_seconds next_attempt;          // when still pending
  bool gone = false;                              // the endpoint said so (410): it is disabled
  std::chrono::milliseconds took{0};              // not kept
};

// Whether it is told of a feed; such an alert has no dispute, no fact and no severity.
bool is_about_feed(AlertType type);

std::string_view format_alert_type(AlertType type);
std::optional<AlertType> parse_alert_type(std::string_view name);
std::string_view format_delivery_state(DeliveryState state);
std::optional<DeliveryState> parse_delivery_state(std::string_view name);

}  // namespace figured::alerts
