#include "alerts/route.h"

#include <algorithm>

namespace figured::alerts {
namespace {

using std::chrono::sys_seconds;

class Planner {
 public:
  Planner(const Route& route, const Notice& notice, sys_seconds now, const RouteHistory& history)
      : route_(route), notice_(notice), now_(now), history_(history) {}

  DeliveryPlan plan(const std::string& endpoint) const {
    DeliveryPlan plan{endpoint, now_, ""};
    cool_down(plan);
    gather(plan);
    wait_for_digest(plan);
    keep_quiet(plan);
    return plan;
  }

 private:
  // What comes of a dispute meanwhile goes as one.
  void cool_down(DeliveryPlan& plan) const {
    const std::int64_t dispute = notice_.alert.dispute_id;
    if (route_.cooldown.count() == 0 || dispute == 0) return;
    const std::string bundle = route_.name + "/" + std::to_string(dispute);
    if (const auto due = history_.bundle_due(plan.endpoint, bundle)) {
      plan.not_before = *due;
      plan.bundle = bundle;
      return;
    }
    const auto told = history_.last_told(plan.endpoint, dispute);
    if (!told || *told + route_.cooldown <= now_) return;
    plan.not_before = *told + route_.cooldown;
    plan.bundle = bundle;
  }

  void gather(DeliveryPlan& plan) const {
    if (route_.gather.count() == 0 || !plan.bundle.empty()) return;
    plan.bundle = route_.name;
    plan.not_before =
        history_.bundle_due(plan.endpoint, plan.bundle).value_or(now_ + route_.gather);
  }

  void wait_for_digest(DeliveryPlan& plan) const {
    if (route_.digest.empty()) return;
    sys_seconds first = sys_seconds::max();
    for (const DayTime time : route_.digest)
      first = std::min(first, next_at(time, plan.not_before));
    plan.not_before = first;
    plan.bundle = route_.name;
  }

  void keep_quiet(DeliveryPlan& plan) const {
    if (!route_.quiet || notice_.alert.severity >= route_.quiet_below) return;
    if (!is_within(*route_.quiet, plan.not_before)) return;
    plan.not_before = next_at(route_.quiet->to, plan.not_before);
    plan.bundle = route_.name;
  }

  const Route& route_;
  const Notice& notice_;
  const sys_seconds now_;
  const RouteHistory& history_;
};

bool leads_to(const Route& route, const std::string& endpoint) {
  return route.to.empty() ||
         std::find(route.to.begin(), route.to.end(), endpoint) != route.to.end();
}

}  // namespace

std::vector<DeliveryPlan> plan_deliveries(std::span<const Route> routes,
                                          std::span<const Endpoint> endpoints, const Notice& notice,
                                          sys_seconds now, const RouteHistory& history) {
  std::vector<DeliveryPlan> plans;
  for (const Endpoint& endpoint : endpoints) {
    if (!wants(endpoint, notice.alert)) continue;
    std::optional<DeliveryPlan> earliest;
    if (routes.empty()) earliest = DeliveryPlan{endpoint.name, now, ""};
    for (const Route& route : routes) {
      if (!leads_to(route, endpoint.name) || !route.match.matches(notice)) continue;
      DeliveryPlan plan = Planner(route, notice, now, history).plan(endpoint.name);
      if (!earliest || plan.not_before < earliest->not_before) earliest = std::move(plan);
    }
    if (earliest) plans.push_back(*std::move(earliest));
  }
  return plans;
}

}  // namespace figured::alerts
