// What kind of sign a byte of UTF-8 is.
//
// A byte beyond ASCII counts as a letter: of which sign it is a part is told by
// wide_signs.h.
#pragma once
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace figured::claims {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }
inline bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }
inline bool is_letter(char c) { return is_ascii_letter(c) || is_wide(c); }
inline bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

#ifdef __SSE2__
// A bit for each of 16 bytes that is a letter of ASCII.
inline std::uint32_t letter_bits(__m128i chunk) {
  const __m128i lower = _mm_or_si128(chunk, _mm_set1_epi8(0x20));
  // Of signed bytes the letters are moved to the least there are.
  const __m128i moved = _mm_add_epi8(lower, _mm_set1_epi8(static_cast<char>(0x80 - 'a')));
  const __m128i letters = _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(-0x80 + 26)));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(letters));
}
#endif

// Which bytes of a piece of text are letters of ASCII and which are blanks (' '),
// a bit each, the first byte the lowest.
inline constexpr std::size_t kPiece = 64;
struct PieceOfText {
  std::uint64_t letters = 0;
  std::uint64_t blanks = 0;
};
inline PieceOfText look_at_piece(const char* bytes) {
  PieceOfText piece;
#ifdef __SSE2__
  for (unsigned at = 0; at < kPiece; at += 16) {
    const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    const __m128i blanks = _mm_cmpeq_epi8(chunk, _mm_set1_epi8(' '));
    piece.letters |= std::uint64_t{letter_bits(chunk)} << at;
    piece.blanks |= static_cast<std::uint64_t>(_mm_movemask_epi8(blanks)) << at;
  }
#else
  for (unsigned at = 0; at < kPiece; ++at) {
    piece.letters |= std::uint64_t{is_ascii_letter(bytes[at])} << at;
    piece.blanks |= std::uint64_t{bytes[at] == ' '} << at;
  }
#endif
  return piece;
}

// How many bytes leading_letters() looks at.
#ifdef __SSE2__
inline constexpr std::size_t kLettersAtOnce = 16;
#else
inline constexpr std::size_t kLettersAtOnce = 8;
#endif

// How many of the bytes are letters of ASCII before the first that is none.
inline std::size_t leading_letters(const char* bytes) {
#ifdef __SSE2__
  const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  return static_cast<std::size_t>(std::countr_one(letter_bits(chunk)));
#else
  constexpr std::uint64_t kEach = 0x0101010101010101ull;
  std::uint64_t chunk;
  std::memcpy(&chunk, bytes, sizeof chunk);
  const std::uint64_t lower = (chunk | kEach * 0x20) & kEach * 0x7f;
  const std::uint64_t from_a = lower + kEach * (0x80 - 'a');
  const std::uint64_t beyond_z = lower + kEach * (0x7f - 'z');
  const std::uint64_t others = ~(from_a & ~beyond_z & ~chunk) & kEach * 0x80;
  return others == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(others)) / 8;
#endif
}

}  // namespace figured::claims
