// Migration 16. See schema.h.
#pragma once

namespace figured::storage {

// Claims are packed before it is known of which facts they are; then that stands beside
// them.  NULL where the pack holds it, or each claim is of a fact with its own id.  The
// names of a revision stand in its text from now on.
inline constexpr char kReadyClaims[] = R"sql(
ALTER TABLE reading ADD COLUMN facts BLOB;
)sql";

}  // namespace figured::storage
