#include "daemon/ledger/page_recorder.h"

#include <memory>

#include "daemon/ledger/claim_recorder.h"

namespace figured::daemon {
namespace {

using storage::Novelty;
using storage::StoredArticle;

using Ready = std::shared_ptr<storage::ReadyArticle>;

// Of the text whose claims are to be recorded.
StoredArticle put_text(storage::Store& store, const PageBatch& batch, const Ready& ready,
                       storage::Seconds now) {
  const auto& [article_id, revision, url, deadline] = batch.page;
  if (!batch.error) return store.put_full_text(article_id, revision, ready, now);
  const bool latest = store.article(article_id, revision).has_value();
  return {article_id, revision, latest ? Novelty::kRevised : Novelty::kKnown};
}

storage::PageRecord page_record(const PageBatch& batch, const StoredArticle& stored,
                                storage::Seconds now) {
  storage::PageRecord record;
  record.article_id = batch.page.article_id;
  record.revision = batch.page.revision;
  record.at = now;
  record.byline = batch.byline;
  if (batch.error) {
    record.state = storage::PageState::kFailed;
    record.reason = feeds::format_page_error_kind(batch.error->kind);
    record.error = batch.error->message;
  } else {
    record.state = storage::PageState::kRead;
    record.text_revision = stored.revision;
  }
  return record;
}

}  // namespace

PageReport record_page(storage::Store& store, const LedgerOptions& options, const PageBatch& batch,
                       storage::Seconds now) {
  PageReport report{batch.page, false, batch.error, 0, {}};
  const bool had_text = store.has_full_text(batch.page.article_id);
  const Ready ready =
      batch.ready ? batch.ready : store.preparer().prepare(batch.article, batch.claims);
  const StoredArticle stored = put_text(store, batch, ready, now);
  report.superseded = stored.novelty == Novelty::kKnown;
  if (report.superseded) return report;
  ClaimRecorder recorder(store, options, now, report.alerts);
  if (batch.error && had_text) {
    // The page's earlier text says more than the summary; both stand.
    recorder.record(stored, *ready, {});
  } else {
    const auto retired = store.retire_claims(stored.id, stored.revision);
    if (had_text == !batch.error)
      recorder.record(stored, *ready, retired);
    else
      recorder.replace(stored, *ready, retired);
  }
  report.claims = ready->claims.size();
  store.put_page(page_record(batch, stored, now));
  return report;
}

}  // namespace figured::daemon
