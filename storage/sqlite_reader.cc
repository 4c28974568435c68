#include "storage/sqlite_reader.h"

#include "storage/outbox_audit.h"
#include "storage/sqlite_connection.h"
#include "storage/sqlite_pages.h"
#include "storage/sqlite_retention.h"

namespace figured::storage {

SqliteReader::SqliteReader(Connection& db)
    : db_(db), feeds_(db), facts_(db), disputes_(db), decisions_(db), outbox_(db), endpoints_(db) {}

// The last id is the count of all that ever came, which count(*) would have to read
// the whole table for; what is deleted is counted.
StoreStatus SqliteReader::status() const {
  const Snapshot snapshot(db_);
  StoreStatus status;
  feeds_.count(status);
  disputes_.count(status);
  outbox_.count(status);
  Statement row = db_.statement(R"sql(
    SELECT (SELECT ifnull(max(id), 0) FROM article),
           (SELECT ifnull(max(id), 0) FROM revision),
           (SELECT ifnull(max(id), 0) FROM claim),
           (SELECT ifnull(max(id), 0) FROM fact)
  )sql");
  row.step();
  row.read(status.articles, status.revisions, status.claims, status.facts);
  status.claims -= SqliteRetention::removed_claims(db_);
  SqlitePages(db_).count(status);
  return status;
}

std::optional<DisputeView> SqliteReader::dispute(std::int64_t id) const {
  const Snapshot snapshot(db_);
  std::optional<claims::Dispute> dispute = disputes_.by_id(id);
  if (!dispute) return std::nullopt;
  DisputeView view;
  view.fact = *facts_.by_id(dispute->fact_id);
  view.claims = facts_.claims_of_dispute(id);
  view.verdicts = disputes_.verdicts(*dispute);
  view.decisions = decisions_.of_dispute(id);
  view.dispute = *std::move(dispute);
  return view;
}

std::vector<feeds::Feed> SqliteReader::feeds() const { return feeds_.all(); }

std::vector<FetchRecord> SqliteReader::fetches(std::int64_t feed_id, std::size_t limit) const {
  return feeds_.fetches(feed_id, limit);
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

}  // namespace figured::storage
