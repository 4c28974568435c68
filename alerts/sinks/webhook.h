// The headers and the body of Standard Webhooks, for the sinks that are signed.
#pragma once
#include <string>

#include "alerts/sinks/sinks.h"

namespace figured::alerts {

// The alert's body byte for byte, or {"type":"alert.group",...,"data":{"alerts":[...]}}.
std::string message_body(const Message& message);

// Adds webhook-id, webhook-timestamp and, where the endpoint has secrets,
// webhook-signature over the request's body.
void sign(net::HttpRequest& request, const Endpoint& endpoint, const Message& message, SinkTime at);

}  // namespace figured::alerts
