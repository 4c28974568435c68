#include "tests/wire/signed_webhook.h"

#include "alerts/standard_webhooks.h"

namespace figured::wire {

std::vector<net::HttpHeader> signed_headers(const std::string& secret, const std::string& id,
                                            std::chrono::sys_seconds at, const std::string& body) {
  const alerts::WebhookSecret key = alerts::WebhookSecret::parse(secret);
  return {{"webhook-id", id},
          {"webhook-timestamp", std::to_string(at.time_since_epoch().count())},
          {"webhook-signature", alerts::sign_webhook(std::span(&key, 1), id, at, body)}};
}

}  // namespace figured::wire
