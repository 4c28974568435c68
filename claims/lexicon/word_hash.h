// word_hash is the key of a word in the tables of the lexicon, the same at
// build time and at run time.
//
// It reads A-Z as a-z while it hashes, eight bytes at a time, so that a token
// is looked up as it stands in the text.  Bytes beyond ASCII count as they are.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace figured::claims {

namespace word_hash_detail {

template <class Chunk>
std::uint64_t load(const char* bytes) {
  Chunk chunk;
  std::memcpy(&chunk, bytes, sizeof chunk);
  return chunk;
}

// Sets the bit 0x20 of each byte that holds 'A' .. 'Z'.
inline std::uint64_t lower_ascii(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101ull;
  const std::uint64_t low_bits = bytes & (kEach * 0x7f);
  const std::uint64_t beyond_z = low_bits + kEach * (0x7f - 'Z');
  const std::uint64_t from_a = low_bits + kEach * (0x80 - 'A');
  const std::uint64_t upper = (from_a ^ beyond_z) & ~bytes & (kEach * 0x80);
  return bytes | (upper >> 2);
}

inline std::uint64_t mix(std::uint64_t hash, std::uint64_t bytes) {
  hash = (hash ^ bytes) * 0x9e3779b97f4a7c15ull;
  return hash ^ (hash >> 32);
}

}  // namespace word_hash_detail

inline std::uint64_t word_hash(std::string_view text) {
  using namespace word_hash_detail;
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = size * 0xd6e8feb86659fd93ull;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      hash = mix(hash, lower_ascii(load<std::uint64_t>(bytes + i)));
    }
    hash = mix(hash, lower_ascii(load<std::uint64_t>(bytes + size - 8)));
  } else if (size >= 4) {
    const std::uint64_t ends = load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4)
                                                                << 32;
    hash = mix(hash, lower_ascii(ends));
  } else if (size > 0) {
    const std::uint64_t three = load<std::uint8_t>(bytes) |
                                load<std::uint8_t>(bytes + size / 2) << 8 |
                                load<std::uint8_t>(bytes + size - 1) << 16;
    hash = mix(hash, lower_ascii(three));
  }
  return mix(hash, size);
}

// The key of words in a row: what stood before them is `hash`, 0 at the start.
inline std::uint64_t next_word_hash(std::uint64_t hash, std::string_view word) {
  return word_hash_detail::mix(hash + 1, word_hash(word));
}

}  // namespace figured::claims
