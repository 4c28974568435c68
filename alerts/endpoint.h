// Endpoint: where alerts are posted to, and which.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "alerts/alert.h"
#include "alerts/retry_schedule.h"
#include "alerts/standard_webhooks.h"

namespace figured::alerts {

struct Endpoint {
  std::string name;  // by which the store knows its deliveries
  std::string url;
  std::vector<WebhookSecret> secrets;  // none: posts are not signed
  double min_severity = 0;             // 0..1
  std::vector<AlertType> types;        // none: all
  std::chrono::milliseconds timeout{20'000};
  std::vector<std::chrono::seconds> retry_first;  // see RetrySchedule
  std::string user_agent = "figured";
};

// Whether the alert is to be delivered there.
bool wants(const Endpoint& endpoint, const Alert& alert);

}  // namespace figured::alerts
