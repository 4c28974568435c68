// ContextTable: the words around one figure, to be looked up by those around many others.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

class ContextTable {
 public:
  explicit ContextTable(std::span<const ContextWord> context);

  // The word with the stem; null where there is none, which is nearly always so and
  // costs a bit's test then.
  const ContextWord* find(std::uint32_t stem) const {
    if ((present_[(stem / 64) % kBlocks] >> (stem % 64) & 1) == 0) return nullptr;
    return look_up(stem);
  }

 private:
  static constexpr std::size_t kBlocks = 16;  // of 64 bits

  const ContextWord* look_up(std::uint32_t stem) const;

  std::array<std::uint64_t, kBlocks> present_{};  // by the lowest bits of the stems
  std::span<const ContextWord> context_;          // sorted by stem
};

}  // namespace figured::claims
