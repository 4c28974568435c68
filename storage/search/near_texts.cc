#include "storage/search/near_texts.h"

#include <bit>
#include <utility>

namespace figured::storage {
namespace {

std::size_t part_of(std::uint64_t hash, std::size_t part) { return hash >> (16 * part) & 0xFFFF; }

}  // namespace

void NearTexts::put(std::uint64_t hash, std::uint32_t id) {
  if (newer_.size() == generation_) older_ = std::exchange(newer_, {});
  newer_.put({hash, id});
}

std::optional<std::uint32_t> NearTexts::find(std::uint64_t hash) const {
  Nearest nearest;
  older_.find(hash, nearest);
  newer_.find(hash, nearest);
  if (nearest.bits > kMostBits) return std::nullopt;
  return nearest.id;
}

void NearTexts::clear() {
  older_ = {};
  newer_ = {};
}

void NearTexts::Generation::put(Text text) {
  const auto place = static_cast<std::uint32_t>(hashes_.size());
  hashes_.push_back(text.hash);
  ids_.push_back(text.id);
  for (std::size_t part = 0; part < kParts; ++part) {
    if (tables_[part].empty()) tables_[part].resize(kBuckets);
    tables_[part][part_of(text.hash, part)].push_back(place);
  }
}

void NearTexts::Generation::find(std::uint64_t hash, Nearest& nearest) const {
  for (std::size_t part = 0; part < kParts; ++part) {
    if (tables_[part].empty()) return;
    const std::size_t bucket = part_of(hash, part);
    compare(tables_[part][bucket], hash, nearest);
    for (int bit = 0; bit < 16; ++bit)
      compare(tables_[part][bucket ^ std::size_t{1} << bit], hash, nearest);
  }
}

void NearTexts::Generation::compare(const Bucket& bucket, std::uint64_t hash,
                                    Nearest& nearest) const {
  for (const std::uint32_t place : bucket) {
    const int bits = std::popcount(hashes_[place] ^ hash);
    if (bits > kMostBits || bits > nearest.bits) continue;
    if (bits == nearest.bits && ids_[place] >= nearest.id) continue;
    nearest = {bits, ids_[place]};
  }
}

}  // namespace figured::storage
