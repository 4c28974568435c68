#include "storage/sqlite/sqlite_outbox.h"

#include <algorithm>
#include <map>

#include "storage/enum_numbers.h"
#include "storage/random_id.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

void read_alert(Statement& row, int first, alerts::Alert& alert) {
  row.read_from(first, alert.sequence, alert.id, alert.dispute_id, alert.fact_id,
                alert.dispute_sequence, alert.previous_id, alert.type, alert.severity,
                alert.created_at, alert.summary, alert.body);
}

// Rows of the view told_delivery.
std::vector<alerts::Delivery> read_deliveries(Statement& rows) {
  std::vector<alerts::Delivery> deliveries;
  while (rows.step()) {
    alerts::Delivery& delivery = deliveries.emplace_back();
    rows.read(delivery.endpoint, delivery.state, delivery.attempts, delivery.next_attempt,
              delivery.last_status, delivery.last_error, delivery.delivered_at, delivery.bundle,
              delivery.message_id);
    read_alert(rows, 9, delivery.alert);
  }
  return deliveries;
}

// Of a bundle, and in no message yet.
bool is_unbound(const alerts::Delivery& delivery) {
  return !delivery.bundle.empty() && delivery.message_id.empty();
}

// Messages one behind the other, by their first alert.
void stand_together(std::vector<alerts::Delivery>& deliveries) {
  std::map<std::string, std::int64_t> first;
  for (const alerts::Delivery& delivery : deliveries)
    if (!delivery.message_id.empty()) first.emplace(delivery.message_id, delivery.alert.sequence);
  const auto place = [&](const alerts::Delivery& delivery) {
    return delivery.message_id.empty() ? delivery.alert.sequence : first[delivery.message_id];
  };
  std::stable_sort(deliveries.begin(), deliveries.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
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

void SqliteOutbox::each(const std::function<void(const alerts::Alert&)>& visit) const {
  Statement rows = db_.statement(R"sql(
    SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
           type, severity, created_at, summary, body
    FROM alert
    ORDER BY sequence
  )sql");
  while (rows.step()) {
    alerts::Alert alert;
    read_alert(rows, 0, alert);
    visit(alert);
  }
}

std::optional<alerts::Alert> SqliteOutbox::by_id(const std::string& id) const {
  Statement row = db_.statement(R"sql(
    SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
           type, severity, created_at, summary, body
    FROM alert
    WHERE id = ?1
  )sql");
  if (!row.bind(id).step()) return std::nullopt;
  alerts::Alert alert;
  read_alert(row, 0, alert);
  return alert;
}

std::vector<alerts::Alert> SqliteOutbox::of_dispute(std::int64_t dispute_id) const {
  std::vector<alerts::Alert> alerts;
  Statement rows = db_.statement(R"sql(
    SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
           type, severity, created_at, summary, body
    FROM alert
    WHERE dispute_id = ?1
    ORDER BY dispute_sequence
  )sql");
  rows.bind(dispute_id);
  while (rows.step()) read_alert(rows, 0, alerts.emplace_back());
  return alerts;
}

// Sequence and time grow together, but for clocks that were set back.
std::vector<alerts::Alert> SqliteOutbox::since(Seconds from) const {
  std::vector<alerts::Alert> alerts;
  Statement rows = db_.statement(R"sql(
    SELECT sequence, id, ifnull(dispute_id, 0), ifnull(fact_id, 0), dispute_sequence, previous_id,
           type, severity, created_at, summary, body
    FROM alert
    WHERE created_at >= ?1
    ORDER BY sequence
  )sql");
  rows.bind(from);
  while (rows.step()) read_alert(rows, 0, alerts.emplace_back());
  return alerts;
}

std::vector<alerts::Delivery> SqliteOutbox::deliveries(const std::string& alert_id) const {
  Statement rows = db_.statement("SELECT * FROM told_delivery WHERE id = ?1 ORDER BY endpoint");
  rows.bind(alert_id);
  return read_deliveries(rows);
}

std::vector<alerts::Delivery> SqliteOutbox::dead(std::size_t limit) const {
  Statement rows = db_.statement(R"sql(
    SELECT * FROM told_delivery WHERE state = 2 ORDER BY sequence DESC, endpoint LIMIT ?1
  )sql");
  rows.bind(static_cast<std::int64_t>(limit));
  return read_deliveries(rows);
}

std::vector<alerts::Attempt> SqliteOutbox::attempts(const std::string& alert_id) const {
  Statement rows = db_.statement(R"sql(
    SELECT t.endpoint, t.at, t.status, t.error, t.state
    FROM attempt t
    WHERE t.sequence = (SELECT sequence FROM alert WHERE id = ?1)
    ORDER BY t.id
  )sql");
  rows.bind(alert_id);
  std::vector<alerts::Attempt> attempts;
  while (rows.step()) {
    alerts::Attempt& attempt = attempts.emplace_back();
    attempt.alert_id = alert_id;
    rows.read(attempt.endpoint, attempt.at, attempt.status, attempt.error, attempt.state);
  }
  return attempts;
}

std::vector<alerts::Delivery> SqliteOutbox::due(const std::string& endpoint, Seconds now,
                                                std::size_t limit, alerts::Lane lane) const {
  // The columns of told_delivery.  Without statistics SQLite would go through all that
  // was ever delivered: the indexes are named.  Those of the lane are chosen before their rows
  // are read.
  Statement rows = db_.statement(R"sql(
    SELECT d.endpoint, d.state, d.attempts, d.next_attempt, d.last_status, d.last_error,
           d.delivered_at, d.bundle, d.message_id,
           d.sequence, a.id, d.dispute_id, ifnull(a.fact_id, 0), a.dispute_sequence, a.previous_id,
           a.type, a.severity, a.created_at, a.summary, a.body
    FROM (SELECT p.sequence
          FROM delivery p INDEXED BY delivery_pending
          WHERE p.endpoint = ?1
            AND p.state = 0
            AND p.next_attempt <= ?2
            AND CASE WHEN p.bundle <> '' THEN 0
                     WHEN p.dispute_id <> 0 THEN p.dispute_id
                     ELSE p.sequence END % ?5 = ?4
            AND NOT EXISTS (SELECT 1
                            FROM endpoint s
                            WHERE s.name = ?1 AND s.disabled_at IS NOT NULL)
            AND (p.dispute_id = 0
                 OR NOT EXISTS (SELECT 1
                                FROM delivery e INDEXED BY delivery_in_order
                                WHERE e.endpoint = ?1
                                  AND e.state = 0
                                  AND e.dispute_id = p.dispute_id
                                  AND e.sequence < p.sequence
                                  AND (e.next_attempt > ?2 OR e.bundle <> p.bundle
                                       OR (p.bundle <> '' AND e.message_id <> p.message_id))))
          ORDER BY p.sequence
          LIMIT ?3) due
    CROSS JOIN delivery d ON d.endpoint = ?1 AND d.sequence = due.sequence
    CROSS JOIN alert a ON a.sequence = d.sequence
    ORDER BY d.sequence
  )sql");
  rows.bind(endpoint, now, static_cast<std::int64_t>(limit), static_cast<std::int64_t>(lane.index),
            static_cast<std::int64_t>(lane.count));
  return read_deliveries(rows);
}

std::vector<alerts::Delivery> SqliteOutbox::take(const std::string& endpoint, Seconds now,
                                                 std::size_t limit, alerts::Lane lane,
                                                 std::size_t bundle_size) {
  std::vector<alerts::Delivery> due = this->due(endpoint, now, limit, lane);
  if (due.size() == limit) complete_messages(endpoint, due);
  std::map<std::string, std::size_t> sizes;  // of a new message of each bundle
  std::erase_if(due, [&](const alerts::Delivery& delivery) {
    return is_unbound(delivery) && ++sizes[delivery.bundle] > bundle_size;
  });
  std::map<std::string, std::vector<alerts::Delivery*>> messages;
  for (alerts::Delivery& delivery : due)
    if (is_unbound(delivery)) messages[delivery.bundle].push_back(&delivery);
  for (const auto& [bundle, members] : messages) give_message(members);
  stand_together(due);
  return due;
}

// A message that was made before goes with all its alerts, also those beyond a limit.
void SqliteOutbox::complete_messages(const std::string& endpoint,
                                     std::vector<alerts::Delivery>& due) const {
  std::map<std::string, std::string> bundles;  // by message
  for (const alerts::Delivery& delivery : due)
    if (!delivery.message_id.empty()) bundles.emplace(delivery.message_id, delivery.bundle);
  std::erase_if(due, [](const auto& delivery) { return !delivery.message_id.empty(); });
  for (const auto& [message, bundle] : bundles) {
    Statement rows = db_.statement(R"sql(
      SELECT * FROM told_delivery
      WHERE endpoint = ?1 AND bundle = ?2 AND bundle <> '' AND message_id = ?3 AND state = 0
    )sql");
    rows.bind(endpoint, bundle, message);
    std::ranges::move(read_deliveries(rows), std::back_inserter(due));
  }
  std::ranges::sort(due, {}, [](const auto& delivery) { return delivery.alert.sequence; });
}

// A message of one alert has the alert's id.
void SqliteOutbox::give_message(std::span<alerts::Delivery* const> members) {
  const std::string id = members.size() == 1 ? members.front()->alert.id : random_id("grp_");
  for (alerts::Delivery* delivery : members) {
    delivery->message_id = id;
    db_.statement("UPDATE delivery SET message_id = ?3 WHERE endpoint = ?1 AND sequence = ?2")
        .bind(delivery->endpoint, delivery->alert.sequence, id)
        .run();
  }
}

// Those that wait behind an older one of their dispute do not count: asking
// again when they are due would bring nothing.
std::optional<Seconds> SqliteOutbox::next(const std::string& endpoint, alerts::Lane lane) const {
  Statement row = db_.statement(R"sql(
    SELECT min(d.next_attempt)
    FROM delivery d INDEXED BY delivery_pending
    WHERE d.endpoint = ?1
      AND d.state = 0
      AND CASE WHEN d.bundle <> '' THEN 0
               WHEN d.dispute_id <> 0 THEN d.dispute_id
               ELSE d.sequence END % ?3 = ?2
      AND NOT EXISTS (SELECT 1 FROM endpoint s WHERE s.name = ?1 AND s.disabled_at IS NOT NULL)
      AND (d.dispute_id = 0
           OR NOT EXISTS (SELECT 1
                          FROM delivery e INDEXED BY delivery_in_order
                          WHERE e.endpoint = ?1
                            AND e.state = 0
                            AND e.dispute_id = d.dispute_id
                            AND e.sequence < d.sequence))
  )sql");
  row.bind(endpoint, static_cast<std::int64_t>(lane.index), static_cast<std::int64_t>(lane.count))
      .step();
  std::optional<Seconds> next;
  row.read(next);
  return next;
}

std::optional<Seconds> SqliteOutbox::bundle_due(const std::string& endpoint,
                                                const std::string& bundle) const {
  Statement row = db_.statement(R"sql(
    SELECT min(next_attempt)
    FROM delivery INDEXED BY delivery_bundled
    WHERE endpoint = ?1 AND bundle = ?2 AND bundle <> '' AND state = 0 AND message_id = ''
  )sql");
  row.bind(endpoint, bundle).step();
  std::optional<Seconds> due;
  row.read(due);
  return due;
}

std::optional<Seconds> SqliteOutbox::last_told(const std::string& endpoint,
                                               std::int64_t dispute_id) const {
  Statement row = db_.statement(R"sql(
    SELECT max(ifnull(delivered_at, next_attempt))
    FROM delivery INDEXED BY delivery_of_dispute
    WHERE endpoint = ?1 AND dispute_id = ?2 AND state <> 2
  )sql");
  row.bind(endpoint, dispute_id).step();
  std::optional<Seconds> told;
  row.read(told);
  return told;
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

void SqliteOutbox::put(const alerts::Alert& alert, std::span<const alerts::DeliveryPlan> plans,
                       std::int64_t silence_id) {
  const int changed = db_.statement(R"sql(
    UPDATE alert
    SET type = ?2, severity = ?3, created_at = ?4, summary = ?5, body = ?6,
        silence_id = nullif(?7, 0)
    WHERE id = ?1
  )sql")
                          .bind(alert.id, alert.type, alert.severity, alert.created_at,
                                alert.summary, alert.body, silence_id)
                          .run();
  if (changed == 0) throw StoreError("alert '" + alert.id + "' was not reserved");
  if (silence_id != 0) return;
  for (const alerts::DeliveryPlan& plan : plans) put_delivery(alert, plan);
}

// An endpoint that is disabled hands on to its fallback, if it has one.
void SqliteOutbox::put_delivery(const alerts::Alert& alert, const alerts::DeliveryPlan& plan) {
  db_.statement(R"sql(
    INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt, bundle)
    VALUES (ifnull((SELECT fallback
                    FROM endpoint
                    WHERE name = ?1 AND disabled_at IS NOT NULL AND fallback <> ''), ?1),
            ?2, ?3, ?4, ?5)
    ON CONFLICT (endpoint, sequence) DO NOTHING
  )sql")
      .bind(plan.endpoint, alert.sequence, alert.dispute_id,
            std::max(alert.created_at, plan.not_before), plan.bundle)
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
  if (attempt.gone) disable(attempt);
  if (attempt.state == alerts::DeliveryState::kDead) hand_over(attempt);
}

void SqliteOutbox::disable(const alerts::Attempt& attempt) {
  db_.statement(R"sql(
    UPDATE endpoint SET disabled_at = ifnull(disabled_at, ?2), reason = ?3 WHERE name = ?1
  )sql")
      .bind(attempt.endpoint, attempt.at, attempt.error)
      .run();
}

// What ended here goes on at the fallback.
void SqliteOutbox::hand_over(const alerts::Attempt& attempt) {
  db_.statement(R"sql(
    INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt)
    SELECT p.fallback, d.sequence, d.dispute_id, ?3
    FROM endpoint p
    CROSS JOIN delivery d ON d.endpoint = p.name
    WHERE p.name = ?1 AND p.fallback <> ''
      AND d.sequence = (SELECT sequence FROM alert WHERE id = ?2)
    ON CONFLICT (endpoint, sequence) DO NOTHING
  )sql")
      .bind(attempt.endpoint, attempt.alert_id, attempt.at)
      .run();
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
  status.oldest_pending = oldest_pending();
}

std::optional<Seconds> SqliteOutbox::oldest_pending() const {
  Statement row = db_.statement(R"sql(
    SELECT min(first)
    FROM (SELECT (SELECT a.created_at
                  FROM delivery d INDEXED BY delivery_pending
                  CROSS JOIN alert a ON a.sequence = d.sequence
                  WHERE d.endpoint = e.name AND d.state = 0
                    AND (d.attempts > 0 OR d.bundle = '')
                  ORDER BY d.sequence
                  LIMIT 1) AS first
          FROM endpoint e
          WHERE e.disabled_at IS NULL)
  )sql");
  row.step();
  std::optional<Seconds> oldest;
  row.read(oldest);
  return oldest;
}

}  // namespace figured::storage
