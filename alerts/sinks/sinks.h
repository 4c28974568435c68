// Sinks: how a message is put for each kind of endpoint that is reached by HTTP.
//
// Each is a pure function in a file of its own, which names the document that its
// shape is from.  All keep to their service's limits and write the texts of others
// so that they are nothing but text there.
#pragma once
#include <chrono>

#include "alerts/endpoint.h"
#include "alerts/message.h"
#include "net/http_client.h"

namespace figured::alerts {

using SinkTime = std::chrono::sys_seconds;

// The request of an attempt at `at`, by the endpoint's kind.  Requires that the kind
// is_http().
net::HttpRequest sink_request(const Endpoint& endpoint, const Message& message, SinkTime at);

// The body is the alert's own JSON, or {"type":"alert.group",...} of several; signed.
net::HttpRequest webhook_request(const Endpoint& endpoint, const Message& message, SinkTime at);
net::HttpRequest cloudevents_request(const Endpoint& endpoint, const Message& message, SinkTime at);
// What Alertmanager posts to its webhook receivers, version 4.
net::HttpRequest alertmanager_webhook_request(const Endpoint& endpoint, const Message& message);
// What Alertmanager takes: /api/v2/alerts of the server at the endpoint's URL.
net::HttpRequest alertmanager_request(const Endpoint& endpoint, const Message& message);
net::HttpRequest slack_request(const Endpoint& endpoint, const Message& message);
net::HttpRequest discord_request(const Endpoint& endpoint, const Message& message);
net::HttpRequest teams_request(const Endpoint& endpoint, const Message& message);
net::HttpRequest mattermost_request(const Endpoint& endpoint, const Message& message);
net::HttpRequest ntfy_request(const Endpoint& endpoint, const Message& message);
net::HttpRequest telegram_request(const Endpoint& endpoint, const Message& message);
// The endpoint's own template (payload_template.h).
net::HttpRequest template_request(const Endpoint& endpoint, const Message& message, SinkTime at);

}  // namespace figured::alerts
