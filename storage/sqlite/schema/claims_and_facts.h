// Migration 2: claims, and the facts they speak of. See schema.h.
#pragma once

namespace figured::storage {

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

}  // namespace figured::storage
