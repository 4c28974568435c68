#include "storage/sqlite/sqlite_retention.h"

#include <algorithm>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_facts.h"

namespace figured::storage {
namespace {

// Free pages that stay in the file, for ingest to fill again.
constexpr std::int64_t kFreePagesKept = 128;
// Moving a page costs a write or two of it; this is a few milliseconds' worth.
constexpr std::int64_t kPagesAStep = 64;

constexpr auto kNeverTakenForSize = std::chrono::days(1);

// Where the bound of size asks for it, younger rows go too.
std::optional<Seconds> limit(const RetentionPolicy::Kept& kept, bool is_too_large, Seconds now) {
  std::optional<Seconds> before;
  if (kept) before = now - *kept;
  if (is_too_large) before = std::max(before.value_or(Seconds::min()), now - kNeverTakenForSize);
  return before;
}

}  // namespace

Removal SqliteRetention::remove_expired(const RetentionPolicy& policy, Seconds now,
                                        std::int64_t rows) {
  const bool is_too_large = policy.max_size > 0 && used_bytes() > policy.max_size;
  const auto bodies = sweep(Kind::kBodies, R"sql(
    SELECT id, seen FROM revision WHERE id > ?1 ORDER BY id LIMIT ?2
  )sql",
                            limit(policy.bodies, is_too_large, now), rows,
                            [this](std::int64_t id) { return facts_.drop_text(id) ? 1 : 0; });
  // Bodies are the larger and the lesser loss: claims wait until all of them are gone.
  const bool bodies_are_not_enough = is_too_large && bodies.is_done && bodies.removed == 0;
  const auto claims = sweep(Kind::kClaims, R"sql(
    SELECT c.first_claim, r.seen
    FROM reading c
    CROSS JOIN revision r ON r.id = c.revision_id
    WHERE c.first_claim > ?1
    ORDER BY c.first_claim
    LIMIT ?2
  )sql",
                            limit(policy.claims, bodies_are_not_enough, now), rows,
                            [this](std::int64_t first) { return remove_claims(first); });
  const auto deliveries = sweep(Kind::kDeliveries, R"sql(
    SELECT sequence, created_at FROM alert WHERE sequence > ?1 ORDER BY sequence LIMIT ?2
  )sql",
                                limit(policy.deliveries, false, now), rows,
                                [this](std::int64_t id) { return remove_deliveries(id); });
  Removal removal{bodies.removed, claims.removed, deliveries.removed, give_back(), false};
  removal.is_done = bodies.is_done && claims.is_done && deliveries.is_done && removal.bytes == 0;
  return removal;
}

SqliteRetention::Progress SqliteRetention::sweep(
    Kind kind, const char* rows_sql, std::optional<Seconds> before, std::int64_t rows,
    const std::function<std::int64_t(std::int64_t)>& remove) {
  Progress progress;
  if (!before) return progress;
  std::vector<Row> expired;
  {
    Statement found = db_.statement(rows_sql);
    found.bind(cursor(kind), rows);
    while (found.step()) {
      Row row;
      found.read(row.id, row.at);
      if (row.at >= *before) break;
      expired.push_back(row);
    }
  }
  for (const Row& row : expired) progress.removed += remove(row.id);
  if (!expired.empty()) move_cursor(kind, expired.back().id, progress.removed);
  progress.is_done = static_cast<std::int64_t>(expired.size()) < rows;
  return progress;
}

std::int64_t SqliteRetention::cursor(Kind kind) {
  Statement row = db_.statement("SELECT up_to FROM retention WHERE kind = ?1");
  std::int64_t up_to = 0;
  if (row.bind(kind).step()) row.read(up_to);
  return up_to;
}

void SqliteRetention::move_cursor(Kind kind, std::int64_t up_to, std::int64_t removed) {
  db_.statement(R"sql(
    INSERT INTO retention (kind, up_to, removed)
    VALUES (?1, ?2, ?3)
    ON CONFLICT (kind) DO UPDATE SET up_to = excluded.up_to, removed = removed + excluded.removed
  )sql")
      .bind(kind, up_to, removed)
      .run();
}

// Those of a row that are no evidence.
std::int64_t SqliteRetention::remove_claims(std::int64_t first_claim) {
  const std::vector<std::int64_t> removed =
      facts_.remove_claims(first_claim, [this](std::int64_t claim_id, std::int64_t fact_id) {
        return !is_evidence(claim_id, fact_id);
      });
  for (const std::int64_t claim_id : removed) remove_verdicts(claim_id);
  return static_cast<std::int64_t>(removed.size());
}

bool SqliteRetention::is_evidence(std::int64_t claim_id, std::int64_t fact_id) {
  Statement row = db_.statement(R"sql(
    SELECT 1
    WHERE EXISTS (SELECT 1 FROM dispute_claim d WHERE d.claim_id = ?1)
       OR EXISTS (SELECT 1 FROM dispute d WHERE d.fact_id = ?2)
       OR EXISTS (SELECT 1 FROM pair_label l WHERE l.earlier_claim = ?1)
       OR EXISTS (SELECT 1 FROM pair_label l WHERE l.later_claim = ?1)
  )sql");
  return row.bind(claim_id, fact_id).step();
}

// Those where it is the earlier one go with the later.
void SqliteRetention::remove_verdicts(std::int64_t claim_id) {
  db_.statement("DELETE FROM verdict WHERE later_claim = ?1").bind(claim_id).run();
}

// Of an alert, unless it is still to be delivered somewhere.
std::int64_t SqliteRetention::remove_deliveries(std::int64_t sequence) {
  db_.statement(R"sql(
    DELETE FROM attempt
    WHERE (endpoint, sequence) IN (SELECT endpoint, sequence
                                   FROM delivery
                                   WHERE sequence = ?1 AND state <> 0)
  )sql")
      .bind(sequence)
      .run();
  return db_.statement("DELETE FROM delivery WHERE sequence = ?1 AND state <> 0")
      .bind(sequence)
      .run();
}

std::int64_t SqliteRetention::used_bytes() {
  return (db_.pragma("page_count") - db_.pragma("freelist_count")) * db_.pragma("page_size");
}

std::int64_t SqliteRetention::give_back() {
  const std::int64_t spare = db_.pragma("freelist_count") - kFreePagesKept;
  if (spare <= 0) return 0;
  const std::int64_t before = db_.pragma("page_count");
  const std::int64_t pages = std::min(spare, kPagesAStep);
  db_.execute(("PRAGMA incremental_vacuum(" + std::to_string(pages) + ")").c_str());
  return (before - db_.pragma("page_count")) * db_.pragma("page_size");
}

}  // namespace figured::storage
