#include "claims/sameness/context_table.h"

#include <algorithm>

namespace figured::claims {

ContextTable::ContextTable(std::span<const ContextWord> context) : context_(context) {
  for (const ContextWord& word : context)
    present_[(word.stem / 64) % kBlocks] |= std::uint64_t{1} << (word.stem % 64);
}

const ContextWord* ContextTable::look_up(std::uint32_t stem) const {
  const auto found = std::ranges::lower_bound(context_, stem, {}, &ContextWord::stem);
  return found != context_.end() && found->stem == stem ? &*found : nullptr;
}

}  // namespace figured::claims
