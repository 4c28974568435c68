// The migrations of rows of text to packed ones: articles, their revisions, claims; later
// verdicts.
#pragma once

namespace figured::storage {

class Connection;

// Fills the tables of kPackedTables from those that kPackedInPlace drops.  Throws
// StoreError.
void pack_rows(Connection& db);
// The same of the table of kPackedVerdicts and that which kVerdictsPacked drops.
void pack_single_verdicts(Connection& db);

}  // namespace figured::storage
