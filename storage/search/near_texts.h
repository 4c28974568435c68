// NearTexts finds, among millions, a text that is nearly the same, by its SimHash.
//
// Of two hashes that differ in six bits at most, one of four parts of 16 bits differs
// in one at most: each part has a table, which is asked for the part and for the part
// with each of its bits turned, and what it finds is compared in full.  Texts are held
// in two generations, so that the oldest leave when there are too many; about 30 bytes
// each.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace figured::storage {

class NearTexts {
 public:
  static constexpr int kMostBits = 6;  // that may differ

  // Holds `generation` to twice as many texts.
  explicit NearTexts(std::size_t generation = 5'000'000) : generation_(generation) {}

  void put(std::uint64_t hash, std::uint32_t id);
  // The nearest; of those equally near the one that was put first.
  std::optional<std::uint32_t> find(std::uint64_t hash) const;
  void clear();

 private:
  static constexpr std::size_t kParts = 4;
  static constexpr std::size_t kBuckets = std::size_t{1} << 16;

  struct Text {
    std::uint64_t hash;
    std::uint32_t id;
  };
  struct Nearest {
    int bits = kMostBits + 1;
    std::uint32_t id = 0;
  };
  class Generation {
   public:
    void put(Text text);
    void find(std::uint64_t hash, Nearest& nearest) const;
    std::size_t size() const { return hashes_.size(); }

   private:
    using Bucket = std::vector<std::uint32_t>;  // places in hashes_
    void compare(const Bucket& bucket, std::uint64_t hash, Nearest& nearest) const;

    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> ids_;
    std::array<std::vector<Bucket>, kParts> tables_;  // empty while there is no text
  };

  const std::size_t generation_;
  Generation older_;
  Generation newer_;
};

}  // namespace figured::storage
