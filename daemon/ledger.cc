#include "daemon/ledger.h"

#include <cassert>

#include "daemon/claim_recorder.h"
#include "daemon/failpoint.h"

namespace figured::daemon {
namespace {

storage::PollRecord poll_record(const PollBatch& batch) {
  const feeds::FeedReading& reading = batch.reading;
  return {.feed_id = batch.feed.id,
          .at = batch.at,
          .next_poll = reading.next_poll,
          .status = reading.status,
          .error = reading.error,
          .failures = reading.failures,
          .validators = reading.validators,
          .feed_title = reading.feed_title};
}

PollReport record_batch(storage::Store& store, ClaimRecorder& recorder, const PollBatch& batch,
                        storage::Seconds now) {
  assert(batch.claims.size() == batch.reading.articles.size());
  PollReport report;
  report.before = batch.feed;
  for (std::size_t i = 0; i < batch.reading.articles.size(); ++i) {
    const feeds::Article& article = batch.reading.articles[i];
    const claims::Reading& reading = batch.claims[i];
    const storage::StoredArticle stored =
        store.put_article(batch.feed.id, article, reading.names, now);
    if (stored.novelty == storage::Novelty::kKnown) continue;
    const bool revised = stored.novelty == storage::Novelty::kRevised;
    ++(revised ? report.revised_articles : report.new_articles);
    report.claims += reading.claims.size();
    failpoint("article.put");
    recorder.record(article, stored, reading,
                    revised ? store.retire_claims(stored.id, stored.revision)
                            : std::vector<claims::SourcedClaim>());
  }
  store.put_poll(poll_record(batch));
  report.after = feeds::apply_reading(batch.feed, batch.reading, batch.at,
                                      static_cast<std::int64_t>(report.new_articles));
  return report;
}

}  // namespace

Ledger::Ledger(storage::Store& store, LedgerOptions options)
    : store_(store), options_(std::move(options)) {}

LedgerReport Ledger::record(std::span<const PollBatch> batches, storage::Seconds now) {
  LedgerReport report;
  storage::Transaction transaction(store_);
  ClaimRecorder recorder(store_, options_, now, report.alerts);
  for (const PollBatch& batch : batches) {
    report.polls.push_back(record_batch(store_, recorder, batch, now));
    failpoint("poll.recorded");
  }
  failpoint("polls.written");
  transaction.commit();
  failpoint("polls.committed");
  return report;
}

}  // namespace figured::daemon
