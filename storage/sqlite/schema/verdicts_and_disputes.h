// Migration 3: verdicts, and disputes with their sides. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kVerdictsAndDisputes[] = R"sql(
CREATE TABLE verdict (
  earlier_claim INTEGER NOT NULL REFERENCES claim (id),
  later_claim   INTEGER NOT NULL REFERENCES claim (id),
  fact_id       INTEGER NOT NULL REFERENCES fact (id),
  at            INTEGER NOT NULL,
  relation      INTEGER NOT NULL,
  severity      REAL NOT NULL,
  score         REAL NOT NULL,
  tags          TEXT NOT NULL,
  why           TEXT NOT NULL,
  passed        TEXT NOT NULL,
  missing       TEXT NOT NULL,
  PRIMARY KEY (fact_id, later_claim, earlier_claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute (
  id         INTEGER PRIMARY KEY,
  fact_id    INTEGER NOT NULL UNIQUE REFERENCES fact (id),
  state      INTEGER NOT NULL,
  severity   REAL NOT NULL,
  sequence   INTEGER NOT NULL,
  opened_at  INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_by_change ON dispute (changed_at);

CREATE TABLE dispute_side (
  dispute_id INTEGER NOT NULL REFERENCES dispute (id),
  side       INTEGER NOT NULL,  -- from 0
  low        REAL NOT NULL,     -- open ends are infinite
  high       REAL NOT NULL,
  PRIMARY KEY (dispute_id, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute_claim (
  dispute_id INTEGER NOT NULL REFERENCES dispute (id),
  side       INTEGER NOT NULL,
  place      INTEGER NOT NULL,  -- order of arrival on the side, from 0
  claim_id   INTEGER NOT NULL REFERENCES claim (id),
  PRIMARY KEY (dispute_id, side, place)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace figured::storage
