// Migration 20. See schema.h.
#pragma once

namespace figured::storage {

// Verdicts were rows of their own, in the order of their facts: those on the claims of one
// article stood on as many pages as there were facts, and much the same words in each.
inline constexpr char kPackedVerdicts[] = R"sql(
ALTER TABLE verdict RENAME TO single_verdict;
CREATE TABLE verdict (
  later_claim INTEGER PRIMARY KEY,
  verdicts    BLOB NOT NULL  -- verdict_pack.h
) STRICT;
)sql";

// Once pack_single_verdicts() has filled it.
inline constexpr char kVerdictsPacked[] = R"sql(
DROP TABLE single_verdict;
)sql";

}  // namespace figured::storage
