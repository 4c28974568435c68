#include "storage/sqlite/sqlite_listings.h"

#include <limits>

#include "storage/enum_numbers.h"
#include "storage/sqlite/dispute_stamps.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_facts.h"

namespace figured::storage {
namespace {

constexpr std::int64_t kNoBound = std::numeric_limits<std::int64_t>::max();

std::vector<claims::Dispute> read_disputes(Statement& rows) {
  std::vector<claims::Dispute> disputes;
  while (rows.step()) {
    claims::Dispute& dispute = disputes.emplace_back();
    rows.read(dispute.id, dispute.fact_id, dispute.state, dispute.severity, dispute.sequence,
              dispute.opened_at, dispute.changed_at);
  }
  return disputes;
}

std::optional<claims::Dispute> read_first(Statement& rows) {
  auto found = read_disputes(rows);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<std::int64_t> read_ids(Statement& rows) {
  std::vector<std::int64_t> ids;
  while (rows.step()) rows.read(ids.emplace_back());
  return ids;
}

// ?1 sequences below, ?2 how many, ?3 state or null, ?4 endpoint or '', ?5 dispute.
constexpr char kAllAlerts[] = R"sql(
  SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
         type, severity, created_at, summary
  FROM alert
  WHERE sequence < ?1
  ORDER BY sequence DESC
  LIMIT ?2
)sql";

constexpr char kAlertsOfDispute[] = R"sql(
  SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
         type, severity, created_at, summary
  FROM alert INDEXED BY alert_of_dispute
  WHERE dispute_id = ?5 AND sequence < ?1
    AND ((?3 IS NULL AND ?4 = '') OR EXISTS (
      SELECT 1 FROM delivery INDEXED BY delivery_of_alert
      WHERE delivery.sequence = alert.sequence AND (?3 IS NULL OR state = ?3)
        AND (?4 = '' OR endpoint = ?4)))
  ORDER BY dispute_sequence DESC
  LIMIT ?2
)sql";

constexpr char kAlertsToldOf[] = R"sql(
  SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
         type, severity, created_at, summary
  FROM alert
  WHERE sequence < ?1
    AND EXISTS (
      SELECT 1 FROM delivery INDEXED BY delivery_of_alert
      WHERE delivery.sequence = alert.sequence AND (?3 IS NULL OR state = ?3)
        AND (?4 = '' OR endpoint = ?4))
  ORDER BY sequence DESC
  LIMIT ?2
)sql";

}  // namespace

std::vector<claims::Dispute> SqliteListings::disputes_behind(const DisputeMark& mark,
                                                             std::size_t limit) const {
  Statement rows = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute INDEXED BY dispute_by_change
    WHERE (changed_at, id) < (?1, ?2)
    ORDER BY changed_at DESC, id DESC
    LIMIT ?3
  )sql");
  rows.bind(mark.changed_at, mark.id, static_cast<std::int64_t>(limit));
  return read_disputes(rows);
}

// 2 and 4 are settled and dismissed, as in SqliteDisputes::count.
std::vector<claims::Dispute> SqliteListings::standing_disputes_behind(const DisputeMark& mark,
                                                                      std::size_t limit) const {
  Statement rows = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute INDEXED BY dispute_by_change
    WHERE (changed_at, id) < (?1, ?2) AND state NOT IN (2, 4)
    ORDER BY changed_at DESC, id DESC
    LIMIT ?3
  )sql");
  rows.bind(mark.changed_at, mark.id, static_cast<std::int64_t>(limit));
  return read_disputes(rows);
}

std::size_t SqliteListings::standing_disputes() const {
  Statement row = db_.statement(
      "SELECT count(*) FROM dispute INDEXED BY dispute_open WHERE state NOT IN (2, 4)");
  std::size_t count = 0;
  row.step();
  row.read(count);
  return count;
}

std::optional<DisputeWords> SqliteListings::words_of_dispute(std::int64_t id) const {
  const Snapshot snapshot(db_);
  std::int64_t fact_id = 0;
  {
    Statement row = db_.statement("SELECT fact_id FROM dispute WHERE id = ?1");
    if (!row.bind(id).step()) return std::nullopt;
    row.read(fact_id);
  }
  DisputeWords words;
  if (auto fact = facts_.words_of(fact_id)) {
    words.label = std::move(fact->label);
    words.measure = std::move(fact->measure);
    words.subject = std::move(fact->subject);
    words.place = std::move(fact->place);
  }
  Statement rows = db_.statement(R"sql(
    SELECT DISTINCT o.name
    FROM dispute_claim d
    CROSS JOIN reading c ON c.first_claim = (SELECT max(first_claim)
                                             FROM reading
                                             WHERE first_claim <= d.claim_id)
    CROSS JOIN revision r ON r.id = c.revision_id
    CROSS JOIN article a ON a.id = r.article_id
    CROSS JOIN outlet o ON o.id = a.outlet_id
    WHERE d.dispute_id = ?1
  )sql");
  rows.bind(id);
  while (rows.step()) rows.read(words.outlets.emplace_back());
  return words;
}

std::uint64_t SqliteListings::dispute_stamp(std::int64_t id) const {
  return stamp_of_dispute(db_, id);
}

std::uint64_t SqliteListings::whole_dispute_stamp(std::int64_t id) const {
  return stamp_of_whole_dispute(db_, id);
}

std::vector<claims::Dispute> SqliteListings::disputes_changed(std::chrono::sys_seconds from) const {
  Statement rows = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute INDEXED BY dispute_by_change
    WHERE changed_at >= ?1
  )sql");
  rows.bind(from);
  return read_disputes(rows);
}

std::vector<std::int64_t> SqliteListings::disputes_joined(std::int64_t after) const {
  Statement rows = db_.statement(R"sql(
    SELECT DISTINCT dispute_id
    FROM dispute_claim INDEXED BY dispute_of_claim
    WHERE claim_id > ?1
  )sql");
  rows.bind(after);
  return read_ids(rows);
}

std::optional<claims::Dispute> SqliteListings::dispute_head(std::int64_t id) const {
  Statement rows = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute
    WHERE id = ?1
  )sql");
  rows.bind(id);
  return read_first(rows);
}

std::optional<claims::Dispute> SqliteListings::dispute_of_fact(std::int64_t fact_id) const {
  Statement rows = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute
    WHERE fact_id = ?1
  )sql");
  rows.bind(fact_id);
  return read_first(rows);
}

std::optional<std::int64_t> SqliteListings::dispute_of_claim(std::int64_t claim_id) const {
  Statement row = db_.statement(R"sql(
    SELECT max(dispute_id)
    FROM dispute_claim INDEXED BY dispute_of_claim
    WHERE claim_id = ?1
  )sql");
  std::optional<std::int64_t> id;
  if (row.bind(claim_id).step()) row.read(id);
  return id;
}

std::int64_t SqliteListings::last_disputed_claim() const {
  Statement row = db_.statement("SELECT ifnull(max(claim_id), 0) FROM dispute_claim");
  std::int64_t id = 0;
  row.step();
  row.read(id);
  return id;
}

std::vector<alerts::Alert> SqliteListings::alerts_behind(const AlertChoice& choice,
                                                         std::size_t limit) const {
  const bool any = !choice.state && choice.endpoint.empty();
  const char* sql = choice.dispute_id != 0 ? kAlertsOfDispute : any ? kAllAlerts : kAlertsToldOf;
  Statement rows = db_.statement(sql);
  const std::int64_t before = choice.before == 0 ? kNoBound : choice.before;
  const auto count = static_cast<std::int64_t>(limit);
  if (sql == kAllAlerts)
    rows.bind(before, count);
  else if (sql == kAlertsToldOf)
    rows.bind(before, count, choice.state, choice.endpoint);
  else
    rows.bind(before, count, choice.state, choice.endpoint, choice.dispute_id);
  std::vector<alerts::Alert> alerts;
  while (rows.step()) {
    alerts::Alert& alert = alerts.emplace_back();
    rows.read(alert.sequence, alert.id, alert.dispute_id, alert.fact_id, alert.dispute_sequence,
              alert.previous_id, alert.type, alert.severity, alert.created_at, alert.summary);
  }
  return alerts;
}

std::vector<std::int64_t> SqliteListings::articles_behind(std::int64_t before,
                                                          std::size_t limit) const {
  Statement rows = db_.statement(R"sql(
    SELECT id
    FROM article
    WHERE id < ?1
    ORDER BY id DESC
    LIMIT ?2
  )sql");
  rows.bind(before == 0 ? kNoBound : before, static_cast<std::int64_t>(limit));
  return read_ids(rows);
}

}  // namespace figured::storage
