#include "storage/names/name_filter.h"

#include <algorithm>

namespace figured::storage {
namespace {

constexpr std::size_t kFirstBlocks = 4'096;
constexpr std::size_t kNamesABlock = 20;  // of 256 bits: less than one in two hundred is mistaken

// Odd numbers, by which a name chooses its bit of each word.
constexpr std::array<std::uint32_t, 8> kSalts = {0x47b6137bU, 0x44974d91U, 0x8824ad5bU,
                                                 0xa2b7289dU, 0x705495c7U, 0x2df1424bU,
                                                 0x9efc4947U, 0x5c6bfb31U};

// Names may come in order: neighbours must not fall into neighbouring blocks of one part.
std::uint64_t bits_of(std::int64_t number) {
  const std::uint64_t bits = static_cast<std::uint64_t>(number) * 0x9e3779b97f4a7c15U;
  return bits ^ bits >> 32;
}

std::size_t block_of(std::uint64_t bits, std::size_t blocks) {
  return static_cast<std::size_t>(((bits >> 32) * blocks) >> 32);
}

std::uint32_t bit_of(std::uint64_t bits, std::size_t word) {
  return std::uint32_t{1} << ((static_cast<std::uint32_t>(bits) * kSalts[word]) >> 27);
}

}  // namespace

void NameFilter::add(std::int64_t number) {
  if (parts_.empty() || parts_.back().room == 0) {
    const std::size_t blocks = parts_.empty() ? kFirstBlocks : 2 * parts_.back().blocks.size();
    parts_.push_back({std::vector<Block>(blocks), blocks * kNamesABlock});
  }
  Part& part = parts_.back();
  --part.room;
  ++size_;
  const std::uint64_t bits = bits_of(number);
  Block& block = part.blocks[block_of(bits, part.blocks.size())];
  for (std::size_t word = 0; word < block.size(); ++word) block[word] |= bit_of(bits, word);
}

void NameFilter::prefetch(std::int64_t number) const {
  const std::uint64_t bits = bits_of(number);
  for (const Part& part : parts_)
    __builtin_prefetch(&part.blocks[block_of(bits, part.blocks.size())]);
}

bool NameFilter::may_hold(std::int64_t number) const {
  const std::uint64_t bits = bits_of(number);
  return std::ranges::any_of(parts_, [&](const Part& part) {
    const Block& block = part.blocks[block_of(bits, part.blocks.size())];
    for (std::size_t word = 0; word < block.size(); ++word)
      if ((block[word] & bit_of(bits, word)) == 0) return false;
    return true;
  });
}

}  // namespace figured::storage
