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

// The first bytes of a text, eight at most, with zeros behind; `text` is not empty.
inline std::uint64_t word_head(std::string_view text) {
  using namespace word_hash_detail;
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  if (size >= 8) return load<std::uint64_t>(bytes);
  if (size >= 4) {
    return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4) << 8 * (size - 4);
  }
  return load<std::uint8_t>(bytes) | load<std::uint8_t>(bytes + size / 2) << 8 * (size / 2) |
         load<std::uint8_t>(bytes + size - 1) << 8 * (size - 1);
}

// The same in lower case; 0 of an empty text.
inline std::uint64_t lower_word_head(std::string_view text) {
  return text.empty() ? 0 : word_hash_detail::lower_ascii(word_head(text));
}

// The hash of a text whose head in lower case is known.
inline std::uint64_t word_hash_behind(std::string_view text, std::uint64_t lower_head) {
  using namespace word_hash_detail;
  std::uint64_t hash = mix(text.size() * 0xd6e8feb86659fd93ull, lower_head);
  for (std::size_t i = 8; i < text.size(); i += 8) {
    const std::size_t from = text.size() - i < 8 ? text.size() - 8 : i;
    hash = mix(hash, lower_ascii(load<std::uint64_t>(text.data() + from)));
  }
  return mix(hash, text.size());
}

inline std::uint64_t word_hash(std::string_view text) {
  return word_hash_behind(text, lower_word_head(text));
}

// The key of words in a row: what stood before them is `hash`, 0 at the start.
inline std::uint64_t next_word_hash(std::uint64_t hash, std::uint64_t word_hash) {
  return word_hash_detail::mix(hash + 1, word_hash);
}
inline std::uint64_t next_word_hash(std::uint64_t hash, std::string_view word) {
  return next_word_hash(hash, word_hash(word));
}

}  // namespace figured::claims
