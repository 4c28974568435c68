#include "storage/sqlite_outbox.h"

#include "storage/enum_numbers.h"
#include "storage/random_id.h"
#include "storage/sqlite_connection.h"

namespace figured::storage {
namespace {

void read_alert(Statement& row, int first, alerts::Alert& alert) {
  row.read_from(first, alert.sequence, alert.id, alert.dispute_id, alert.fact_id,
                alert.dispute_sequence, alert.previous_id, alert.type, alert.severity,
                alert.created_at, alert.summary, alert.body);
}

std::vector<alerts::Delivery> read_deliveries(Statement& rows) {
  std::vector<alerts::Delivery> deliveries;
  while (rows.step()) {
    alerts::Delivery& delivery = deliveries.emplace_back();
    rows.read(delivery.endpoint, delivery.state, delivery.attempts, delivery.next_attempt,
              delivery.last_status, delivery.last_error, delivery.delivered_at);
    read_alert(rows, 7, delivery.alert);
  }
  return deliveries;
}

}  // namespace

std::vector<alerts::Alert> SqliteOutbox::newest(std::size_t limit) const {
  std::vector<alerts::Alert> alerts;
  Statement rows = db_.statement(R"sql(
    SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
           type, severity, created_at, summary, body
    FROM alert
    ORDER BY sequence DESC
    LIMIT ?1
  )sql");
  rows.bind(static_cast<std::int64_t>(limit));
  while (rows.step()) read_alert(rows, 0, alerts.emplace_back());
  return alerts;
}

std::vector<alerts::Delivery> SqliteOutbox::deliveries(const std::string& alert_id) const {
  Statement rows = db_.statement(R"sql(
    SELECT d.endpoint, d.state, d.attempts, d.next_attempt, d.last_status, d.last_error,
           d.delivered_at,
           a.sequence, a.id, ifnull(a.dispute_id, 0), ifnull(a.fact_id, 0), a.dispute_sequence,
           a.previous_id, a.type, a.severity, a.created_at, a.summary, a.body
    FROM alert a
    JOIN delivery d ON d.sequence = a.sequence
    WHERE a.id = ?1
    ORDER BY d.endpoint
  )sql");
  rows.bind(alert_id);
  return read_deliveries(rows);
}

std::vector<alerts::Delivery> SqliteOutbox::due(const std::string& endpoint, Seconds now,
                                                std::size_t limit) const {
  Statement rows = db_.statement(R"sql(
    SELECT d.endpoint, d.state, d.attempts, d.next_attempt, d.last_status, d.last_error,
           d.delivered_at,
           a.sequence, a.id, ifnull(a.dispute_id, 0), ifnull(a.fact_id, 0), a.dispute_sequence,
           a.previous_id, a.type, a.severity, a.created_at, a.summary, a.body
    FROM delivery d
    CROSS JOIN alert a ON a.sequence = d.sequence
    WHERE d.endpoint = ?1
      AND d.state = 0
      AND d.next_attempt <= ?2
      AND (d.dispute_id = 0
           OR NOT EXISTS (SELECT 1
                          FROM delivery e
                          WHERE e.endpoint = ?1
                            AND e.state = 0
                            AND e.dispute_id = d.dispute_id
                            AND e.sequence < d.sequence))
    ORDER BY d.sequence
    LIMIT ?3
  )sql");
  rows.bind(endpoint, now, static_cast<std::int64_t>(limit));
  return read_deliveries(rows);
}

// Those that wait behind an older one of their dispute do not count: asking
// again when they are due would bring nothing.
std::optional<Seconds> SqliteOutbox::next(const std::string& endpoint) const {
  Statement row = db_.statement(R"sql(
    SELECT min(d.next_attempt)
    FROM delivery d
    WHERE d.endpoint = ?1
      AND d.state = 0
      AND (d.dispute_id = 0
           OR NOT EXISTS (SELECT 1
                          FROM delivery e
                          WHERE e.endpoint = ?1
                            AND e.state = 0
                            AND e.dispute_id = d.dispute_id
                            AND e.sequence < d.sequence))
  )sql");
  row.bind(endpoint).step();
  std::optional<Seconds> next;
  row.read(next);
  return next;
}

// The row is made at once, so that the next alert of the same transaction
// counts on from it.
void SqliteOutbox::reserve(alerts::Alert& alert) {
  alert.id = random_id("alr_");
  place_in_dispute(alert);
  db_.statement(R"sql(
    INSERT INTO alert (id, dispute_id, fact_id, dispute_sequence, previous_id, type, severity,
                       created_at, summary, body)
    VALUES (?1, nullif(?2, 0), nullif(?3, 0), ?4, ?5, ?6, ?7, ?8, '', '')
  )sql")
      .bind(alert.id, alert.dispute_id, alert.fact_id, alert.dispute_sequence, alert.previous_id,
            alert.type, alert.severity, alert.created_at)
      .run();
  alert.sequence = db_.last_id();
}

void SqliteOutbox::place_in_dispute(alerts::Alert& alert) const {
  alert.dispute_sequence = 0;
  alert.previous_id.clear();
  if (alert.dispute_id == 0) return;
  Statement row = db_.statement(R"sql(
    SELECT dispute_sequence, id
    FROM alert
    WHERE dispute_id = ?1
    ORDER BY dispute_sequence DESC
    LIMIT 1
  )sql");
  if (row.bind(alert.dispute_id).step()) row.read(alert.dispute_sequence, alert.previous_id);
  ++alert.dispute_sequence;
}

void SqliteOutbox::put(const alerts::Alert& alert, std::span<const std::string> endpoints) {
  const int changed =
      db_.statement(R"sql(
    UPDATE alert
    SET type = ?2, severity = ?3, created_at = ?4, summary = ?5, body = ?6
    WHERE id = ?1
  )sql")
          .bind(alert.id, alert.type, alert.severity, alert.created_at, alert.summary, alert.body)
          .run();
  if (changed == 0) throw StoreError("alert '" + alert.id + "' was not reserved");
  for (const std::string& endpoint : endpoints) put_delivery(alert, endpoint);
}

void SqliteOutbox::put_delivery(const alerts::Alert& alert, const std::string& endpoint) {
  db_.statement(R"sql(
    INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt)
    VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (endpoint, sequence) DO NOTHING
  )sql")
      .bind(endpoint, alert.sequence, alert.dispute_id, alert.created_at)
      .run();
}

void SqliteOutbox::put_attempt(const alerts::Attempt& attempt) {
  const bool pending = attempt.state == alerts::DeliveryState::kPending;
  const bool delivered = attempt.state == alerts::DeliveryState::kDelivered;
  const int changed =
      db_.statement(R"sql(
    UPDATE delivery
    SET state = ?3,
        attempts = attempts + 1,
        next_attempt = iif(?4, ?5, next_attempt),
        last_status = ?6,
        last_error = ?7,
        delivered_at = iif(?8, ?9, delivered_at)
    WHERE endpoint = ?1 AND sequence = (SELECT sequence FROM alert WHERE id = ?2)
  )sql")
          .bind(attempt.endpoint, attempt.alert_id, attempt.state, pending, attempt.next_attempt,
                attempt.status, attempt.error, delivered, attempt.at)
          .run();
  if (changed == 0)
    throw StoreError("an attempt to deliver alert '" + attempt.alert_id + "' to '" +
                     attempt.endpoint + "', where it was not to go");
  log_attempt(attempt);
}

void SqliteOutbox::log_attempt(const alerts::Attempt& attempt) {
  db_.statement(R"sql(
    INSERT INTO attempt (endpoint, sequence, at, status, error, state)
    VALUES (?1, (SELECT sequence FROM alert WHERE id = ?2), ?3, ?4, ?5, ?6)
  )sql")
      .bind(attempt.endpoint, attempt.alert_id, attempt.at, attempt.status, attempt.error,
            attempt.state)
      .run();
}

void SqliteOutbox::count(StoreStatus& status) const {
  Statement row = db_.statement(R"sql(
    SELECT (SELECT ifnull(max(sequence), 0) FROM alert),
           (SELECT count(*) FROM delivery WHERE state = 0),
           (SELECT count(*) FROM delivery WHERE state = 2)
  )sql");
  row.step();
  row.read(status.alerts, status.deliveries_pending, status.deliveries_dead);
}

}  // namespace figured::storage
