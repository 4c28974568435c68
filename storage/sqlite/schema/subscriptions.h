// Migration 18. See schema.h.
#pragma once

namespace figured::storage {

// Subscriptions of feeds at hubs (WebSub).
inline constexpr char kSubscriptions[] = R"sql(
CREATE TABLE subscription (
  key        TEXT PRIMARY KEY,  -- the last piece of its callback
  feed_id    INTEGER NOT NULL REFERENCES feed (id),
  hub        TEXT NOT NULL,
  topic      TEXT NOT NULL,
  callback   TEXT NOT NULL,
  secret     TEXT NOT NULL,     -- ours, for this hub and this feed
  state      INTEGER NOT NULL,
  next_step  INTEGER NOT NULL,
  lease_ends INTEGER,
  failures   INTEGER NOT NULL,
  error      TEXT NOT NULL,
  pushes     INTEGER NOT NULL,
  streak     INTEGER NOT NULL,
  last_push  INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX subscription_of_feed ON subscription (feed_id);
)sql";

}  // namespace figured::storage
