// The words around a claim's figure in one column: 8 bytes each, the stem above
// the distance, in the machine's byte order as all blobs of the store.
#pragma once
#include <cstdint>
#include <vector>

#include "claims/claim.h"

namespace figured::storage {

inline std::vector<std::uint64_t> pack_context(const std::vector<claims::ContextWord>& context) {
  std::vector<std::uint64_t> packed;
  packed.reserve(context.size());
  for (const claims::ContextWord& word : context)
    packed.push_back(std::uint64_t{word.stem} << 8 | word.distance);
  return packed;
}

inline std::vector<claims::ContextWord> unpack_context(const std::vector<std::uint64_t>& packed) {
  std::vector<claims::ContextWord> context;
  context.reserve(packed.size());
  for (const std::uint64_t word : packed)
    context.push_back({static_cast<std::uint32_t>(word >> 8), static_cast<std::uint8_t>(word)});
  return context;
}

}  // namespace figured::storage
