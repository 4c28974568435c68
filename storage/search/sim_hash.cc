#include "storage/search/sim_hash.h"

#include <xxhash.h>

#include <array>
#include <cstddef>

#include "storage/packing/word_bytes.h"

namespace figured::storage {
namespace {

constexpr std::size_t kLongest = 48;  // bytes of a word that count

// How often each of 64 bits was set: the counters' own bits stand in planes, so that
// all are counted up at once.
class BitCounts {
 public:
  void add(std::uint64_t bits) {
    for (std::size_t plane = 0; bits != 0 && plane < planes_.size(); ++plane) {
      const std::uint64_t carry = planes_[plane] & bits;
      planes_[plane] ^= bits;
      bits = carry;
    }
    ++added_;
  }
  // The bits that were set more often than not.
  std::uint64_t majority() const {
    std::uint64_t result = 0;
    for (int bit = 0; bit < 64; ++bit) {
      std::uint64_t count = 0;
      for (std::size_t plane = 0; plane < planes_.size(); ++plane)
        count |= (planes_[plane] >> bit & 1) << plane;
      if (2 * count > added_) result |= std::uint64_t{1} << bit;
    }
    return result;
  }

 private:
  std::array<std::uint64_t, 24> planes_{};
  std::uint64_t added_ = 0;
};

}  // namespace

std::optional<std::uint64_t> sim_hash(std::string_view text) {
  BitCounts counts;
  std::size_t words = 0;
  std::uint64_t before = 0;
  std::array<char, kLongest> lower;
  for (std::size_t at = 0; at < text.size();) {
    if (kind_at(text, at) == ByteKind::kOther) {
      ++at;
      continue;
    }
    std::size_t size = 0;
    for (; at < text.size() && kind_at(text, at) != ByteKind::kOther; ++at) {
      const char c = text[at];
      if (size < lower.size())
        lower[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    const std::uint64_t word = XXH3_64bits_withSeed(lower.data(), size, before);
    if (words++ > 0) counts.add(word);
    before = XXH3_64bits(lower.data(), size);
  }
  if (words < kLeastWords) return std::nullopt;
  return counts.majority();
}

}  // namespace figured::storage
