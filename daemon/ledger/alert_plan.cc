#include "daemon/ledger/alert_plan.h"

namespace figured::daemon {

std::vector<alerts::DeliveryPlan> plan_alert(const storage::Store& store,
                                             const LedgerOptions& options,
                                             const alerts::Notice& notice, storage::Seconds now) {
  const alerts::RouteHistory history{
      [&store](const std::string& endpoint, const std::string& bundle) {
        return store.bundle_due(endpoint, bundle);
      },
      [&store](const std::string& endpoint, std::int64_t dispute) {
        return store.last_told(endpoint, dispute);
      }};
  return alerts::plan_deliveries(options.routes, options.endpoints, notice, now, history);
}

}  // namespace figured::daemon
