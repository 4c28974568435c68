#include "storage/sqlite/sqlite_reader.h"

#include <utility>

#include "storage/outbox_audit.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_pages.h"

namespace figured::storage {

SqliteReader::SqliteReader(Connection& db)
    : db_(db),
      texts_(db),
      feeds_(db),
      subscriptions_(db),
      facts_(db, texts_),
      disputes_(db),
      decisions_(db),
      outbox_(db),
      endpoints_(db),
      listings_(db, facts_),
      search_(db, texts_),
      history_(db, texts_) {}

// Articles and revisions stay, so the last id is their count, which count(*) would have
// to read the whole table for.
StoreStatus SqliteReader::status() const {
  const Snapshot snapshot(db_);
  StoreStatus status;
  feeds_.count(status);
  disputes_.count(status);
  outbox_.count(status);
  facts_.count(status);
  Statement row = db_.statement(R"sql(
    SELECT (SELECT ifnull(max(id), 0) FROM article),
           (SELECT ifnull(max(id), 0) FROM revision)
  )sql");
  row.step();
  row.read(status.articles, status.revisions);
  SqlitePages::count(db_, status);
  return status;
}

std::optional<DisputeView> SqliteReader::dispute(std::int64_t id) const {
  const Snapshot snapshot(db_);
  std::optional<DisputeView> view = listed_dispute(id);
  if (!view) return std::nullopt;
  if (const auto fact = facts_.by_id(view->dispute.fact_id)) view->fact = *fact;
  view->verdicts = disputes_.verdicts(view->dispute);
  return view;
}

std::optional<DisputeView> SqliteReader::listed_dispute(std::int64_t id) const {
  const Snapshot snapshot(db_);
  std::optional<claims::Dispute> dispute = disputes_.by_id(id);
  if (!dispute) return std::nullopt;
  DisputeView view;
  if (auto fact = facts_.words_of(dispute->fact_id)) view.fact = *std::move(fact);
  view.claims = facts_.claims_of_dispute(id);
  view.decisions = decisions_.of_dispute(id);
  view.dispute = *std::move(dispute);
  return view;
}

std::vector<feeds::Feed> SqliteReader::feeds() const { return feeds_.all(); }

std::vector<FetchRecord> SqliteReader::fetches(std::int64_t feed_id, std::size_t limit) const {
  return feeds_.fetches(feed_id, limit);
}

std::vector<feeds::Subscription> SqliteReader::subscriptions() const {
  return subscriptions_.all();
}

std::vector<claims::Dispute> SqliteReader::disputes(std::size_t limit) const {
  return disputes_.newest(limit);
}

std::vector<claims::Fact> SqliteReader::facts() const { return facts_.all(); }

std::vector<alerts::Alert> SqliteReader::alerts(std::size_t limit) const {
  return outbox_.newest(limit);
}

std::vector<alerts::Delivery> SqliteReader::deliveries(const std::string& alert_id) const {
  return outbox_.deliveries(alert_id);
}

std::optional<alerts::Alert> SqliteReader::alert(const std::string& id) const {
  return outbox_.by_id(id);
}

std::vector<alerts::Alert> SqliteReader::alerts_of_dispute(std::int64_t dispute_id) const {
  return outbox_.of_dispute(dispute_id);
}

std::vector<alerts::Alert> SqliteReader::alerts_since(Seconds from) const {
  return outbox_.since(from);
}

std::vector<alerts::Attempt> SqliteReader::attempts(const std::string& alert_id) const {
  return outbox_.attempts(alert_id);
}

std::vector<alerts::Delivery> SqliteReader::dead_deliveries(std::size_t limit) const {
  return outbox_.dead(limit);
}

std::vector<EndpointState> SqliteReader::endpoints() const { return endpoints_.all(); }

std::vector<Silence> SqliteReader::silences(Seconds from) const {
  return endpoints_.silences(from);
}

std::vector<std::string> SqliteReader::contradictions_of_outbox() const {
  return audit_outbox(db_);
}

std::vector<PairLabel> SqliteReader::pair_labels() const { return decisions_.labels(); }

std::optional<ArticleView> SqliteReader::article_view(std::int64_t id) const {
  const Snapshot snapshot(db_);
  return search_.article(id);
}

std::optional<ArticleHistory> SqliteReader::article_history(std::int64_t id) const {
  const Snapshot snapshot(db_);
  return history_.of_article(id);
}

std::optional<ArticleView> SqliteReader::revision_of_claim(std::int64_t claim_id) const {
  const Snapshot snapshot(db_);
  return history_.of_claim(claim_id);
}

FoundArticles SqliteReader::search(std::span<const std::string> words, std::size_t limit,
                                   std::int64_t before) const {
  const Snapshot snapshot(db_);
  return search_.search(words, limit, before);
}

FoundArticles SqliteReader::carriers(std::int64_t article_id, std::size_t limit) const {
  const Snapshot snapshot(db_);
  return search_.carriers(article_id, limit);
}

std::optional<claims::Fact> SqliteReader::fact(std::int64_t id) const {
  const claims::SharedFact fact = facts_.by_id(id);
  return fact ? std::optional(*fact) : std::nullopt;
}

std::vector<ClaimView> SqliteReader::claims_of_fact(std::int64_t fact_id, std::int64_t after,
                                                    std::size_t limit) const {
  const Snapshot snapshot(db_);
  return history_.of_fact(fact_id, after, limit);
}

FoundFacts SqliteReader::search_facts(std::span<const std::string> words, std::size_t limit) const {
  const Snapshot snapshot(db_);
  return search_.search_facts(words, limit);
}

}  // namespace figured::storage
