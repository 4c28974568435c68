// Migration 17. See schema.h.
#pragma once

namespace figured::storage {

// What the status counts, so that it need not read the rows of it.
inline constexpr char kCounts[] = R"sql(
CREATE TABLE page_count (
  state INTEGER PRIMARY KEY,  -- as that of page
  pages INTEGER NOT NULL
) STRICT;
INSERT INTO page_count
SELECT s.column1, (SELECT count(*) FROM page p WHERE p.state = s.column1)
FROM (VALUES (0), (1), (2)) s;

CREATE TRIGGER page_counted AFTER INSERT ON page
BEGIN
  UPDATE page_count SET pages = pages + 1 WHERE state = NEW.state;
END;
CREATE TRIGGER page_counted_again AFTER UPDATE OF state ON page WHEN OLD.state <> NEW.state
BEGIN
  UPDATE page_count SET pages = pages - 1 WHERE state = OLD.state;
  UPDATE page_count SET pages = pages + 1 WHERE state = NEW.state;
END;

CREATE INDEX dispute_open ON dispute (id) WHERE state NOT IN (2, 4);
CREATE INDEX feed_standing ON feed (state, next_poll, last_poll, failures) WHERE retired = 0;
)sql";

}  // namespace figured::storage
