// Where an alert goes and when, by the routes of the ledger's options and what the store
// knows of earlier ones.
#pragma once
#include <vector>

#include "alerts/route.h"
#include "daemon/ledger/ledger.h"

namespace figured::daemon {

std::vector<alerts::DeliveryPlan> plan_alert(const storage::Store& store,
                                             const LedgerOptions& options,
                                             const alerts::Notice& notice, storage::Seconds now);

}  // namespace figured::daemon
