#include "storage/sqlite/sqlite_endpoints.h"

#include <set>

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

std::vector<EndpointState> SqliteEndpoints::all() const {
  std::vector<EndpointState> states;
  Statement rows = db_.statement(R"sql(
    SELECT p.name, p.fingerprint, p.fallback, p.disabled_at, p.reason,
           (SELECT count(*) FROM delivery d WHERE d.endpoint = p.name AND d.state = 0),
           (SELECT count(*) FROM delivery d WHERE d.endpoint = p.name AND d.state = 2)
    FROM endpoint p
    ORDER BY p.name
  )sql");
  while (rows.step()) {
    EndpointState& state = states.emplace_back();
    rows.read(state.name, state.fingerprint, state.fallback, state.disabled_at, state.reason,
              state.pending, state.dead);
  }
  return states;
}

void SqliteEndpoints::adopt(std::span<const EndpointState> endpoints) {
  std::set<std::string> kept;
  for (const EndpointState& endpoint : endpoints) {
    kept.insert(endpoint.name);
    db_.statement(R"sql(
      INSERT INTO endpoint (name, fingerprint, fallback)
      VALUES (?1, ?2, ?3)
      ON CONFLICT (name) DO UPDATE
      SET disabled_at = iif(fingerprint = excluded.fingerprint, disabled_at, NULL),
          reason = iif(fingerprint = excluded.fingerprint, reason, ''),
          fingerprint = excluded.fingerprint,
          fallback = excluded.fallback
    )sql")
        .bind(endpoint.name, endpoint.fingerprint, endpoint.fallback)
        .run();
  }
  for (const EndpointState& known : all()) {
    if (kept.contains(known.name)) continue;
    db_.statement("DELETE FROM endpoint WHERE name = ?1").bind(known.name).run();
  }
  // Of names that were never adopted, too: those of a figured before this table.
  db_.statement(R"sql(
    UPDATE delivery
    SET state = 2, last_error = 'the endpoint is no longer configured'
    WHERE state = 0 AND endpoint NOT IN (SELECT name FROM endpoint)
  )sql")
      .run();
}

std::size_t SqliteEndpoints::fall_back(const std::string& endpoint, Seconds now) {
  const int handed = db_.statement(R"sql(
    INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt)
    SELECT p.fallback, d.sequence, d.dispute_id, ?2
    FROM endpoint p
    CROSS JOIN delivery d ON d.endpoint = p.name
    WHERE p.name = ?1 AND p.fallback <> '' AND d.state = 0 AND d.next_attempt <= ?2 + 86400
    ON CONFLICT (endpoint, sequence) DO NOTHING
  )sql")
                         .bind(endpoint, now)
                         .run();
  return static_cast<std::size_t>(handed);
}

std::size_t SqliteEndpoints::replay(const ReplayChoice& choice, Seconds now) {
  const std::optional<std::string> alert =
      choice.alert_id.empty() ? std::nullopt : std::optional(choice.alert_id);
  const std::optional<std::string> endpoint =
      choice.endpoint.empty() ? std::nullopt : std::optional(choice.endpoint);
  const int chosen = db_.statement(R"sql(
    UPDATE delivery
    SET state = 0, attempts = 0, next_attempt = ?5, delivered_at = NULL
    WHERE state <> 0
      AND (?1 IS NULL OR sequence = (SELECT sequence FROM alert WHERE id = ?1))
      AND (?2 IS NULL OR endpoint = ?2)
      AND (?3 IS NULL OR sequence IN (SELECT sequence FROM alert WHERE created_at >= ?3))
      AND (?4 = 0 OR state = 2)
      AND endpoint IN (SELECT name FROM endpoint)
  )sql")
                         .bind(alert, endpoint, choice.since, choice.dead_only, now)
                         .run();
  return static_cast<std::size_t>(chosen) + put_missing(choice, now);
}

// Alerts that an endpoint was never to get, it gets when it is named.
std::size_t SqliteEndpoints::put_missing(const ReplayChoice& choice, Seconds now) {
  if (choice.endpoint.empty() || choice.dead_only) return 0;
  const std::optional<std::string> alert =
      choice.alert_id.empty() ? std::nullopt : std::optional(choice.alert_id);
  const int put = db_.statement(R"sql(
    INSERT INTO delivery (endpoint, sequence, dispute_id, next_attempt)
    SELECT p.name, a.sequence, ifnull(a.dispute_id, 0), ?4
    FROM endpoint p
    CROSS JOIN alert a
    WHERE p.name = ?1
      AND (?2 IS NULL OR a.id = ?2)
      AND (?3 IS NULL OR a.created_at >= ?3)
    ON CONFLICT (endpoint, sequence) DO NOTHING
  )sql")
                      .bind(choice.endpoint, alert, choice.since, now)
                      .run();
  return static_cast<std::size_t>(put);
}

bool SqliteEndpoints::enable(const std::string& name) {
  return db_.statement(R"sql(
    UPDATE endpoint SET disabled_at = NULL, reason = ''
    WHERE name = ?1 AND disabled_at IS NOT NULL
  )sql")
             .bind(name)
             .run() != 0;
}

std::vector<Silence> SqliteEndpoints::silences(Seconds from) const {
  std::vector<Silence> silences;
  Statement rows = db_.statement(R"sql(
    SELECT id, matching, author, reason, created_at, ends_at
    FROM silence
    WHERE ends_at > ?1
    ORDER BY id
  )sql");
  rows.bind(from);
  while (rows.step()) {
    Silence& silence = silences.emplace_back();
    rows.read(silence.id, silence.matching, silence.author, silence.reason, silence.created_at,
              silence.ends_at);
  }
  return silences;
}

void SqliteEndpoints::put_silence(Silence& silence) {
  db_.statement(R"sql(
    INSERT INTO silence (id, matching, author, reason, created_at, ends_at)
    VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (id) DO UPDATE
    SET matching = excluded.matching,
        author = excluded.author,
        reason = excluded.reason,
        ends_at = excluded.ends_at
  )sql")
      .bind(silence.id, silence.matching, silence.author, silence.reason, silence.created_at,
            silence.ends_at)
      .run();
  if (silence.id == 0) silence.id = db_.last_id();
}

}  // namespace figured::storage
