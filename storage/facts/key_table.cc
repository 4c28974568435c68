#include "storage/facts/key_table.h"

namespace figured::storage {
namespace {

constexpr std::size_t kFirstEntries = 16;

std::size_t shard_of(claims::FactKey key) { return key >> 54; }
std::uint32_t tag_of(claims::FactKey key) { return static_cast<std::uint32_t>(key); }

}  // namespace

template <class Entries>
auto& KeyTable::entry_of(Entries& entries, std::uint32_t tag) {
  const std::size_t mask = entries.size() - 1;
  std::size_t at = tag & mask;
  while (entries[at].fact != 0 && entries[at].tag != tag) at = (at + 1) & mask;
  return entries[at];
}

void KeyTable::put(claims::FactKey key, SpokenFact spoken, Spoken when) {
  Shard& shard = shards_[shard_of(key)];
  // Two thirds at most are taken, so that searches are short.
  if (3 * (shard.taken + 1) > 2 * shard.entries.size()) grow(shard);
  Entry& entry = entry_of(shard.entries, tag_of(key));
  if (entry.fact == 0) {
    entry = {tag_of(key), spoken.fact, spoken.claim};
    ++shard.taken;
  } else if (entry.fact == spoken.fact) {
    entry.claim = spoken.claim;
  } else if (entry.fact != kNoFact) {
    entry.claim = lists_.make({entry.claim, entry.fact}, spoken);
    entry.fact = kNoFact;
  } else if (SpokenFact& newest = lists_.newest(entry.claim); newest.fact == spoken.fact) {
    newest.claim = spoken.claim;
  } else if (when == Spoken::kFirst || !lists_.renew(entry.claim, spoken)) {
    entry.claim = lists_.add(entry.claim, spoken);
  }
}

void KeyTable::prefetch(claims::FactKey key) const {
  const Shard& shard = shards_[shard_of(key)];
  if (!shard.entries.empty())
    __builtin_prefetch(&shard.entries[tag_of(key) & (shard.entries.size() - 1)]);
}

void KeyTable::prefetch_facts(claims::FactKey key) const {
  const Shard& shard = shards_[shard_of(key)];
  if (shard.entries.empty()) return;
  const Entry& entry = entry_of(shard.entries, tag_of(key));
  if (entry.fact == kNoFact) lists_.prefetch(entry.claim);
}

void KeyTable::grow(Shard& shard) {
  std::vector<Entry> larger(shard.entries.empty() ? kFirstEntries : 2 * shard.entries.size());
  for (const Entry& entry : shard.entries) {
    if (entry.fact != 0) entry_of(larger, entry.tag) = entry;
  }
  shard.entries = std::move(larger);
}

void KeyTable::find(claims::FactKey key, std::vector<SpokenFact>& found) const {
  const Shard& shard = shards_[shard_of(key)];
  if (shard.entries.empty()) return;
  const Entry& entry = entry_of(shard.entries, tag_of(key));
  if (entry.fact == kNoFact) {
    lists_.find(entry.claim, found);
  } else if (entry.fact != 0) {
    found.push_back({entry.claim, entry.fact});
  }
}

}  // namespace figured::storage
