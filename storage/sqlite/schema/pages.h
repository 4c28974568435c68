// Migration 13. See schema.h.
#pragma once

namespace figured::storage {

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

}  // namespace figured::storage
