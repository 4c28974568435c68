// FactLists holds lists of facts, each in the order in which they were spoken of last.
//
// It knows neither facts nor claims, only their numbers.  A list starts small and moves to
// a larger block when it is full; blocks that are left are used again.  A list of kMost
// facts forgets the one spoken of longest ago for each that comes.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace figured::storage {

// A fact as a claim spoke of it.
struct SpokenFact {
  std::uint32_t claim;
  std::uint32_t fact;
};

class FactLists {
 public:
  static constexpr std::size_t kMost = 64;

  // Where a list stands, until it is added to.
  using Place = std::uint32_t;

  // A list of two facts.
  Place make(SpokenFact older, SpokenFact newer);
  // Adds a fact that the list has not.  Returns where the list stands from now on.
  Place add(Place place, SpokenFact spoken);
  // A fact of the list was spoken of again; false where the list has it not.
  bool renew(Place place, SpokenFact spoken);

  // The one spoken of last, which is the list's own.
  SpokenFact& newest(Place place);
  // Adds all of the list to `found`, in no order.
  void find(Place place, std::vector<SpokenFact>& found) const;
  // Has the processor bring what the others will look at first.
  void prefetch(Place place) const { __builtin_prefetch(block(place)); }

 private:
  // How many facts the blocks of a size have room for; before them stands one Head.
  static constexpr std::array<std::uint32_t, 5> kRoom = {3, 7, 15, 31, kMost};
  static constexpr std::uint32_t kSizeBits = 3;  // of a place; the rest is the block's number
  static constexpr std::size_t kBlocksAtOnce = 4'096;

  union Slot {
    struct {
      std::uint32_t count;
      std::uint32_t oldest;  // its place among the facts; in a free block, the next free one
    } head;
    SpokenFact spoken;
  };
  struct Blocks {
    std::vector<std::unique_ptr<Slot[]>> parts;
    std::uint32_t used = 0;
    std::uint32_t free = 0;  // the first free one's number and one; 0 = none
  };

  static std::uint32_t size_of(Place place) { return place & ((1U << kSizeBits) - 1); }
  Slot* block(Place place) const;
  Place take_block(std::uint32_t size);
  void leave_block(Place place);

  std::array<Blocks, kRoom.size()> blocks_;
};

}  // namespace figured::storage
