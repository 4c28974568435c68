// CloudEvents 1.0 over HTTP, structured mode, several alerts as a batch:
// github.com/cloudevents/spec, cloudevents/formats/json-format.md and
// bindings/http-protocol-binding.md.
//
// It is signed as Standard Webhooks has it: CloudEvents knows no signature.
#include <boost/json.hpp>

#include "alerts/sinks/post.h"
#include "alerts/sinks/webhook.h"
#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

// "source" and "id" together are unique: of one daemon the id alone is.
constexpr std::string_view kSource = "urn:figured";

json::object event_of(const Alert& alert) {
  json::error_code error;
  const json::value body = json::parse(alert.body, error);
  const json::value* data = body.is_object() ? body.get_object().if_contains("data") : nullptr;
  json::object event = {{"specversion", "1.0"},
                        {"id", alert.id},
                        {"source", kSource},
                        {"type", "figured." + std::string(format_alert_type(alert.type))},
                        {"time", claims::format_time(alert.created_at)},
                        {"datacontenttype", "application/json"},
                        {"sequence", std::to_string(alert.sequence)},
                        {"data", data ? *data : json::value(nullptr)}};
  if (alert.dispute_id != 0) event["subject"] = "dispute/" + std::to_string(alert.dispute_id);
  return event;
}

}  // namespace

net::HttpRequest cloudevents_request(const Endpoint& endpoint, const Message& message,
                                     SinkTime at) {
  json::value events = event_of(message.newest().alert);
  if (message.is_group()) {
    json::array batch;
    for (const Notice& notice : message.notices) batch.push_back(event_of(notice.alert));
    events = std::move(batch);
  }
  net::HttpRequest request = post(
      endpoint, endpoint.url,
      message.is_group() ? "application/cloudevents-batch+json" : "application/cloudevents+json",
      json::serialize(events));
  sign(request, endpoint, message, at);
  return request;
}

}  // namespace figured::alerts
