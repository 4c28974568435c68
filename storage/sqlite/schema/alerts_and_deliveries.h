// Migration 4: alerts, deliveries and attempts. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kAlertsAndDeliveries[] = R"sql(
CREATE TABLE alert (
  sequence         INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  dispute_id       INTEGER REFERENCES dispute (id),
  fact_id          INTEGER REFERENCES fact (id),
  dispute_sequence INTEGER NOT NULL,
  previous_id      TEXT NOT NULL,
  type             INTEGER NOT NULL,
  severity         REAL NOT NULL,
  created_at       INTEGER NOT NULL,
  summary          TEXT NOT NULL,
  body             TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX alert_of_dispute ON alert (dispute_id, dispute_sequence)
WHERE dispute_id IS NOT NULL;

CREATE TABLE delivery (
  endpoint     TEXT NOT NULL,
  sequence     INTEGER NOT NULL REFERENCES alert (sequence),
  dispute_id   INTEGER NOT NULL,            -- of the alert; 0 = of no dispute
  state        INTEGER NOT NULL DEFAULT 0,  -- 0 pending, 1 delivered, 2 dead
  attempts     INTEGER NOT NULL DEFAULT 0,
  next_attempt INTEGER NOT NULL,
  last_status  INTEGER NOT NULL DEFAULT 0,
  last_error   TEXT NOT NULL DEFAULT '',
  delivered_at INTEGER,
  PRIMARY KEY (endpoint, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_of_alert ON delivery (sequence);
CREATE INDEX delivery_dead ON delivery (endpoint, sequence) WHERE state = 2;
CREATE INDEX delivery_pending ON delivery (endpoint, sequence, dispute_id, next_attempt)
WHERE state = 0;
CREATE INDEX delivery_in_order ON delivery (endpoint, dispute_id, sequence) WHERE state = 0;

-- Every attempt that was made, for those who ask whether it was sent, and when.
CREATE TABLE attempt (
  id       INTEGER PRIMARY KEY,
  endpoint TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  status   INTEGER NOT NULL,
  error    TEXT NOT NULL,
  state    INTEGER NOT NULL,
  FOREIGN KEY (endpoint, sequence) REFERENCES delivery (endpoint, sequence)
) STRICT;
CREATE INDEX attempt_of_delivery ON attempt (endpoint, sequence);
)sql";

}  // namespace figured::storage
