// Suspicion: a mark beside a store that its disk has failed.
//
// After a write or a sync that failed nobody knows what the file holds: the
// kernel may have dropped what it could not write.  So the process that met it
// ends, and the mark, a file PATH.suspect, tells the next one to verify the whole
// store before it is used, not only as much as is verified at every start.
#pragma once
#include <optional>
#include <string>

namespace figured::storage {

// Leaves the mark with these words.  Where the disk takes not even that, or this
// user may not write there, nothing is left.
void hold_suspect(const std::string& store_path, const std::string& words) noexcept;

// The words of the mark; empty where there is none.
std::optional<std::string> suspicion(const std::string& store_path);

// The store was verified, or is no more.
void drop_suspicion(const std::string& store_path) noexcept;

}  // namespace figured::storage
