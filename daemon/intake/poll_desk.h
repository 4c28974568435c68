// PollDesk takes a fetch to a worker and from there to the ledger, and brings
// back what became of it.  A 304, or no answer at all, goes to the ledger at once, unless
// that is busy: most polls of a day find nothing new.
//
// It does not log and does not schedule.  No more fetches may be under way than
// the workers let wait; the poller's lanes see to that.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <memory>

#include "claims/extractor.h"
#include "daemon/intake/known_articles.h"
#include "daemon/intake/worker_pool.h"
#include "daemon/ledger/ledger_thread.h"
#include "feeds/feed_reader.h"

namespace figured::daemon {

class PollDesk {
 public:
  // All three must outlive the desk.
  PollDesk(const claims::Extractor& extractor, WorkerPool& workers, LedgerThread& ledger)
      : extractor_(extractor), workers_(workers), ledger_(ledger) {}

  // Ends once the poll is committed; cancellation does not end it before.
  boost::asio::awaitable<CommittedPoll> record(std::shared_ptr<const feeds::Fetch> fetch);

 private:
  struct Visit {
    std::shared_ptr<const feeds::Fetch> fetch;
    std::shared_ptr<const ArticleMarks> known;  // before
    std::shared_ptr<const ArticleMarks> marks;  // of what came; empty where nothing did
  };
  void read(Visit& visit, const net::Reply<CommittedPoll>& reply) noexcept;

  const claims::Extractor& extractor_;
  WorkerPool& workers_;
  LedgerThread& ledger_;
  KnownArticles known_;
};

}  // namespace figured::daemon
