#include "daemon/ledger/heartbeat.h"

#include <boost/json.hpp>

#include "alerts/endpoint.h"
#include "alerts/envelope.h"
#include "claims/claim_json.h"

namespace figured::daemon {
namespace {

namespace json = boost::json;

json::value time_or_null(std::optional<storage::Seconds> time) {
  return time ? json::value(claims::format_time(*time)) : json::value(nullptr);
}

}  // namespace

void put_heartbeat(storage::Store& store, std::span<const alerts::Endpoint> endpoints,
                   storage::Seconds now) {
  const storage::StoreStatus status = store.status();
  alerts::Alert alert;
  alert.type = alerts::AlertType::kHeartbeat;
  alert.created_at = now;
  std::vector<alerts::DeliveryPlan> plans;
  for (const alerts::Endpoint& endpoint : endpoints)
    if (alerts::wants(endpoint, alert)) plans.push_back({endpoint.name, now, ""});
  if (plans.empty()) return;
  store.reserve_alert(alert);
  alert.summary = "figured is at work";
  alert.body =
      json::serialize(alerts::envelope(alert, {{"severity", 0},
                                               {"summary", alert.summary},
                                               {"last_poll", time_or_null(status.last_poll)},
                                               {"feeds", status.feeds},
                                               {"feeds_failing", status.feeds_failing},
                                               {"disputes_open", status.disputes_open},
                                               {"deliveries_pending", status.deliveries_pending},
                                               {"deliveries_dead", status.deliveries_dead}}));
  store.put_alert(alert, plans);
}

}  // namespace figured::daemon
