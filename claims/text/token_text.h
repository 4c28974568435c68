// TokenText: what stands in a text at one token, with its first bytes at hand in
// lower case.
//
// Readers ask of nearly every token whether it is this or that word.  The first
// eight bytes as one number answer that in one step, without a look at the text.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "claims/lexicon/word_hash.h"

namespace figured::claims {

inline char lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Some lower-case word without building a string.
inline bool equals_lower(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower_case(text[i]) != lower[i]) return false;
  }
  return true;
}

namespace token_text_detail {

constexpr std::size_t kHead = 8;  // bytes

// The first bytes of a literal as memory holds them (the low byte first), lower
// case when `lower`.
template <std::size_t... at>
[[gnu::always_inline]] constexpr std::uint64_t head_of(const char* literal, bool lower,
                                                       std::index_sequence<at...>) {
  // The empty literal has no byte.
  [[maybe_unused]] const auto byte = [=](std::size_t i) {
    const char c = literal[i];
    const bool upper = lower && c >= 'A' && c <= 'Z';
    return static_cast<std::uint64_t>(static_cast<unsigned char>(upper ? c + 32 : c)) << 8 * i;
  };
  return (std::uint64_t{0} | ... | byte(at));
}
template <std::size_t size>
[[gnu::always_inline]] constexpr std::uint64_t lower_head(const char (&literal)[size]) {
  return head_of(literal, true, std::make_index_sequence<(size - 1 < kHead ? size - 1 : kHead)>());
}

}  // namespace token_text_detail

// The head of a word in lower case (TokenText).
constexpr std::uint64_t head_of_lower(std::string_view lower) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < lower.size() && i < token_text_detail::kHead; ++i)
    head |= static_cast<std::uint64_t>(static_cast<unsigned char>(lower[i])) << 8 * i;
  return head;
}

// One bit of 64: two heads that differ mostly have different ones.
constexpr std::uint64_t slot_of_head(std::uint64_t head) {
  return std::uint64_t{1} << (head * 0x9e3779b97f4a7c15ull >> 58);
}

class TokenText : public std::string_view {
 public:
  constexpr TokenText() = default;
  // `head`: the first eight bytes in lower case (word_hash.h), zeros behind a
  // shorter text.
  constexpr TokenText(std::string_view text, std::uint64_t head)
      : std::string_view(text), head_(head) {}

  std::uint64_t head() const { return head_; }
  // Its word_hash.
  std::uint64_t hash() const { return word_hash_behind(*this, head_); }

  // Whether it is the word; `lower` has no capitals.  Always inlined, like those that hand it
  // a literal: the head of the literal is a constant only where the literal is known.
  template <std::size_t length>
  [[gnu::always_inline]] bool is_lower(const char (&lower)[length]) const {
    constexpr std::size_t kSize = length - 1;
    if constexpr (kSize == 0) return empty();
    if (head_ != token_text_detail::lower_head(lower)) return false;
    if constexpr (kSize < token_text_detail::kHead) return true;
    return size() == kSize && has_tail(std::string_view(lower, kSize));
  }
  bool is_lower(std::string_view lower) const {
    if (size() != lower.size()) return false;
    return lower.empty() || (head_ == word_head(lower) && has_tail(lower));
  }

  // As it is written.
  template <std::size_t length>
  [[gnu::always_inline]] friend bool operator==(const TokenText& text,
                                                const char (&literal)[length]) {
    constexpr std::size_t kSize = length - 1;
    if constexpr (kSize == 0) return text.empty();
    if (text.head_ != token_text_detail::lower_head(literal)) return false;
    return text.size() == kSize &&
           std::char_traits<char>::compare(text.data(), literal, kSize) == 0;
  }

 private:
  // What stands behind the head; both are of one size.
  bool has_tail(std::string_view lower) const {
    return size() <= token_text_detail::kHead ||
           equals_lower(substr(token_text_detail::kHead), lower.substr(token_text_detail::kHead));
  }

  std::uint64_t head_ = 0;
};

inline bool equals_lower(const TokenText& text, std::string_view lower) {
  return text.is_lower(lower);
}
template <std::size_t length>
[[gnu::always_inline]] inline bool equals_lower(const TokenText& text,
                                                const char (&lower)[length]) {
  return text.is_lower(lower);
}

// A short list of lower-case words, of which nearly every word that is asked for
// is none.
template <std::size_t count>
class WordList {
 public:
  template <class... Words>
  constexpr WordList(const Words&... words) : words_{std::string_view(words)...} {
    for (std::size_t i = 0; i < count; ++i) {
      heads_[i] = head_of_lower(words_[i]);
      slots_ |= slot_of_head(heads_[i]);
    }
  }

  bool holds(const TokenText& text) const {
    if ((slots_ & slot_of_head(text.head())) == 0) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (heads_[i] == text.head() && text.is_lower(words_[i])) return true;
    }
    return false;
  }

 private:
  std::string_view words_[count];
  std::uint64_t heads_[count] = {};
  std::uint64_t slots_ = 0;  // one bit of 64 for each word
};
template <class... Words>
WordList(const Words&...) -> WordList<sizeof...(Words)>;

}  // namespace figured::claims
