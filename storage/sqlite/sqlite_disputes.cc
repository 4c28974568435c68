#include "storage/sqlite/sqlite_disputes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "storage/enum_numbers.h"
#include "storage/packing/byte_coding.h"
#include "storage/packing/damaged_rows.h"
#include "storage/packing/verdict_pack.h"
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

std::vector<VerdictRecord> restore_verdicts(const Connection& db, std::int64_t later_claim,
                                            std::string_view bytes) {
  try {
    return unpack_verdicts(later_claim, bytes);
  } catch (const BadBytes& error) {
    tell_damage(db, "the verdicts on claim " + std::to_string(later_claim), error.what());
  }
}

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
  for (std::size_t side = 0; side < dispute.sides.size(); ++side)
    put_side(dispute.id, side, dispute.sides[side], side < stored.size() ? &stored[side] : nullptr);
  if (dispute.sides.size() >= stored.size()) return;
  db_.statement("DELETE FROM dispute_claim WHERE dispute_id = ?1 AND side >= ?2")
      .bind(dispute.id, dispute.sides.size())
      .run();
  db_.statement("DELETE FROM dispute_side WHERE dispute_id = ?1 AND side >= ?2")
      .bind(dispute.id, dispute.sides.size())
      .run();
}

void SqliteDisputes::put_side(std::int64_t dispute_id, std::size_t number, const claims::Side& side,
                              const claims::Side* before) {
  if (before == nullptr || before->low != side.low || before->high != side.high) {
    db_.statement(
           "INSERT OR REPLACE INTO dispute_side (dispute_id, side, low, high) "
           "VALUES (?1, ?2, ?3, ?4)")
        .bind(dispute_id, number, side.low, side.high)
        .run();
  }
  const auto& ids = side.claim_ids;
  const std::vector<std::int64_t> stored =
      before == nullptr ? std::vector<std::int64_t>() : before->claim_ids;
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

// One that was given before is replaced.
void SqliteDisputes::put_verdict(const VerdictRecord& record) {
  if (!pending_.empty() && pending_.front().later_claim != record.later_claim) write();
  if (pending_.empty()) pending_ = verdicts_on(record.later_claim);
  const auto same = std::find_if(pending_.begin(), pending_.end(), [&](const VerdictRecord& each) {
    return each.earlier_claim == record.earlier_claim && each.fact_id == record.fact_id;
  });
  if (same == pending_.end())
    pending_.push_back(record);
  else
    *same = record;
}

void SqliteDisputes::write() {
  if (pending_.empty()) return;
  db_.statement(R"sql(
    INSERT INTO verdict (later_claim, verdicts)
    VALUES (?1, ?2)
    ON CONFLICT DO UPDATE SET verdicts = excluded.verdicts
  )sql")
      .bind(pending_.front().later_claim, Blob{pack_verdicts(pending_)})
      .run();
  pending_.clear();
}

std::vector<VerdictRecord> SqliteDisputes::verdicts_on(std::int64_t later_claim) const {
  Statement row = db_.statement("SELECT verdicts FROM verdict WHERE later_claim = ?1");
  if (!row.bind(later_claim).step()) return {};
  Blob packed;
  row.read(packed);
  return restore_verdicts(db_, later_claim, packed.bytes);
}

// A claim of another fact on a side has its verdicts under that fact.
std::vector<VerdictRecord> SqliteDisputes::verdicts(const claims::Dispute& dispute) const {
  std::set<std::int64_t> standing;
  for (const claims::Side& side : dispute.sides)
    standing.insert(side.claim_ids.begin(), side.claim_ids.end());
  const auto belongs = [&](const VerdictRecord& record) {
    return record.fact_id == dispute.fact_id ||
           (standing.contains(record.earlier_claim) && standing.contains(record.later_claim));
  };
  std::vector<VerdictRecord> records;
  Statement rows = db_.statement(R"sql(
    WITH spoken (claim_id) AS (
      SELECT ?2
      UNION SELECT claim_id FROM fact_claim WHERE fact_id = ?2
      UNION SELECT claim_id FROM dispute_claim WHERE dispute_id = ?1
    )
    SELECT later_claim, verdicts
    FROM spoken
    CROSS JOIN verdict ON later_claim = claim_id
    ORDER BY later_claim
  )sql");
  rows.bind(dispute.id, dispute.fact_id);
  std::int64_t later = 0;
  Blob packed;
  while (rows.step()) {
    rows.read(later, packed);
    std::ranges::copy_if(restore_verdicts(db_, later, packed.bytes), std::back_inserter(records),
                         belongs);
  }
  std::stable_sort(records.begin(), records.end(),
                   [](const VerdictRecord& a, const VerdictRecord& b) {
                     return std::pair(a.later_claim, a.earlier_claim) <
                            std::pair(b.later_claim, b.earlier_claim);
                   });
  return records;
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
