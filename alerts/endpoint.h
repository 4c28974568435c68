// Endpoint: where alerts go, as what, and which.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/alert.h"
#include "alerts/payload_template.h"
#include "alerts/retry_schedule.h"
#include "alerts/standard_webhooks.h"

namespace figured::alerts {

// What kind of service an endpoint is; each has its sink (sinks/).
enum class SinkKind : std::uint8_t {
  kWebhook,              // Standard Webhooks, generic JSON
  kCloudEvents,          // CloudEvents 1.0
  kTemplate,             // a body of one's own
  kAlertmanagerWebhook,  // what Alertmanager posts to its receivers
  kAlertmanager,         // an Alertmanager itself
  kSlack,
  kDiscord,
  kTeams,
  kMattermost,
  kNtfy,
  kTelegram,
  kEmail,
  kCommand,
};

// At most `count` messages in any stretch of `per`; count 0 = as many as there are.
struct Rate {
  std::size_t count = 0;
  std::chrono::seconds per{1};
  friend bool operator==(const Rate&, const Rate&) = default;
};

struct Endpoint {
  std::string name;  // by which the store knows its deliveries
  SinkKind kind = SinkKind::kWebhook;
  // Where it is posted to; of email the mail server, smtp:// or smtps://.
  std::string url;
  std::vector<WebhookSecret> secrets;  // none: posts are not signed
  std::string token;            // sent as a bearer; of telegram the bot's, of email the password
  std::string channel;          // of ntfy the topic, of telegram the chat
  std::string user;             // of email
  bool starttls = true;         // of email over smtp://
  std::string from;             // of email: an address
  std::vector<std::string> to;  // of email: addresses
  std::vector<std::string> command;  // program and arguments
  PayloadTemplate payload;           // of kTemplate
  std::string client_certificate;    // PEM files, for servers that ask for one
  std::string client_key;
  double min_severity = 0;       // 0..1; of alerts about disputes
  std::vector<AlertType> types;  // none: all but heartbeats
  std::chrono::milliseconds timeout{20'000};
  std::vector<std::chrono::seconds> retry_first;  // see RetrySchedule
  std::size_t in_flight = 4;                      // messages on the way at a time
  std::optional<Rate> rate;                       // empty: default_rate()
  std::size_t breaker = 5;                        // see CircuitBreaker
  std::chrono::seconds breaker_rest{30};
  std::string fallback;  // endpoint that takes over; "" = none
  std::chrono::seconds fallback_after{std::chrono::minutes(15)};
  std::string user_agent = "figured";
};

// Whether the alert is to be delivered there.
bool wants(const Endpoint& endpoint, const Alert& alert);

bool is_http(SinkKind kind);

// What the service lets through, as it says itself; of a webhook there is no limit.
Rate default_rate(SinkKind kind);

std::string_view format_sink_kind(SinkKind kind);

// What tells one endpoint of a name from another: changes with its kind and address,
// and shows neither.
std::string fingerprint(const Endpoint& endpoint);

}  // namespace figured::alerts
