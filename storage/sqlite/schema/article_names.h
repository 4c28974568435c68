// Migration 22. See schema.h.
#pragma once

namespace figured::storage {

// Names were rows of their own in two trees: each cost the time of a row and, once the trees
// were large, the writing of a page.
inline constexpr char kArticleNames[] = R"sql(
CREATE TABLE article_names (
  first INTEGER PRIMARY KEY,  -- names from this number on, up to the next row's
  names BLOB NOT NULL         -- name_rows.h
) STRICT;
)sql";

// Once pack_article_names() has filled it.
inline constexpr char kArticleNamesPacked[] = R"sql(
DROP TABLE article_key;
DROP TABLE article_alias;
)sql";

}  // namespace figured::storage
