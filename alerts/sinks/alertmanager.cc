// Prometheus Alertmanager itself: POST /api/v2/alerts, api/v2/openapi.yaml of
// github.com/prometheus/alertmanager (postableAlerts).
//
// Whoever pushes an alert is expected to push it again before it ends.  We tell news
// once, so ours ends after a day by itself, or when the dispute is settled.
#include <boost/json.hpp>

#include "alerts/sinks/alertmanager_labels.h"
#include "alerts/sinks/markup.h"
#include "alerts/sinks/post.h"
#include "alerts/sinks/sinks.h"
#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::chrono::hours kLasts{24};

json::object pushed(const Notice& notice) {
  const auto raised = notice.alert.created_at;
  json::object alert = {
      {"labels", alertmanager_labels(notice)},
      {"annotations", alertmanager_annotations(notice)},
      {"startsAt", claims::format_time(raised)},
      {"endsAt", claims::format_time(is_resolved(notice) ? raised : raised + kLasts)}};
  if (const std::string link = safe_link(notice); !link.empty()) alert["generatorURL"] = link;
  return alert;
}

}  // namespace

net::HttpRequest alertmanager_request(const Endpoint& endpoint, const Message& message) {
  json::array alerts;
  for (const Notice& notice : message.notices) alerts.push_back(pushed(notice));
  return post(endpoint, endpoint.url + "/api/v2/alerts", "application/json",
              json::serialize(alerts));
}

}  // namespace figured::alerts
