// KeyTable holds in memory which facts have a key, and which claim brought it last.
//
// It knows neither facts nor claims, only their numbers.  Most keys have one fact, which
// stands with them; of the others the facts stand in a list (fact_lists.h).  Keys stand in
// many small tables, so that none takes long to grow; of a key only its lower part is kept,
// which confuses two keys of a hundred million once in a while.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "claims/fact.h"
#include "storage/facts/fact_lists.h"

namespace figured::storage {

class KeyTable {
 public:
  // Of more facts with one key those spoken of longest ago are forgotten.
  static constexpr std::size_t kMaxFacts = FactLists::kMost;
  // No fact has this number, nor 0.
  static constexpr std::uint32_t kNoFact = std::numeric_limits<std::uint32_t>::max();

  enum class Spoken {
    kFirst,  // no other claim has spoken of the fact
    kAgain,
  };
  // Claims come in the order of their numbers.
  void put(claims::FactKey key, SpokenFact spoken, Spoken when = Spoken::kAgain);
  // Has the processor bring what put() and find() will look at first, and what then.
  void prefetch(claims::FactKey key) const;
  void prefetch_facts(claims::FactKey key) const;
  // Adds the facts with the key to `found`, in no order.
  void find(claims::FactKey key, std::vector<SpokenFact>& found) const;

 private:
  struct Entry {
    std::uint32_t tag = 0;
    std::uint32_t fact = 0;   // 0 = the entry is free; kNoFact = there are several
    std::uint32_t claim = 0;  // or where their list stands
  };
  // Open addressing.
  struct Shard {
    std::vector<Entry> entries;  // a power of two, or none
    std::size_t taken = 0;
  };
  static constexpr std::size_t kShards = 1024;

  // That of the key, or the free one where it would stand.  Requires one that is free.
  template <class Entries>
  static auto& entry_of(Entries& entries, std::uint32_t tag);
  static void grow(Shard& shard);

  std::array<Shard, kShards> shards_;
  FactLists lists_;
};

}  // namespace figured::storage
