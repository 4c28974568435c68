// Migration 15. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kPackedTables[] = R"sql(
CREATE TABLE outlet (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  owner TEXT NOT NULL,
  UNIQUE (name, owner)
) STRICT;

CREATE TABLE packed_article (
  id           INTEGER PRIMARY KEY,
  feed_id      INTEGER NOT NULL REFERENCES feed (id),
  outlet_id    INTEGER NOT NULL REFERENCES outlet (id),
  revision     INTEGER NOT NULL,  -- number of the latest
  content_hash INTEGER NOT NULL   -- of the latest
) STRICT;

-- Every identity under which an article has come, and its latest URL, hashed.
CREATE TABLE article_key (
  feed_id    INTEGER NOT NULL,
  key        INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (feed_id, key, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE packed_revision (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id),
  number     INTEGER NOT NULL,  -- 1, 2, 3 ... within the article
  seen       INTEGER NOT NULL,
  published  INTEGER,
  names      BLOB NOT NULL,     -- NameKeys, 8 bytes each
  text       BLOB NOT NULL,     -- guid, URL, title and text, compressed
  UNIQUE (article_id, number)
) STRICT;

-- Claims of a revision that have numbers in a row.
CREATE TABLE reading (
  first_claim INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revision (id),
  retired     INTEGER NOT NULL DEFAULT 0,  -- 1 = of a revision that no longer counts
  claims      BLOB NOT NULL                -- a ClaimPack, compressed
) STRICT;
CREATE INDEX reading_of_revision ON reading (revision_id);

-- Claims of facts that have another number than the claim.
CREATE TABLE fact_claim (
  fact_id  INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  PRIMARY KEY (fact_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  next_id INTEGER NOT NULL,  -- of facts and claims
  claims  INTEGER NOT NULL,
  facts   INTEGER NOT NULL
) STRICT;

-- By which texts and claims are compressed; made of the store's own.
CREATE TABLE dictionary (
  id    INTEGER PRIMARY KEY,
  kind  INTEGER NOT NULL,  -- 0 of texts, 1 of claims
  bytes BLOB NOT NULL
) STRICT;
)sql";

inline constexpr char kPackedInPlace[] = R"sql(
DROP VIEW sourced_claim;
DROP VIEW told_delivery;
DROP TABLE claim_key;
DROP TABLE article_sketch;
DROP TABLE fact_key;
DROP TABLE claim;
DROP TABLE article_identity;
DROP TABLE revision;
DROP TABLE article;
ALTER TABLE packed_article RENAME TO article;
ALTER TABLE packed_revision RENAME TO revision;

CREATE TABLE new_verdict (
  earlier_claim INTEGER NOT NULL,
  later_claim   INTEGER NOT NULL,
  fact_id       INTEGER NOT NULL,
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
INSERT INTO new_verdict
SELECT earlier_claim, later_claim, fact_id, at, relation, severity, score, tags, why, passed,
       missing
FROM verdict;
DROP TABLE verdict;
ALTER TABLE new_verdict RENAME TO verdict;
CREATE INDEX verdict_of_earlier ON verdict (earlier_claim);
CREATE INDEX verdict_of_later ON verdict (later_claim);

CREATE TABLE new_dispute (
  id         INTEGER PRIMARY KEY,
  fact_id    INTEGER NOT NULL UNIQUE,
  state      INTEGER NOT NULL,
  severity   REAL NOT NULL,
  sequence   INTEGER NOT NULL,
  opened_at  INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO new_dispute
SELECT id, fact_id, state, severity, sequence, opened_at, changed_at
FROM dispute;
DROP TABLE dispute;
ALTER TABLE new_dispute RENAME TO dispute;
CREATE INDEX dispute_by_change ON dispute (changed_at);

CREATE TABLE new_dispute_claim (
  dispute_id INTEGER NOT NULL REFERENCES dispute (id),
  side       INTEGER NOT NULL,
  place      INTEGER NOT NULL,  -- order of arrival on the side, from 0
  claim_id   INTEGER NOT NULL,
  PRIMARY KEY (dispute_id, side, place)
) STRICT, WITHOUT ROWID;
INSERT INTO new_dispute_claim
SELECT dispute_id, side, place, claim_id
FROM dispute_claim;
DROP TABLE dispute_claim;
ALTER TABLE new_dispute_claim RENAME TO dispute_claim;
CREATE INDEX dispute_of_claim ON dispute_claim (claim_id);

CREATE TABLE new_pair_label (
  earlier_claim INTEGER NOT NULL,
  later_claim   INTEGER NOT NULL,
  dispute_id    INTEGER NOT NULL REFERENCES dispute (id),
  same          INTEGER,        -- 1 of one fact, 0 of two; NULL = it does not say
  features      TEXT NOT NULL,
  PRIMARY KEY (earlier_claim, later_claim)
) STRICT, WITHOUT ROWID;
INSERT INTO new_pair_label
SELECT earlier_claim, later_claim, dispute_id, same, features
FROM pair_label;
DROP TABLE pair_label;
ALTER TABLE new_pair_label RENAME TO pair_label;
CREATE INDEX pair_label_of_dispute ON pair_label (dispute_id);
CREATE INDEX pair_label_of_later ON pair_label (later_claim);

CREATE TABLE new_alert (
  sequence         INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  dispute_id       INTEGER REFERENCES dispute (id),
  fact_id          INTEGER,
  dispute_sequence INTEGER NOT NULL,
  previous_id      TEXT NOT NULL,
  type             INTEGER NOT NULL,
  severity         REAL NOT NULL,
  created_at       INTEGER NOT NULL,
  summary          TEXT NOT NULL,
  body             TEXT NOT NULL,
  silence_id       INTEGER REFERENCES silence (id)
) STRICT;
INSERT INTO new_alert
SELECT sequence, id, dispute_id, fact_id, dispute_sequence, previous_id, type, severity,
       created_at, summary, body, silence_id
FROM alert;
DROP TABLE alert;
ALTER TABLE new_alert RENAME TO alert;
CREATE UNIQUE INDEX alert_of_dispute ON alert (dispute_id, dispute_sequence)
WHERE dispute_id IS NOT NULL;

-- A delivery with its alert.
CREATE VIEW told_delivery AS
SELECT d.endpoint, d.state, d.attempts, d.next_attempt, d.last_status, d.last_error,
       d.delivered_at, d.bundle, d.message_id,
       d.sequence, a.id, d.dispute_id, ifnull(a.fact_id, 0) AS fact_id,
       a.dispute_sequence, a.previous_id, a.type, a.severity, a.created_at, a.summary, a.body
FROM delivery d
CROSS JOIN alert a ON a.sequence = d.sequence;

-- Claims stand in rows of several now, and a row is looked at as a whole.
UPDATE retention
SET up_to = ifnull((SELECT max(first_claim) - 1 FROM reading WHERE first_claim <= up_to), 0)
WHERE kind = 1;
)sql";

}  // namespace figured::storage
