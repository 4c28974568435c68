// Of which articles an alert tells, looked up for it when it is made.
#pragma once
#include "alerts/claim_sources.h"
#include "storage/store.h"

namespace figured::web {

// Of a cause whose claims are stored, or are being recorded in this transaction.
alerts::ClaimSources told_articles(const storage::StoreReader& store, const alerts::Cause& cause);

}  // namespace figured::web
