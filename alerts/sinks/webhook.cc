// Standard Webhooks, github.com/standard-webhooks/standard-webhooks: docs/json.md gives the body.
#include "alerts/sinks/webhook.h"

#include <boost/json.hpp>

#include "alerts/envelope.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"
#include "claims/claim_json.h"

namespace figured::alerts {

namespace json = boost::json;

std::string message_body(const Message& message) {
  if (!message.is_group()) return message.newest().alert.body;
  // Each alert's body byte for byte, as it would have come alone.
  std::string body = "{\"type\":\"alert.group\",\"version\":" + std::to_string(kBodyVersion) +
                     ",\"timestamp\":\"" + claims::format_time(message.newest().alert.created_at) +
                     "\",\"id\":\"" + message.id +
                     "\",\"sequence\":" + std::to_string(message.newest().alert.sequence) +
                     ",\"data\":{\"summary\":" + json::serialize(headline(message, 400)) +
                     ",\"alerts\":[";
  for (std::size_t i = 0; i < message.notices.size(); ++i)
    body += (i == 0 ? "" : ",") + message.notices[i].alert.body;
  return body + "]}}";
}

void sign(net::HttpRequest& request, const Endpoint& endpoint, const Message& message,
          SinkTime at) {
  request.headers.push_back({"webhook-id", message.id});
  request.headers.push_back({"webhook-timestamp", std::to_string(at.time_since_epoch().count())});
  if (!endpoint.secrets.empty())
    request.headers.push_back(
        {"webhook-signature", sign_webhook(endpoint.secrets, message.id, at, request.body)});
}

net::HttpRequest webhook_request(const Endpoint& endpoint, const Message& message, SinkTime at) {
  net::HttpRequest request =
      post(endpoint, endpoint.url, "application/json", message_body(message));
  sign(request, endpoint, message, at);
  return request;
}

}  // namespace figured::alerts
