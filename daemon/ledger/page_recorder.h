// Records what an article's page brought: the full text as a revision, and the
// claims of it; or the reason why there is none, and the claims of the summary.
//
// A summary waits for its page before its claims are recorded, so a figure that
// stands in both is told once, and neither corrects the other.
#pragma once
#include <cstddef>
#include <vector>

#include "daemon/intake/page_reading.h"
#include "daemon/ledger/ledger.h"

namespace figured::daemon {

// What became of one page.
struct PageReport {
  feeds::WantedPage page;
  // The feed changed the article meanwhile; nothing was written.
  bool superseded = false;
  std::optional<feeds::PageError> error;  // why the summary has to do
  std::size_t claims = 0;
  std::vector<alerts::Alert> alerts;
};

// Works inside the ledger's transaction; `now` is when the page came.
PageReport record_page(storage::Store& store, const LedgerOptions& options, const PageBatch& batch,
                       storage::Seconds now);

}  // namespace figured::daemon
