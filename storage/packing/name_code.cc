// names = varint(words counted off) bit{words, first first} varint(count) {hash}
#include "storage/packing/name_code.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "storage/packing/byte_coding.h"
#include "storage/packing/word_bytes.h"

namespace figured::storage {
namespace {

// Calls `take` with each word that begins with a capital, or with a letter beyond
// ASCII, until it returns false.
template <class Take>
void each_capital(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    const ByteKind kind = kind_at(text, at);
    if (kind == ByteKind::kOther) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && kind_at(text, at) != ByteKind::kOther) ++at;
    const char first = text[begin];
    const bool capital = kind == ByteKind::kLetter && !(first >= 'a' && first <= 'z');
    if (capital && !take(text.substr(begin, at - begin))) return;
  }
}

// Stays as it is, for it is how stored names are read.
claims::NameKey key_of(std::string_view word) {
  constexpr std::size_t kLongest = 64;
  std::array<char, kLongest> lower;
  const std::size_t size = std::min(word.size(), lower.size());
  std::transform(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return XXH3_64bits(lower.data(), size);
}

}  // namespace

void put_names(ByteWriter& out, const std::vector<claims::NameKey>& names, std::string_view text) {
  std::vector<claims::NameKey> left = names;
  std::vector<std::uint8_t> bits;
  std::size_t words = 0, counted = 0;
  const bool is_sorted = std::ranges::adjacent_find(names, std::greater_equal()) == names.end();
  each_capital(is_sorted ? text : "", [&](std::string_view word) {
    const claims::NameKey key = key_of(word);
    const auto found = std::lower_bound(left.begin(), left.end(), key);
    const bool is_name = found != left.end() && *found == key;
    if (words % 8 == 0) bits.push_back(0);
    if (is_name) {
      left.erase(found);
      bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << words % 8);
      counted = words + 1;
    }
    ++words;
    return !left.empty();
  });
  bits.resize((counted + 7) / 8);
  out.put(counted);
  for (const std::uint8_t byte : bits) out.put_byte(byte);
  out.put(left.size());
  for (const claims::NameKey name : left) out.put_hash(name);
}

std::vector<claims::NameKey> take_names(ByteReader& in, std::string_view text) {
  const std::uint64_t counted = in.take();
  if (counted > text.size()) throw BadBytes();
  std::vector<std::uint8_t> bits;
  for (std::uint64_t at = 0; at < counted; at += 8) bits.push_back(in.take_byte());
  std::vector<claims::NameKey> names;
  std::size_t words = 0;
  if (counted > 0) {
    each_capital(text, [&](std::string_view word) {
      if ((bits[words / 8] >> words % 8 & 1U) != 0) names.push_back(key_of(word));
      return ++words < counted;
    });
  }
  if (words < counted) throw BadBytes();
  for (std::uint64_t count = in.take(); count > 0; --count) names.push_back(in.take_hash());
  if (counted > 0) std::sort(names.begin(), names.end());
  return names;
}

}  // namespace figured::storage
