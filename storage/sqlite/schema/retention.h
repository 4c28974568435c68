// Migration 11. See schema.h.
#pragma once

namespace figured::storage {

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

}  // namespace figured::storage
