// Migration 1: feeds, and articles with their revisions. See schema.h.
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

}  // namespace figured::storage
