#include "daemon/ledger/ledger.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <optional>

#include "daemon/failpoint.h"
#include "daemon/ledger/claim_recorder.h"
#include "daemon/ledger/feed_recorder.h"

namespace figured::daemon {
namespace {

void count(feeds::PollStored& stored, const feeds::Article& article, storage::Novelty novelty) {
  if (novelty == storage::Novelty::kKnown) ++stored.known;
  if (novelty == storage::Novelty::kRevised) ++stored.revised;
  if (novelty != storage::Novelty::kNew) return;
  ++stored.added;
  const auto& date = article.published;
  if (date && (!stored.oldest_added || *date < *stored.oldest_added)) stored.oldest_added = date;
}

// A date ahead of the clock is as good as now.
void tell_age(const LedgerOptions& options, const PollBatch& batch, const feeds::Article& article,
              storage::Seconds now) {
  if (!options.on_article || !batch.feed.last_success || !article.published) return;
  options.on_article(std::max(std::chrono::seconds(0), now - *article.published));
}

void describe(PollReport& report, const PollBatch& batch, const feeds::PollStored& of_poll) {
  report.new_articles = of_poll.added;
  report.revised_articles = of_poll.revised;
  report.known_articles = of_poll.known;
  report.hub = batch.reading.hub;
  report.found_unpushed = found_unpushed_news(batch.reading, of_poll);
  report.outcome = batch.reading.outcome;
  report.code = batch.reading.code;
  report.bytes = batch.reading.bytes;
  report.lateness = batch.reading.lateness;
  report.took = batch.reading.took;
}

bool is_read(const PollBatch& batch, std::size_t i) {
  return batch.claims[i] || (!batch.ready.empty() && batch.ready[i]);
}

// Here only where it was held for known and is not, or nobody has done it before.
std::shared_ptr<storage::ReadyArticle> ready_article(const PollBatch& batch, std::size_t i,
                                                     const claims::Extractor& extractor,
                                                     const storage::Preparer& preparer) {
  if (!batch.ready.empty() && batch.ready[i]) return batch.ready[i];
  const feeds::Article& article = batch.reading.articles[i];
  return preparer.prepare(article,
                          batch.claims[i] ? *batch.claims[i] : read_article(article, extractor));
}

PollReport record_batch(storage::Store& store, const LedgerOptions& options,
                        const claims::Extractor& extractor, ClaimRecorder& recorder,
                        const PollBatch& batch, storage::Seconds now,
                        std::vector<alerts::Alert>& alerts) {
  assert(batch.claims.size() == batch.reading.articles.size());
  PollReport report;
  report.before = batch.feed;
  feeds::PollStored of_poll;
  for (std::size_t i = 0; i < batch.reading.articles.size(); ++i) {
    const feeds::Article& article = batch.reading.articles[i];
    if (!is_read(batch, i) && store.meet_article(batch.feed.id, article, now)) {
      ++of_poll.known;
      continue;
    }
    const auto ready = ready_article(batch, i, extractor, store.preparer());
    const storage::StoredArticle stored =
        store.put_article(batch.feed.id, article, ready, now);
    count(of_poll, article, stored.novelty);
    if (stored.novelty == storage::Novelty::kNew) tell_age(options, batch, article, now);
    if (stored.novelty == storage::Novelty::kKnown) continue;
    const bool revised = stored.novelty == storage::Novelty::kRevised;
    if (article.wants_page) {
      report.pages.push_back(
          {stored.id, stored.revision, article.url, now + options.page_patience});
      store.want_page(stored.id, stored.revision, report.pages.back().deadline);
      continue;
    }
    report.claims += ready->claims.size();
    failpoint("article.put");
    recorder.record(stored, *ready,
                    revised ? store.retire_claims(stored.id, stored.revision)
                            : std::vector<claims::SourcedClaim>());
  }
  describe(report, batch, of_poll);
  feeds::Conclusion conclusion = record_feed(store, options, batch, of_poll, now, alerts);
  report.after = std::move(conclusion.feed);
  report.events = std::move(conclusion.events);
  return report;
}

}  // namespace

Ledger::Ledger(storage::Store& store, LedgerOptions options)
    : store_(store), options_(std::move(options)) {}

LedgerReport Ledger::record(std::span<const PollBatch> batches, storage::Seconds now) {
  LedgerReport report;
  store_.await_facts();
  storage::Transaction transaction(store_);
  ClaimRecorder recorder(store_, options_, now, report.alerts);
  for (const PollBatch& batch : batches) {
    report.polls.push_back(
        record_batch(store_, options_, extractor_, recorder, batch, now, report.alerts));
    failpoint("poll.recorded");
  }
  failpoint("polls.written");
  transaction.commit();
  failpoint("polls.committed");
  return report;
}

}  // namespace figured::daemon
