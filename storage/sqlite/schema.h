// The SQL of the migrations.  Every string is released with the migration that
// uses it and then stays as it is.
//
// All tables are STRICT; times are integer UTC seconds; hashes are integers, bit
// for bit; enums stand by the numbers of enum_numbers.h; a list of short texts
// is one text, one a line.  Nothing is ever deleted from a table whose ids
// count its rows (articles, revisions, claims, facts, disputes, alerts).
#pragma once

namespace figured::storage {

inline constexpr char kFeedsAndArticles[] = R"sql(
CREATE TABLE feed (
  id            INTEGER PRIMARY KEY,
  url           TEXT NOT NULL UNIQUE,
  outlet        TEXT NOT NULL,
  owner         TEXT NOT NULL,               -- group of outlets; '' = the outlet itself
  interval      INTEGER NOT NULL,
  retired       INTEGER NOT NULL DEFAULT 0,  -- 1 = no longer in the configuration
  etag          TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  title         TEXT NOT NULL DEFAULT '',
  next_poll     INTEGER NOT NULL,
  last_poll     INTEGER,
  last_success  INTEGER,
  failures      INTEGER NOT NULL DEFAULT 0,
  last_error    TEXT NOT NULL DEFAULT '',
  last_status   INTEGER NOT NULL DEFAULT 0,
  polls         INTEGER NOT NULL DEFAULT 0,
  unchanged     INTEGER NOT NULL DEFAULT 0,
  articles      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE article (
  id           INTEGER PRIMARY KEY,
  feed_id      INTEGER NOT NULL REFERENCES feed (id),
  guid         TEXT NOT NULL,
  outlet       TEXT NOT NULL,
  owner        TEXT NOT NULL,
  url          TEXT NOT NULL,     -- of the latest revision, as the two below
  revision     INTEGER NOT NULL,
  content_hash INTEGER NOT NULL
) STRICT;
CREATE INDEX article_by_url ON article (feed_id, url) WHERE url <> '';

-- Every identity under which an article has come.
CREATE TABLE article_identity (
  feed_id    INTEGER NOT NULL,
  identity   TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (feed_id, identity)
) STRICT, WITHOUT ROWID;

-- The text stands last, so that reading the rest does not read it.
CREATE TABLE revision (
  id           INTEGER PRIMARY KEY,
  article_id   INTEGER NOT NULL REFERENCES article (id),
  number       INTEGER NOT NULL,  -- 1, 2, 3 ... within the article
  seen         INTEGER NOT NULL,
  published    INTEGER,
  content_hash INTEGER NOT NULL,
  url          TEXT NOT NULL,
  title        TEXT NOT NULL,
  names        BLOB NOT NULL,     -- NameKeys, 8 bytes each
  text         TEXT NOT NULL,
  UNIQUE (article_id, number)
) STRICT;
)sql";

inline constexpr char kClaimsAndFacts[] = R"sql(
CREATE TABLE fact (
  id      INTEGER PRIMARY KEY,
  label   TEXT NOT NULL,
  measure TEXT NOT NULL,
  subject TEXT NOT NULL,
  place   TEXT NOT NULL
) STRICT;

-- The keys a fact is found by; `spoken` is the last claim that brought the key.
CREATE TABLE fact_key (
  key     INTEGER NOT NULL,
  fact_id INTEGER NOT NULL REFERENCES fact (id),
  spoken  INTEGER NOT NULL,
  PRIMARY KEY (key, fact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_key_by_spoken ON fact_key (key, spoken);

CREATE TABLE claim (
  id           INTEGER PRIMARY KEY,
  fact_id      INTEGER NOT NULL REFERENCES fact (id),
  article_id   INTEGER NOT NULL REFERENCES article (id),
  revision_id  INTEGER NOT NULL REFERENCES revision (id),
  retired      INTEGER NOT NULL DEFAULT 0,  -- 1 = of a revision that no longer counts
  field        INTEGER NOT NULL,
  span_start   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL,
  quote        TEXT NOT NULL,
  low          REAL,
  high         REAL,
  bound        INTEGER NOT NULL,
  unit         TEXT NOT NULL,
  grain        REAL NOT NULL,
  figure_start INTEGER NOT NULL,
  figure_end   INTEGER NOT NULL,
  surface      TEXT NOT NULL,
  noun         TEXT NOT NULL,
  measure      TEXT NOT NULL,
  subject      TEXT NOT NULL,
  scope        TEXT NOT NULL,
  place        TEXT NOT NULL,
  as_of        INTEGER,
  event_from   INTEGER,
  event_to     INTEGER,
  speaker      TEXT NOT NULL,
  origin       TEXT NOT NULL,
  modality     INTEGER NOT NULL,
  negated      INTEGER NOT NULL,
  confidence   REAL NOT NULL
) STRICT;
CREATE INDEX claim_of_fact ON claim (fact_id) WHERE retired = 0;
CREATE INDEX claim_of_article ON claim (article_id) WHERE retired = 0;

-- A claim with where it was read.  CROSS JOIN: the claim is found first, always.
CREATE VIEW sourced_claim AS
SELECT c.id, c.article_id, a.guid, a.outlet, a.owner, r.url, r.title, r.published, r.seen, r.names,
       c.field, c.span_start, c.span_end, c.quote,
       c.low, c.high, c.bound, c.unit, c.grain, c.figure_start, c.figure_end, c.surface,
       c.noun, c.measure, c.subject, c.scope, c.place, c.as_of, c.event_from, c.event_to,
       c.speaker, c.origin, c.modality, c.negated, c.confidence,
       c.fact_id, c.retired, r.number AS revision
FROM claim c
CROSS JOIN revision r ON r.id = c.revision_id
CROSS JOIN article a ON a.id = c.article_id;
)sql";

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

// Claims whose sentence names no place are matched by the article's.
inline constexpr char kSettings[] = R"sql(
ALTER TABLE claim ADD COLUMN setting TEXT NOT NULL DEFAULT '';

DROP VIEW sourced_claim;
CREATE VIEW sourced_claim AS
SELECT c.id, c.article_id, a.guid, a.outlet, a.owner, r.url, r.title, r.published, r.seen, r.names,
       c.field, c.span_start, c.span_end, c.quote,
       c.low, c.high, c.bound, c.unit, c.grain, c.figure_start, c.figure_end, c.surface,
       c.noun, c.measure, c.subject, c.scope, c.place, c.setting, c.as_of, c.event_from,
       c.event_to, c.speaker, c.origin, c.modality, c.negated, c.confidence,
       c.fact_id, c.retired, r.number AS revision
FROM claim c
CROSS JOIN revision r ON r.id = c.revision_id
CROSS JOIN article a ON a.id = c.article_id;
)sql";

// What else the article tells of a claim's measure.
inline constexpr char kRivals[] = R"sql(
ALTER TABLE claim ADD COLUMN rivals TEXT NOT NULL DEFAULT '';

DROP VIEW sourced_claim;
CREATE VIEW sourced_claim AS
SELECT c.id, c.article_id, a.guid, a.outlet, a.owner, r.url, r.title, r.published, r.seen, r.names,
       c.field, c.span_start, c.span_end, c.quote,
       c.low, c.high, c.bound, c.unit, c.grain, c.figure_start, c.figure_end, c.surface,
       c.noun, c.measure, c.subject, c.scope, c.place, c.setting, c.as_of, c.event_from,
       c.event_to, c.speaker, c.origin, c.modality, c.negated, c.confidence, c.rivals,
       c.fact_id, c.retired, r.number AS revision
FROM claim c
CROSS JOIN revision r ON r.id = c.revision_id
CROSS JOIN article a ON a.id = c.article_id;
)sql";

// The words around a claim's figure (context_blob.h), by which claims of one fact
// are found alike; and the dispute that a claim stands in, which may be that of
// another fact.
inline constexpr char kContext[] = R"sql(
ALTER TABLE claim ADD COLUMN context BLOB NOT NULL DEFAULT x'';
CREATE INDEX dispute_of_claim ON dispute_claim (claim_id);

DROP VIEW sourced_claim;
CREATE VIEW sourced_claim AS
SELECT c.id, c.article_id, a.guid, a.outlet, a.owner, r.url, r.title, r.published, r.seen, r.names,
       c.field, c.span_start, c.span_end, c.quote,
       c.low, c.high, c.bound, c.unit, c.grain, c.figure_start, c.figure_end, c.surface,
       c.noun, c.measure, c.subject, c.scope, c.place, c.setting, c.as_of, c.event_from,
       c.event_to, c.speaker, c.origin, c.modality, c.negated, c.confidence, c.rivals,
       c.context,
       c.fact_id, c.retired, r.number AS revision
FROM claim c
CROSS JOIN revision r ON r.id = c.revision_id
CROSS JOIN article a ON a.id = c.article_id;
)sql";

// What people said of disputes, and what it tells of the pairs of claims in them.
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

// Facts are found in memory (fact_index.h); what is needed for that stands here in
// rows that are only added, for keys that come in no order would each write a page
// of their own.  fact_key keeps those of the claims before.
inline constexpr char kClaimKeys[] = R"sql(
DROP INDEX fact_key_by_spoken;

CREATE TABLE claim_key (
  claim_id   INTEGER PRIMARY KEY REFERENCES claim (id),
  fact_id    INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  retired    INTEGER NOT NULL DEFAULT 0,  -- as that of the claim
  keys       BLOB NOT NULL                -- FactKeys, 8 bytes each
) STRICT;

-- Of the last revision.
CREATE TABLE article_sketch (
  article_id INTEGER PRIMARY KEY REFERENCES article (id),
  published  INTEGER,
  names      BLOB NOT NULL  -- NameSketches, 2 bytes each
) STRICT;
)sql";

// Alerts that go together, endpoints that are gone, and alerts that nobody wants now.
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

// What is kept no longer is taken away row by row, in the order of time; the claims
// of it with the verdicts on them.
inline constexpr char kRetention[] = R"sql(
CREATE TABLE retention (
  kind    INTEGER PRIMARY KEY,  -- 0 bodies, 1 claims, 2 deliveries
  up_to   INTEGER NOT NULL,     -- the last row that was looked at
  removed INTEGER NOT NULL      -- how many rows were taken away
) STRICT;

CREATE INDEX verdict_of_earlier ON verdict (earlier_claim);
CREATE INDEX verdict_of_later ON verdict (later_claim);
CREATE INDEX pair_label_of_later ON pair_label (later_claim);
)sql";

// What is learned of feeds by polling them, who wants them polled, and their latest
// fetches, of which each feed keeps so many: the oldest one's slot is taken next.
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

// The web pages of articles of which a feed carries a summary.
inline constexpr char kPages[] = R"sql(
CREATE TABLE page (
  article_id    INTEGER PRIMARY KEY REFERENCES article (id),
  revision      INTEGER NOT NULL,            -- of the article: the summary it was wanted for
  state         INTEGER NOT NULL,            -- 0 wanted, 1 its text was taken, 2 it was not
  deadline      INTEGER NOT NULL,            -- until then the summary's claims wait for it
  at            INTEGER,                     -- when state became 1 or 2
  reason        TEXT NOT NULL DEFAULT '',    -- why not: 'paywall' and the like ...
  error         TEXT NOT NULL DEFAULT '',    -- ... and as a sentence
  byline        TEXT NOT NULL DEFAULT '',    -- who wrote it, as the page says
  text_revision INTEGER                      -- of the article: the last that holds a page's text
) STRICT;
CREATE INDEX page_wanted ON page (article_id) WHERE state = 0;
)sql";

// Weaker names of articles (feeds/article_alias.h), for feeds that change their guids.
inline constexpr char kAliases[] = R"sql(
CREATE TABLE article_alias (
  feed_id    INTEGER NOT NULL,
  alias      INTEGER NOT NULL,  -- a hash
  article_id INTEGER NOT NULL,  -- 0 = it has been two articles' name, and is none
  PRIMARY KEY (feed_id, alias)
) STRICT, WITHOUT ROWID;
)sql";

// Texts and claims stand packed (text_codec.h, claim_pack.h), identities and URLs as
// hashes, and what can be told from the rest does not stand at all: keys and sketches
// of a claim, the fact that is just what its first claim says.  Such a fact and that
// claim have one number, counted for both.  What refers to a fact or a claim is
// therefore no foreign key any more.
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
