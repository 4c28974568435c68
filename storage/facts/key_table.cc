#include "storage/facts/key_table.h"

namespace figured::storage {
namespace {

constexpr std::size_t kFirstEntries = 16;

std::size_t shard_of(claims::FactKey key) { return key >> 54; }
std::uint32_t tag_of(claims::FactKey key) { return static_cast<std::uint32_t>(key); }

}  // namespace

void KeyTable::put(claims::FactKey key, SpokenFact spoken) {
  Shard& shard = shards_[shard_of(key)];
  // Two thirds at most are taken, so that runs stay short.
  if (3 * (shard.taken + 1) > 2 * shard.entries.size()) grow(shard);
  insert(shard, {tag_of(key), spoken.fact, spoken.claim});
}

void KeyTable::prefetch(claims::FactKey key) const {
  const Shard& shard = shards_[shard_of(key)];
  if (!shard.entries.empty())
    __builtin_prefetch(&shard.entries[tag_of(key) & (shard.entries.size() - 1)]);
}

void KeyTable::insert(Shard& shard, const Entry& entry) {
  const std::size_t mask = shard.entries.size() - 1;
  Entry* oldest = nullptr;
  std::size_t facts = 0;
  for (std::size_t at = entry.tag & mask;; at = (at + 1) & mask) {
    Entry& here = shard.entries[at];
    if (here.fact == 0) {
      if (facts < kMaxFacts) {
        here = entry;
        ++shard.taken;
      } else {
        *oldest = entry;
      }
      return;
    }
    if (here.tag != entry.tag) continue;
    if (here.fact == entry.fact) {
      here.claim = entry.claim;
      return;
    }
    ++facts;
    if (oldest == nullptr || here.claim < oldest->claim) oldest = &here;
  }
}

void KeyTable::grow(Shard& shard) {
  Shard larger;
  larger.entries.resize(shard.entries.empty() ? kFirstEntries : 2 * shard.entries.size());
  for (const Entry& entry : shard.entries) {
    if (entry.fact != 0) insert(larger, entry);
  }
  shard = std::move(larger);
}

void KeyTable::find(claims::FactKey key, std::vector<SpokenFact>& found) const {
  const Shard& shard = shards_[shard_of(key)];
  if (shard.entries.empty()) return;
  const std::size_t mask = shard.entries.size() - 1;
  const std::uint32_t tag = tag_of(key);
  for (std::size_t at = tag & mask; shard.entries[at].fact != 0; at = (at + 1) & mask) {
    if (shard.entries[at].tag == tag)
      found.push_back({shard.entries[at].claim, shard.entries[at].fact});
  }
}

}  // namespace figured::storage
