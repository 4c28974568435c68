// Migration 12. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kPolling[] = R"sql(
ALTER TABLE feed ADD COLUMN state INTEGER NOT NULL DEFAULT 0;   -- FeedState
ALTER TABLE feed ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;  -- 1 = in the configuration
ALTER TABLE feed ADD COLUMN added INTEGER NOT NULL DEFAULT 0;   -- 1 = by hand; retired = neither
ALTER TABLE feed ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN move_sightings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN move_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN older_page TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN update_period INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN gap INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN last_arrival INTEGER;
ALTER TABLE feed ADD COLUMN body_hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN same_bodies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN unchanged_in_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN hidden_news INTEGER NOT NULL DEFAULT 0;
UPDATE feed SET listed = 1 - retired;

CREATE TABLE fetch (
  feed_id   INTEGER NOT NULL REFERENCES feed (id),
  slot      INTEGER NOT NULL,  -- the poll's number modulo the slots
  at        INTEGER NOT NULL,
  status    INTEGER NOT NULL,  -- of HTTP; 0 = no answer
  code      TEXT NOT NULL,
  error     TEXT NOT NULL,
  bytes     INTEGER NOT NULL,
  items     INTEGER NOT NULL,
  new       INTEGER NOT NULL,
  revised   INTEGER NOT NULL,
  late      INTEGER NOT NULL,  -- milliseconds
  took      INTEGER NOT NULL,  -- milliseconds
  next_poll INTEGER NOT NULL,
  rule      TEXT NOT NULL,
  why       TEXT NOT NULL,
  notes     TEXT NOT NULL,     -- events and repairs, one a line
  PRIMARY KEY (feed_id, slot)
) STRICT, WITHOUT ROWID;

-- Counts the changes that people made to feeds, so that the ledger sees them.
CREATE TABLE roster (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO roster (id, version) VALUES (1, 1);
)sql";

}  // namespace figured::storage
