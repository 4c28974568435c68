// Finds bytes of a kind in a text, sixteen at a time where the processor can do that.
//
// A kind is said twice: as a mark on sixteen bytes and as a question about one, which
// must agree; the second is asked where fewer than sixteen are left.
#pragma once
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <string_view>

namespace figured::feeds {

#ifdef __SSE2__
// Which of sixteen bytes are what is asked for.
class Marks {
 public:
  explicit Marks(__m128i bytes) : bytes_(bytes) {}
  Marks operator|(Marks other) const { return Marks(_mm_or_si128(bytes_, other.bytes_)); }
  Marks but_for(Marks other) const { return Marks(_mm_andnot_si128(other.bytes_, bytes_)); }
  // A bit for each byte, the first one lowest.
  unsigned bits() const { return static_cast<unsigned>(_mm_movemask_epi8(bytes_)); }

 private:
  __m128i bytes_;  // the highest bit of each counts
};

class Sixteen {
 public:
  explicit Sixteen(const char* bytes)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))) {}

  Marks equal_to(unsigned char byte) const { return Marks(_mm_cmpeq_epi8(bytes_, all(byte))); }
  // From `first` to `last`, both included.
  Marks between(unsigned char first, unsigned char last) const {
    const __m128i from = _mm_sub_epi8(bytes_, all(first));
    const __m128i width = all(static_cast<unsigned char>(last - first));
    return Marks(_mm_cmpeq_epi8(_mm_min_epu8(from, width), from));
  }
  Marks beyond_ascii() const { return Marks(bytes_); }

 private:
  static __m128i all(unsigned char byte) { return _mm_set1_epi8(static_cast<char>(byte)); }

  __m128i bytes_;
};
#endif

// The first byte at or after `at` for which `is_wanted` holds, or the end.  `mark` gives the
// same ones of a Sixteen.
template <typename Mark, typename IsWanted>
std::size_t find_byte(std::string_view text, std::size_t at, [[maybe_unused]] Mark mark,
                      IsWanted is_wanted) {
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16)
    if (const unsigned marked = mark(Sixteen(text.data() + at)).bits())
      return at + static_cast<std::size_t>(std::countr_zero(marked));
#endif
  while (at < text.size() && !is_wanted(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

// The first position at or after `at` with a byte over 0x7f, or the end.
inline std::size_t skip_ascii(std::string_view text, std::size_t at) {
  return find_byte(
      text, at, [](const auto& bytes) { return bytes.beyond_ascii(); },
      [](unsigned char c) { return c >= 0x80; });
}

}  // namespace figured::feeds
