#include "storage/sqlite/sqlite_disputes.h"

#include <algorithm>
#include <utility>

#include "storage/enum_numbers.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

claims::Dispute read_dispute(Statement& row) {
  claims::Dispute dispute;
  row.read(dispute.id, dispute.fact_id, dispute.state, dispute.severity, dispute.sequence,
           dispute.opened_at, dispute.changed_at);
  return dispute;
}

}  // namespace

std::vector<claims::Dispute> SqliteDisputes::newest(std::size_t limit) const {
  const Snapshot snapshot(db_);
  std::vector<claims::Dispute> disputes;
  Statement rows = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute
    ORDER BY changed_at DESC, id DESC
    LIMIT ?1
  )sql");
  rows.bind(static_cast<std::int64_t>(limit));
  while (rows.step()) disputes.push_back(read_dispute(rows));
  for (claims::Dispute& dispute : disputes) dispute.sides = sides(dispute.id);
  return disputes;
}

std::optional<claims::Dispute> SqliteDisputes::by_id(std::int64_t id) const {
  const Snapshot snapshot(db_);
  Statement row = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute
    WHERE id = ?1
  )sql");
  if (!row.bind(id).step()) return std::nullopt;
  claims::Dispute dispute = read_dispute(row);
  dispute.sides = sides(id);
  return dispute;
}

std::optional<claims::Dispute> SqliteDisputes::of_fact(std::int64_t fact_id) const {
  const Snapshot snapshot(db_);
  Statement row = db_.statement(R"sql(
    SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
    FROM dispute
    WHERE fact_id = ?1
  )sql");
  if (!row.bind(fact_id).step()) return std::nullopt;
  claims::Dispute dispute = read_dispute(row);
  dispute.sides = sides(dispute.id);
  return dispute;
}

std::optional<claims::Dispute> SqliteDisputes::of_claim(std::int64_t claim_id) const {
  const Snapshot snapshot(db_);
  std::int64_t id = 0;
  {
    Statement row = db_.statement(R"sql(
      SELECT dispute_id
      FROM dispute_claim
      WHERE claim_id = ?1
      ORDER BY dispute_id DESC
      LIMIT 1
    )sql");
    if (!row.bind(claim_id).step()) return std::nullopt;
    row.read(id);
  }
  return by_id(id);
}

std::vector<claims::Side> SqliteDisputes::sides(std::int64_t dispute_id) const {
  std::vector<claims::Side> sides;
  Statement rows = db_.statement(R"sql(
    SELECT low, high
    FROM dispute_side
    WHERE dispute_id = ?1
    ORDER BY side
  )sql");
  rows.bind(dispute_id);
  while (rows.step()) {
    claims::Side& side = sides.emplace_back();
    rows.read(side.low, side.high);
  }
  Statement members = db_.statement(R"sql(
    SELECT side, claim_id
    FROM dispute_claim
    WHERE dispute_id = ?1
    ORDER BY side, place
  )sql");
  members.bind(dispute_id);
  while (members.step()) {
    std::size_t side = 0;
    std::int64_t claim_id = 0;
    members.read(side, claim_id);
    sides.at(side).claim_ids.push_back(claim_id);
  }
  return sides;
}

void SqliteDisputes::put(claims::Dispute& dispute) {
  db_.statement(R"sql(
    INSERT INTO dispute (id, fact_id, state, severity, sequence, opened_at, changed_at)
    VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (id) DO UPDATE
    SET fact_id = excluded.fact_id,
        state = excluded.state,
        severity = excluded.severity,
        sequence = excluded.sequence,
        opened_at = excluded.opened_at,
        changed_at = excluded.changed_at
  )sql")
      .bind(dispute.id, dispute.fact_id, dispute.state, dispute.severity, dispute.sequence,
            dispute.opened_at, dispute.changed_at)
      .run();
  if (dispute.id == 0) dispute.id = db_.last_id();
  put_sides(dispute);
}

void SqliteDisputes::put_sides(const claims::Dispute& dispute) {
  const std::vector<claims::Side> stored = sides(dispute.id);
  for (std::size_t side = 0; side < dispute.sides.size(); ++side) {
    const claims::Side before = side < stored.size() ? stored[side] : claims::Side();
    put_side(dispute.id, side, dispute.sides[side], before.claim_ids);
  }
  db_.statement("DELETE FROM dispute_claim WHERE dispute_id = ?1 AND side >= ?2")
      .bind(dispute.id, dispute.sides.size())
      .run();
  db_.statement("DELETE FROM dispute_side WHERE dispute_id = ?1 AND side >= ?2")
      .bind(dispute.id, dispute.sides.size())
      .run();
}

void SqliteDisputes::put_side(std::int64_t dispute_id, std::size_t number, const claims::Side& side,
                              const std::vector<std::int64_t>& stored) {
  db_.statement(
         "INSERT OR REPLACE INTO dispute_side (dispute_id, side, low, high) "
         "VALUES (?1, ?2, ?3, ?4)")
      .bind(dispute_id, number, side.low, side.high)
      .run();
  const auto& ids = side.claim_ids;
  const auto same = std::mismatch(ids.begin(), ids.end(), stored.begin(), stored.end()).first;
  for (auto place = static_cast<std::size_t>(same - ids.begin()); place < ids.size(); ++place) {
    db_.statement(R"sql(
      INSERT OR REPLACE INTO dispute_claim (dispute_id, side, place, claim_id)
      VALUES (?1, ?2, ?3, ?4)
    )sql")
        .bind(dispute_id, number, place, ids[place])
        .run();
  }
  if (ids.size() >= stored.size()) return;
  db_.statement("DELETE FROM dispute_claim WHERE dispute_id = ?1 AND side = ?2 AND place >= ?3")
      .bind(dispute_id, number, ids.size())
      .run();
}

void SqliteDisputes::put_verdict(const VerdictRecord& record) {
  const claims::Verdict& verdict = record.verdict;
  const std::string tags = join_lines(verdict.tags);
  const std::string passed = join_lines(verdict.passed);
  const std::string missing = join_lines(verdict.missing);
  db_.statement(R"sql(
    INSERT INTO verdict (earlier_claim, later_claim, fact_id, at, relation, severity, score, tags,
                         why, passed, missing)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    ON CONFLICT DO UPDATE
    SET at = excluded.at,
        relation = excluded.relation,
        severity = excluded.severity,
        score = excluded.score,
        tags = excluded.tags,
        why = excluded.why,
        passed = excluded.passed,
        missing = excluded.missing
  )sql")
      .bind(record.earlier_claim, record.later_claim, record.fact_id, record.at, verdict.relation,
            verdict.severity, verdict.score, tags, verdict.why, passed, missing)
      .run();
}

// A claim of another fact on a side has its verdicts under that fact.
std::vector<VerdictRecord> SqliteDisputes::verdicts(const claims::Dispute& dispute,
                                                    std::set<std::int64_t> facts) const {
  std::vector<VerdictRecord> records;
  facts.insert(dispute.fact_id);
  for (const std::int64_t fact_id : facts) read_verdicts(dispute, fact_id, records);
  std::stable_sort(records.begin(), records.end(),
                   [](const VerdictRecord& a, const VerdictRecord& b) {
                     return std::pair(a.later_claim, a.earlier_claim) <
                            std::pair(b.later_claim, b.earlier_claim);
                   });
  return records;
}

void SqliteDisputes::read_verdicts(const claims::Dispute& dispute, std::int64_t fact_id,
                                   std::vector<VerdictRecord>& records) const {
  Statement rows = db_.statement(R"sql(
    SELECT fact_id, earlier_claim, later_claim, at, relation, severity, score, why,
           tags, passed, missing
    FROM verdict
    WHERE fact_id = ?1
      AND (?1 = ?2
           OR (later_claim IN (SELECT claim_id FROM dispute_claim WHERE dispute_id = ?3)
               AND earlier_claim IN (SELECT claim_id FROM dispute_claim WHERE dispute_id = ?3)))
  )sql");
  rows.bind(fact_id, dispute.fact_id, dispute.id);
  while (rows.step()) {
    VerdictRecord& record = records.emplace_back();
    claims::Verdict& verdict = record.verdict;
    std::string tags;
    std::string passed;
    std::string missing;
    rows.read(record.fact_id, record.earlier_claim, record.later_claim, record.at, verdict.relation,
              verdict.severity, verdict.score, verdict.why, tags, passed, missing);
    verdict.tags = split_lines(tags);
    verdict.passed = split_lines(passed);
    verdict.missing = split_lines(missing);
  }
}

// Disputes stay, so the last id is their count.  2 and 4 are settled and dismissed: the
// index is found by these very words.
void SqliteDisputes::count(StoreStatus& status) const {
  static_assert(static_cast<int>(claims::DisputeState::kSettled) == 2 &&
                static_cast<int>(claims::DisputeState::kDismissed) == 4);
  Statement row = db_.statement(R"sql(
    SELECT (SELECT ifnull(max(id), 0) FROM dispute),
           (SELECT count(*) FROM dispute INDEXED BY dispute_open WHERE state NOT IN (2, 4))
  )sql");
  row.step();
  row.read(status.disputes, status.disputes_open);
}

}  // namespace figured::storage
