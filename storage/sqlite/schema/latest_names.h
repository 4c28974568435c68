// Migration 19. See schema.h.
#pragma once

namespace figured::storage {

// Names of the articles that came last, which do not stand in article_key and
// article_alias yet: hashes, 8 bytes each.
inline constexpr char kLatestNames[] = R"sql(
CREATE TABLE latest_names (
  article_id INTEGER PRIMARY KEY REFERENCES article (id),
  feed_id    INTEGER NOT NULL,
  keys       BLOB NOT NULL,
  aliases    BLOB NOT NULL
) STRICT;
)sql";

}  // namespace figured::storage
