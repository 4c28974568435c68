// NameTable: the names of one article, to be looked up by those of many others.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "claims/claim.h"
#include "claims/verdicts/article_sketch.h"

namespace figured::claims {

// What of other names is among those of an article.
struct SharedNames {
  std::size_t count = 0;
  float weight = 0;  // their sum (name_weight.h)
};

class NameTable {
 public:
  // From here on the names are these, none twice.
  void fill(std::span<const NameKey> names);

  std::size_t size() const { return names_.size(); }
  SharedNames shared(std::span<const NameKey> others) const;

 private:
  static constexpr std::size_t kBlocks = 32;  // of 64 bits

  std::optional<float> weight(NameKey name) const;

  std::vector<NameKey> names_;
  std::vector<float> weights_;
  // Nearly every name is told to be none of these by a bit.
  std::array<std::uint64_t, kBlocks> present_{};  // by the lowest bits of the names
  std::vector<std::uint32_t> slots_;              // place in names_ and one; 0 = free
};

// The same of sketches (article_sketch.h), of which two names may have one.
class SketchTable {
 public:
  void fill(std::span<const NameKey> names);

  std::size_t size() const { return size_; }
  // At most.
  SharedNames shared(std::span<const NameSketch> others) const;

 private:
  struct Slot {
    NameSketch sketch = 0;
    float weight = 0;  // of all names with the sketch; 0 = free
  };

  std::size_t slot_of(NameSketch sketch) const;

  std::vector<std::uint64_t> present_;  // a bit for each sketch there is
  std::vector<Slot> slots_;             // a power of two; linear probing
  std::size_t size_ = 0;
};

}  // namespace figured::claims
