#include "alerts/sinks/sinks.h"

#include <stdexcept>

namespace figured::alerts {

net::HttpRequest sink_request(const Endpoint& endpoint, const Message& message, SinkTime at) {
  switch (endpoint.kind) {
    case SinkKind::kWebhook:
      return webhook_request(endpoint, message, at);
    case SinkKind::kCloudEvents:
      return cloudevents_request(endpoint, message, at);
    case SinkKind::kTemplate:
      return template_request(endpoint, message, at);
    case SinkKind::kAlertmanagerWebhook:
      return alertmanager_webhook_request(endpoint, message);
    case SinkKind::kAlertmanager:
      return alertmanager_request(endpoint, message);
    case SinkKind::kSlack:
      return slack_request(endpoint, message);
    case SinkKind::kDiscord:
      return discord_request(endpoint, message);
    case SinkKind::kTeams:
      return teams_request(endpoint, message);
    case SinkKind::kMattermost:
      return mattermost_request(endpoint, message);
    case SinkKind::kNtfy:
      return ntfy_request(endpoint, message);
    case SinkKind::kTelegram:
      return telegram_request(endpoint, message);
    case SinkKind::kEmail:
    case SinkKind::kCommand:
      break;
  }
  throw std::logic_error("endpoint '" + endpoint.name + "' is not reached by HTTP");
}

}  // namespace figured::alerts
