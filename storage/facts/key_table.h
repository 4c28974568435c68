// KeyTable holds in memory which facts have a key, and which claim brought it last.
//
// It knows neither facts nor claims, only their numbers.  Twelve bytes a key and
// fact, in many small tables, so that none takes long to grow; of a key only its
// lower part is kept, which confuses two keys of a hundred million once in a while.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "claims/fact.h"

namespace figured::storage {

// A fact as a claim spoke of it.
struct SpokenFact {
  std::uint32_t claim;
  std::uint32_t fact;
};

class KeyTable {
 public:
  // Of more facts with one key those spoken of longest ago are forgotten.
  static constexpr std::size_t kMaxFacts = 64;

  void put(claims::FactKey key, SpokenFact spoken);
  // Has the processor bring what put() and find() will look at first.
  void prefetch(claims::FactKey key) const;
  // Adds the facts with the key to `found`, in no order.
  void find(claims::FactKey key, std::vector<SpokenFact>& found) const;

 private:
  struct Entry {
    std::uint32_t tag = 0;
    std::uint32_t fact = 0;  // 0 = the entry is free
    std::uint32_t claim = 0;
  };
  // Open addressing; the entries of a key stand in one run.
  struct Shard {
    std::vector<Entry> entries;  // a power of two, or none
    std::size_t taken = 0;
  };
  static constexpr std::size_t kShards = 1024;

  static void insert(Shard& shard, const Entry& entry);
  static void grow(Shard& shard);

  std::array<Shard, kShards> shards_;
};

}  // namespace figured::storage
