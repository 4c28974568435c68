// Migration 14. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kAliases[] = R"sql(
CREATE TABLE article_alias (
  feed_id    INTEGER NOT NULL,
  alias      INTEGER NOT NULL,  -- a hash
  article_id INTEGER NOT NULL,  -- 0 = it has been two articles' name, and is none
  PRIMARY KEY (feed_id, alias)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace figured::storage
