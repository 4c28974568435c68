// Names that stand in a row of the store, packed.
//
// Names are hashes, so those of a row lie near each other: each is told by what it is more
// than the one before it, in half the bytes that rows of their own would take.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/names/article_name.h"

namespace figured::storage {

// Of more articles with one name the newest are kept, and 0 in place of the others: a feed
// may give all of its articles one URL.
inline constexpr std::size_t kArticlesOfName = 8;

// Requires that they are in order and none is below `first`.
std::string pack_names(std::int64_t first, std::span<const NumberedName> names);

// Throws BadBytes (byte_coding.h) where the bytes are not what was packed.
std::vector<NumberedName> unpack_names(std::int64_t first, std::string_view bytes);

// Adds `more` to `names`, both in order, each name of an article once.
void merge_names(std::vector<NumberedName>& names, std::span<const NumberedName> more);

// Cut into equal parts of `most` at most, or a few more: one name stays together.
std::vector<std::span<const NumberedName>> part_names(std::span<const NumberedName> names,
                                                      std::size_t most);

}  // namespace figured::storage
