#include "daemon/ledger/page_recorder.h"

#include "daemon/ledger/claim_recorder.h"

namespace figured::daemon {
namespace {

using storage::Novelty;
using storage::StoredArticle;

// Of the text whose claims are to be recorded.
StoredArticle put_text(storage::Store& store, const PageBatch& batch, storage::Seconds now) {
  const auto& [article_id, revision, url, deadline] = batch.page;
  if (!batch.error)
    return store.put_full_text(article_id, revision, batch.article, batch.claims.names, now);
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
  const StoredArticle stored = put_text(store, batch, now);
  report.superseded = stored.novelty == Novelty::kKnown;
  if (report.superseded) return report;
  ClaimRecorder recorder(store, options, now, report.alerts);
  if (batch.error && had_text) {
    // The page's earlier text says more than the summary; both stand.
    recorder.record(batch.article, stored, batch.claims, {});
  } else {
    const auto retired = store.retire_claims(stored.id, stored.revision);
    if (had_text == !batch.error)
      recorder.record(batch.article, stored, batch.claims, retired);
    else
      recorder.replace(batch.article, stored, batch.claims, retired);
  }
  report.claims = batch.claims.claims.size();
  store.put_page(page_record(batch, stored, now));
  return report;
}

}  // namespace figured::daemon
