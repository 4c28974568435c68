// The migration of rows of text to packed ones: articles, their revisions, claims.
#pragma once

namespace figured::storage {

class Connection;

// Fills the tables of kPackedTables from those that kPackedInPlace drops.  Throws
// StoreError.
void pack_rows(Connection& db);

}  // namespace figured::storage
