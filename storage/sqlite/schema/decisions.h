// Migration 8. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kDecisions[] = R"sql(
CREATE TABLE decision (
  id         INTEGER PRIMARY KEY,
  dispute_id INTEGER NOT NULL REFERENCES dispute (id),
  at         INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  reason     INTEGER,           -- of a dismissal
  note       TEXT NOT NULL
) STRICT;
CREATE INDEX decision_of_dispute ON decision (dispute_id);

-- By a dispute's last decision; features as "name=value", so that they outlive
-- features that come and go.
CREATE TABLE pair_label (
  earlier_claim INTEGER NOT NULL REFERENCES claim (id),
  later_claim   INTEGER NOT NULL REFERENCES claim (id),
  dispute_id    INTEGER NOT NULL REFERENCES dispute (id),
  same          INTEGER,        -- 1 of one fact, 0 of two; NULL = it does not say
  features      TEXT NOT NULL,
  PRIMARY KEY (earlier_claim, later_claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_label_of_dispute ON pair_label (dispute_id);
)sql";

}  // namespace figured::storage
