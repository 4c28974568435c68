// Migration 9. See schema.h.
#pragma once

namespace figured::storage {

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

}  // namespace figured::storage
