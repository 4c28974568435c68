#include "storage/sqlite/sqlite_decisions.h"

#include "storage/enum_numbers.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

std::vector<claims::Decision> SqliteDecisions::of_dispute(std::int64_t dispute_id) const {
  std::vector<claims::Decision> decisions;
  Statement rows = db_.statement(R"sql(
    SELECT kind, reason, note, at
    FROM decision
    WHERE dispute_id = ?1
    ORDER BY id
  )sql");
  rows.bind(dispute_id);
  while (rows.step()) {
    claims::Decision& decision = decisions.emplace_back();
    rows.read(decision.kind, decision.reason, decision.note, decision.at);
  }
  return decisions;
}

std::vector<PairLabel> SqliteDecisions::labels() const {
  std::vector<PairLabel> labels;
  Statement rows = db_.statement(R"sql(
    SELECT earlier_claim, later_claim, dispute_id, same, features
    FROM pair_label
    ORDER BY dispute_id, later_claim, earlier_claim
  )sql");
  while (rows.step()) {
    PairLabel& label = labels.emplace_back();
    rows.read(label.earlier_claim, label.later_claim, label.dispute_id, label.same, label.features);
  }
  return labels;
}

void SqliteDecisions::put(std::int64_t dispute_id, const claims::Decision& decision,
                          std::span<const PairLabel> labels) {
  db_.statement(R"sql(
    INSERT INTO decision (dispute_id, at, kind, reason, note)
    VALUES (?1, ?2, ?3, ?4, ?5)
  )sql")
      .bind(dispute_id, decision.at, decision.kind, decision.reason, decision.note)
      .run();
  db_.statement("DELETE FROM pair_label WHERE dispute_id = ?1").bind(dispute_id).run();
  for (const PairLabel& label : labels) {
    db_.statement(R"sql(
      INSERT INTO pair_label (earlier_claim, later_claim, dispute_id, same, features)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT DO UPDATE
      SET dispute_id = excluded.dispute_id,
          same = excluded.same,
          features = excluded.features
    )sql")
        .bind(label.earlier_claim, label.later_claim, dispute_id, label.same, label.features)
        .run();
  }
}

}  // namespace figured::storage
