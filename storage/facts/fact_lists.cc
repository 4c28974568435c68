#include "storage/facts/fact_lists.h"

#include <algorithm>

namespace figured::storage {

FactLists::Slot* FactLists::block(Place place) const {
  const std::uint32_t size = size_of(place);
  const std::size_t number = place >> kSizeBits;
  return blocks_[size].parts[number / kBlocksAtOnce].get() +
         number % kBlocksAtOnce * (kRoom[size] + std::size_t{1});
}

FactLists::Place FactLists::take_block(std::uint32_t size) {
  Blocks& blocks = blocks_[size];
  if (blocks.free != 0) {
    const Place place = (blocks.free - 1) << kSizeBits | size;
    blocks.free = block(place)->head.oldest;
    return place;
  }
  if (blocks.used % kBlocksAtOnce == 0)
    blocks.parts.push_back(
        std::make_unique_for_overwrite<Slot[]>(kBlocksAtOnce * (kRoom[size] + std::size_t{1})));
  return blocks.used++ << kSizeBits | size;
}

void FactLists::leave_block(Place place) {
  Blocks& blocks = blocks_[size_of(place)];
  block(place)->head.oldest = blocks.free;
  blocks.free = (place >> kSizeBits) + 1;
}

FactLists::Place FactLists::make(SpokenFact older, SpokenFact newer) {
  const Place place = take_block(0);
  Slot* const slots = block(place);
  slots[0].head = {2, 0};
  slots[1].spoken = older;
  slots[2].spoken = newer;
  return place;
}

FactLists::Place FactLists::add(Place place, SpokenFact spoken) {
  const std::uint32_t size = size_of(place), room = kRoom[size];
  Slot* slots = block(place);
  if (slots->head.count == room && room == kMost) {
    std::uint32_t& oldest = slots->head.oldest;
    slots[1 + oldest].spoken = spoken;
    oldest = (oldest + 1) % room;
    return place;
  }
  if (slots->head.count == room) {
    const Place larger = take_block(size + 1);
    std::copy_n(slots, room + 1, block(larger));
    leave_block(place);
    place = larger;
    slots = block(place);
  }
  slots[++slots->head.count].spoken = spoken;
  return place;
}

// Only a list of kMost begins elsewhere than at its first slot.
bool FactLists::renew(Place place, SpokenFact spoken) {
  Slot* const slots = block(place);
  const auto [count, oldest] = slots->head;
  Slot* const end = slots + 1 + count;
  Slot* const found =
      std::find_if(slots + 1, end, [&](Slot& slot) { return slot.spoken.fact == spoken.fact; });
  if (found == end) return false;
  const auto wraps = [&](std::uint32_t at) { return at < count ? at : at - count; };
  const auto last = wraps(oldest + count - 1);
  for (auto at = static_cast<std::uint32_t>(found - slots - 1); at != last; at = wraps(at + 1))
    slots[1 + at] = slots[1 + wraps(at + 1)];
  slots[1 + last].spoken = spoken;
  return true;
}

SpokenFact& FactLists::newest(Place place) {
  Slot* const slots = block(place);
  const auto [count, oldest] = slots->head;
  return slots[oldest == 0 ? count : oldest].spoken;
}

void FactLists::find(Place place, std::vector<SpokenFact>& found) const {
  const Slot* const slots = block(place);
  for (std::uint32_t i = 1; i <= slots->head.count; ++i) found.push_back(slots[i].spoken);
}

}  // namespace figured::storage
