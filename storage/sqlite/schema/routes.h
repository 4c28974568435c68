// Migration 10. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kRoutes[] = R"sql(
ALTER TABLE delivery ADD COLUMN bundle TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN message_id TEXT NOT NULL DEFAULT '';
CREATE INDEX delivery_bundled ON delivery (endpoint, bundle, next_attempt)
WHERE state = 0 AND bundle <> '';
CREATE INDEX delivery_of_dispute ON delivery (endpoint, dispute_id, sequence);

-- A delivery with its alert.
CREATE VIEW told_delivery AS
SELECT d.endpoint, d.state, d.attempts, d.next_attempt, d.last_status, d.last_error,
       d.delivered_at, d.bundle, d.message_id,
       d.sequence, a.id, d.dispute_id, ifnull(a.fact_id, 0) AS fact_id,
       a.dispute_sequence, a.previous_id, a.type, a.severity, a.created_at, a.summary, a.body
FROM delivery d
CROSS JOIN alert a ON a.sequence = d.sequence;

CREATE TABLE endpoint (
  name        TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,  -- of its kind and address
  fallback    TEXT NOT NULL,  -- "" = none
  disabled_at INTEGER,        -- since when nothing is sent there
  reason      TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE silence (
  id         INTEGER PRIMARY KEY,
  matching   TEXT NOT NULL,   -- JSON, alerts/alert_match.h
  author     TEXT NOT NULL,
  reason     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX silence_by_end ON silence (ends_at);

ALTER TABLE alert ADD COLUMN silence_id INTEGER REFERENCES silence (id);
)sql";

}  // namespace figured::storage
