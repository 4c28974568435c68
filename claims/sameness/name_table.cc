#include "claims/sameness/name_table.h"

#include <bit>
#include <limits>

namespace figured::claims {
namespace {

constexpr std::size_t kSlotsAName = 4;
constexpr std::size_t kSketchBlocks =
    (std::size_t{std::numeric_limits<NameSketch>::max()} + 1) / 64;

}  // namespace

void NameTable::fill(std::span<const NameKey> names) {
  names_.assign(names.begin(), names.end());
  present_ = {};
  slots_.assign(std::bit_ceil(kSlotsAName * names.size() + 1), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = 0; place < names.size(); ++place) {
    const NameKey name = names[place];
    present_[(name / 64) % kBlocks] |= std::uint64_t{1} << (name % 64);
    std::size_t at = name & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(place + 1);
  }
}

bool NameTable::has(NameKey name) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = name & mask; slots_[at] != 0; at = (at + 1) & mask)
    if (names_[slots_[at] - 1U] == name) return true;
  return false;
}

std::size_t NameTable::count_shared(std::span<const NameKey> others) const {
  std::size_t shared = 0;
  for (const NameKey name : others) {
    if ((present_[(name / 64) % kBlocks] >> (name % 64) & 1) != 0 && has(name)) ++shared;
  }
  return shared;
}

void SketchTable::fill(std::span<const NameKey> names) {
  present_.assign(kSketchBlocks, 0);
  size_ = names.size();
  for (const NameSketch name : sketch_names(names))
    present_[name / 64] |= std::uint64_t{1} << (name % 64);
}

std::size_t SketchTable::count_shared(std::span<const NameSketch> others) const {
  std::size_t shared = 0;
  for (const NameSketch name : others) shared += present_[name / 64] >> (name % 64) & 1;
  return shared;
}

}  // namespace figured::claims
