#include "claims/sameness/name_table.h"

#include <bit>
#include <limits>

#include "claims/sameness/name_weight.h"

namespace figured::claims {
namespace {

constexpr std::size_t kSlotsAName = 4;
constexpr float kRounding = 1e-4F;
constexpr std::size_t kSketchBlocks =
    (std::size_t{std::numeric_limits<NameSketch>::max()} + 1) / 64;

std::size_t slots_for(std::size_t names) { return std::bit_ceil(kSlotsAName * names + 1); }

}  // namespace

void NameTable::fill(std::span<const NameKey> names) {
  names_.assign(names.begin(), names.end());
  weights_.clear();
  present_ = {};
  slots_.assign(slots_for(names.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = 0; place < names.size(); ++place) {
    const NameKey name = names[place];
    weights_.push_back(name_weight(name));
    present_[(name / 64) % kBlocks] |= std::uint64_t{1} << (name % 64);
    std::size_t at = name & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(place + 1);
  }
}

std::optional<float> NameTable::weight(NameKey name) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = name & mask; slots_[at] != 0; at = (at + 1) & mask)
    if (names_[slots_[at] - 1U] == name) return weights_[slots_[at] - 1U];
  return std::nullopt;
}

SharedNames NameTable::shared(std::span<const NameKey> others) const {
  SharedNames shared;
  for (const NameKey name : others) {
    if ((present_[(name / 64) % kBlocks] >> (name % 64) & 1) == 0) continue;
    const std::optional<float> found = weight(name);
    if (!found) continue;
    ++shared.count;
    shared.weight += *found;
  }
  return shared;
}

void SketchTable::fill(std::span<const NameKey> names) {
  present_.assign(kSketchBlocks, 0);
  slots_.assign(slots_for(names.size()), {});
  size_ = names.size();
  for (const NameKey name : names) {
    const NameSketch sketch = sketch_name(name);
    present_[sketch / 64] |= std::uint64_t{1} << (sketch % 64);
    Slot& slot = slots_[slot_of(sketch)];
    slot = {sketch, slot.weight + name_weight(name)};
  }
}

// Where the sketch stands, or could.
std::size_t SketchTable::slot_of(NameSketch sketch) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = sketch & mask;
  while (slots_[at].weight != 0 && slots_[at].sketch != sketch) at = (at + 1) & mask;
  return at;
}

SharedNames SketchTable::shared(std::span<const NameSketch> others) const {
  SharedNames shared;
  for (const NameSketch name : others) {
    if ((present_[name / 64] >> (name % 64) & 1) == 0) continue;
    ++shared.count;
    shared.weight += slots_[slot_of(name)].weight;
  }
  // Sums can differ by the order of their terms.
  if (shared.count > 0) shared.weight += kRounding;
  return shared;
}

}  // namespace figured::claims
