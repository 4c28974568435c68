// NameFilter tells that a name of an article is not stored, without a look at the disk.
//
// Most articles that are put are new, and none of their names is known.  The filter
// may hold a stranger for stored, once in about two hundred times, and never
// overlooks a name.  It takes some twelve bits a name (a split block Bloom filter).
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace figured::storage {

class NameFilter {
 public:
  void add(std::int64_t number);
  // Has the processor bring what may_hold() will look at.
  void prefetch(std::int64_t number) const;
  // False: it was never added.
  bool may_hold(std::int64_t number) const;
  // How many were added.
  std::size_t size() const { return size_; }

 private:
  // A name is a bit in each word of one block.
  using Block = std::array<std::uint32_t, 8>;
  // A part of what was added, so that it grows without being made anew.
  struct Part {
    std::vector<Block> blocks;
    std::size_t room = 0;  // for so many more names
  };

  std::size_t size_ = 0;
  std::vector<Part> parts_;  // each twice as large as the one before
};

}  // namespace figured::storage
