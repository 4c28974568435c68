// Route: which alerts go where, and when.
//
// Alerts of one fact that all talk of come by the dozen; who is woken for each mutes
// them.  A route may gather what comes within a while into one message, keep a dispute
// quiet for a while after it was told, hold all for a time of the day (a digest), or
// hold what is not severe over the night.
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "alerts/alert_match.h"
#include "alerts/endpoint.h"
#include "alerts/local_time.h"

namespace figured::alerts {

struct Route {
  std::string name;
  AlertMatch match;
  std::vector<std::string> to;       // endpoints; none = all
  std::chrono::seconds gather{0};    // from the first alert on; 0 = each goes alone
  std::chrono::seconds cooldown{0};  // for each dispute, after it was told
  std::vector<DayTime> digest;       // when all that came goes together
  std::optional<DaySpan> quiet;      // what comes within goes when it ends ...
  double quiet_below = 1.01;         // ... if it is less severe than this
};

// What a route must know of the store.
struct RouteHistory {
  // When the bundle that waits for the endpoint will go; empty = none waits.
  std::function<std::optional<std::chrono::sys_seconds>(const std::string& endpoint,
                                                        const std::string& bundle)>
      bundle_due;
  // When the endpoint was last told of the dispute, or will be.
  std::function<std::optional<std::chrono::sys_seconds>(const std::string& endpoint,
                                                        std::int64_t dispute_id)>
      last_told;
};

// Where the alert goes and when: by each route that matches it, to those endpoints that
// want it; of two plans for an endpoint the earlier.  Without any route it goes to all
// at once.
std::vector<DeliveryPlan> plan_deliveries(std::span<const Route> routes,
                                          std::span<const Endpoint> endpoints, const Notice& notice,
                                          std::chrono::sys_seconds now,
                                          const RouteHistory& history);

}  // namespace figured::alerts
