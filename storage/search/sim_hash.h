// SimHash: 64 bits of a text, of which texts that are nearly alike share nearly all.
//
// After Charikar (2002): each pair of neighbouring words votes by its hash on every
// bit.  Agency copy that an outlet shortens by a sentence differs by a few bits, two
// reports of one event by a dozen and more.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace figured::storage {

// Letters' case and what stands between words do not count.  Empty for texts of fewer
// than kLeastWords words, which are alike too easily.
inline constexpr std::size_t kLeastWords = 40;
std::optional<std::uint64_t> sim_hash(std::string_view text);

}  // namespace figured::storage
