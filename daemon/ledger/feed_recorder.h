// Records what a poll changes in its feed: the feed's state, a line of its history,
// and an alert where its health has changed.
//
// It is the ledger's, and works within the ledger's transaction.
#pragma once
#include <vector>

#include "alerts/alert.h"
#include "daemon/ledger/ledger.h"
#include "feeds/poll_conclusion.h"

namespace figured::daemon {

// `alerts` gets what was written.  Returns the feed as it is now.
feeds::Conclusion record_feed(storage::Store& store, const LedgerOptions& options,
                              const PollBatch& batch, const feeds::PollStored& stored,
                              storage::Seconds now, std::vector<alerts::Alert>& alerts);

}  // namespace figured::daemon
