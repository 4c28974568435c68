// Which bytes of a UTF-8 text words are made of.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace figured::storage {

// Letters beyond ASCII are all that is no sign; of signs only those of U+0080 to U+00BF
// and U+2000 to U+203F are known: quotation marks, dashes, blanks.
enum class ByteKind : std::uint8_t { kOther, kLetter, kDigit, kWide };

inline constexpr auto kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 'a' + 'A'] = ByteKind::kLetter;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = ByteKind::kDigit;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) kinds[c] = ByteKind::kWide;
  return kinds;
}();

inline bool is_of_wide_sign(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  for (std::size_t lead = at + 1; lead-- > 0 && at - lead < 3;) {
    if ((byte(lead) & 0xC0) == 0x80) continue;
    return byte(lead) == 0xC2 ||
           (byte(lead) == 0xE2 && lead + 1 < text.size() && byte(lead + 1) == 0x80);
  }
  return false;
}

// Never kWide.
inline ByteKind kind_at(std::string_view text, std::size_t at) {
  const ByteKind kind = kByteKinds[static_cast<std::uint8_t>(text[at])];
  if (kind != ByteKind::kWide) return kind;
  return is_of_wide_sign(text, at) ? ByteKind::kOther : ByteKind::kLetter;
}

}  // namespace figured::storage
