// What Alertmanager posts to its webhook receivers, version 4:
// prometheus.io/docs/alerting/latest/configuration/#webhook_config.
//
// Hundreds of receivers read it; to them figured is an Alertmanager.
#include <boost/json.hpp>
#include <cstdio>

#include "alerts/sinks/alertmanager_labels.h"
#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"
#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

// What "endsAt" is as long as nothing has ended.
constexpr std::string_view kNever = "0001-01-01T00:00:00Z";

// Receivers tell alerts apart by it: FNV-1a of the labels, as Prometheus has it.
std::string fingerprint_of(const json::object& labels) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : json::serialize(labels))
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

std::string_view status_of(const Notice& notice) {
  return is_resolved(notice) ? "resolved" : "firing";
}

json::object told_alert(const Notice& notice) {
  json::object labels = alertmanager_labels(notice);
  const std::string time = claims::format_time(notice.alert.created_at);
  std::string fingerprint = fingerprint_of(labels);
  return {{"status", status_of(notice)},
          {"labels", std::move(labels)},
          {"annotations", alertmanager_annotations(notice)},
          {"startsAt", time},
          {"endsAt", is_resolved(notice) ? json::string(time) : json::string(kNever)},
          {"generatorURL", safe_link(notice)},
          {"fingerprint", std::move(fingerprint)}};
}

// What all alerts have alike.
json::object common(const json::array& alerts, std::string_view name) {
  json::object shared = alerts.front().at(name).as_object();
  for (const json::value& alert : alerts) {
    const json::object& other = alert.at(name).as_object();
    json::object both;
    for (const auto& [key, value] : shared)
      if (const json::value* found = other.if_contains(key); found && *found == value)
        both[key] = value;
    shared = std::move(both);
  }
  return shared;
}

}  // namespace

net::HttpRequest alertmanager_webhook_request(const Endpoint& endpoint, const Message& message) {
  json::array alerts;
  bool firing = false;
  for (const Notice& notice : message.notices) {
    alerts.push_back(told_alert(notice));
    firing = firing || !is_resolved(notice);
  }
  json::object labels = common(alerts, "labels"), annotations = common(alerts, "annotations");
  const json::object group = {{"alertname", alertname_of(message.newest().alert.type)}};
  return post_json(endpoint, json::object{{"version", "4"},
                                          {"groupKey", "{}:" + json::serialize(group)},
                                          {"truncatedAlerts", 0},
                                          {"status", firing ? "firing" : "resolved"},
                                          {"receiver", endpoint.name},
                                          {"groupLabels", group},
                                          {"commonLabels", std::move(labels)},
                                          {"commonAnnotations", std::move(annotations)},
                                          {"externalURL", ""},
                                          {"alerts", std::move(alerts)}});
}

}  // namespace figured::alerts
