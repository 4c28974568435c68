#include "storage/sqlite/dispute_stamps.h"

#include <xxhash.h>

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

// Takes values in; each is set apart from the next.
class Digest {
 public:
  template <typename... Values>
  void add(const Values&... values) {
    (add_one(values), ...);
  }
  // Never 0.
  std::uint64_t value() const { return XXH3_64bits(bytes_.data(), bytes_.size()) | 1; }

 private:
  template <typename Number>
  requires std::is_arithmetic_v<Number>
  void add_one(Number value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void add_one(const std::string& text) {
    add_one(text.size());
    bytes_ += text;
  }
  void add_one(const Blob& blob) {
    add_one(blob.bytes.size());
    bytes_ += blob.bytes;
  }
  template <typename Value>
  void add_one(const std::optional<Value>& value) {
    add_one(value.has_value());
    if (value) add_one(*value);
  }

  std::string bytes_;
};

// Reads each row's columns as these and takes them in.
template <typename... Columns>
void add_rows(Statement& rows, Digest& digest) {
  std::tuple<Columns...> row;
  while (rows.step()) {
    std::apply([&](auto&... columns) { rows.read(columns...); }, row);
    std::apply([&](const auto&... columns) { digest.add(columns...); }, row);
  }
}

// False where there is none.
bool add_head(Connection& db, std::int64_t id, std::int64_t& fact_id, Digest& digest) {
  Statement row = db.statement(R"sql(
    SELECT d.fact_id, d.state, d.severity, d.sequence, d.opened_at, d.changed_at,
           (SELECT max(id) FROM decision INDEXED BY decision_of_dispute WHERE dispute_id = ?1),
           (SELECT max(sequence) FROM alert INDEXED BY alert_of_dispute WHERE dispute_id = ?1),
           (SELECT sum(removed) FROM retention),
           f.label, f.measure, f.subject, f.place
    FROM dispute d
    LEFT JOIN fact f ON f.id = d.fact_id
    WHERE d.id = ?1
  )sql");
  if (!row.bind(id).step()) return false;
  std::int64_t state = 0, sequence = 0, opened_at = 0, changed_at = 0;
  double severity = 0;
  std::optional<std::int64_t> decision, alert, removed;
  std::optional<std::string> label, measure, subject, place;
  row.read(fact_id, state, severity, sequence, opened_at, changed_at, decision, alert, removed,
           label, measure, subject, place);
  digest.add(fact_id, state, severity, sequence, opened_at, changed_at, decision, alert, removed,
             label, measure, subject, place);
  return true;
}

void add_sides(Connection& db, std::int64_t id, Digest& digest) {
  Statement sides =
      db.statement("SELECT side, low, high FROM dispute_side WHERE dispute_id = ?1 ORDER BY side");
  sides.bind(id);
  add_rows<std::int64_t, double, double>(sides, digest);
  Statement members = db.statement(
      "SELECT side, claim_id FROM dispute_claim WHERE dispute_id = ?1 ORDER BY side, place");
  members.bind(id);
  add_rows<std::int64_t, std::int64_t>(members, digest);
}

// The fact's claims and those on sides, and whether they are live.
void add_claims(Connection& db, std::int64_t id, std::int64_t fact_id, Digest& digest) {
  Statement rows = db.statement(R"sql(
    WITH spoken (claim_id) AS (
      SELECT ?2
      UNION SELECT claim_id FROM fact_claim WHERE fact_id = ?2
      UNION SELECT claim_id FROM dispute_claim WHERE dispute_id = ?1
    )
    SELECT claim_id, c.retired
    FROM spoken
    CROSS JOIN reading c ON c.first_claim = (SELECT max(first_claim)
                                             FROM reading
                                             WHERE first_claim <= claim_id)
    ORDER BY claim_id
  )sql");
  rows.bind(id, fact_id);
  add_rows<std::int64_t, std::int64_t>(rows, digest);
}

// Those that SqliteDisputes::verdicts() looks through.
void add_verdicts(Connection& db, std::int64_t id, std::int64_t fact_id, Digest& digest) {
  Statement rows = db.statement(R"sql(
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
  rows.bind(id, fact_id);
  add_rows<std::int64_t, Blob>(rows, digest);
}

void add_deliveries(Connection& db, std::int64_t id, Digest& digest) {
  Statement rows = db.statement(R"sql(
    SELECT d.endpoint, d.sequence, d.state, d.attempts, d.next_attempt, d.last_status,
           d.last_error, d.delivered_at
    FROM alert a INDEXED BY alert_of_dispute
    CROSS JOIN delivery d INDEXED BY delivery_of_alert ON d.sequence = a.sequence
    WHERE a.dispute_id = ?1
    ORDER BY d.sequence, d.endpoint
  )sql");
  rows.bind(id);
  add_rows<std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
           std::string, std::optional<std::int64_t>>(rows, digest);
}

}  // namespace

std::uint64_t stamp_of_dispute(Connection& db, std::int64_t id) {
  const Snapshot snapshot(db);
  Digest digest;
  std::int64_t fact_id = 0;
  if (!add_head(db, id, fact_id, digest)) return 0;
  add_sides(db, id, digest);
  return digest.value();
}

std::uint64_t stamp_of_whole_dispute(Connection& db, std::int64_t id) {
  const Snapshot snapshot(db);
  Digest digest;
  std::int64_t fact_id = 0;
  if (!add_head(db, id, fact_id, digest)) return 0;
  add_sides(db, id, digest);
  add_claims(db, id, fact_id, digest);
  add_verdicts(db, id, fact_id, digest);
  add_deliveries(db, id, digest);
  return digest.value();
}

}  // namespace figured::storage
