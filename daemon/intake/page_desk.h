// PageDesk takes what came for a page to a worker and from there to the ledger, and
// brings back what became of it.
//
// It does not log and does not schedule.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <string>

#include "claims/extractor.h"
#include "daemon/intake/worker_pool.h"
#include "daemon/ledger/ledger_thread.h"
#include "daemon/ledger/page_recorder.h"

namespace figured::daemon {

class PageDesk {
 public:
  using Now = std::function<storage::Seconds()>;

  // All three must outlive the desk.
  PageDesk(const claims::Extractor& extractor, WorkerPool& workers, LedgerThread& ledger, Now now)
      : extractor_(extractor), workers_(workers), ledger_(ledger), now_(std::move(now)) {}

  // From the next page on; before the first.
  void adopt_options(LedgerOptions options) {
    options_ = std::make_shared<const LedgerOptions>(std::move(options));
  }

  struct Settled {
    // Where the text may be had instead; then nothing was recorded.
    std::string instead;
    PageReport report;
  };
  // Ends once it is committed; cancellation does not end it before.
  boost::asio::awaitable<Settled> settle(feeds::PageVisit visit);

 private:
  using Batch = std::shared_ptr<const PageBatch>;
  boost::asio::awaitable<Batch> read(std::shared_ptr<const feeds::PageVisit> visit,
                                     std::shared_ptr<const feeds::Article> known);

  const claims::Extractor& extractor_;
  WorkerPool& workers_;
  LedgerThread& ledger_;
  const Now now_;
  std::shared_ptr<const LedgerOptions> options_;
};

}  // namespace figured::daemon
