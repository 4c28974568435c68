// SentenceView: the tokens of one sentence, safe to look at beyond its ends.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "claims/text/tokens.h"

namespace figured::claims {

// Positions are token indexes of the whole text; a position outside the
// sentence reads as an empty sign.
class SentenceView {
 public:
  SentenceView(const Tokens& tokens, const Sentence& sentence)
      : tokens_(tokens),
        sentence_(sentence),
        begin_(tokens.tokens.data() + sentence.first),
        first_(static_cast<int>(sentence.first)),
        count_(sentence.last - sentence.first) {}

  int first() const { return first_; }
  int last() const { return first_ + static_cast<int>(count_); }
  std::uint32_t paragraph() const { return sentence_.paragraph; }
  std::string_view text() const { return tokens_.text; }
  bool title_case() const { return sentence_.title_case; }
  std::uint8_t cues() const { return sentence_.cues; }  // of its tokens
  // The tokens that begin with a capital, in order.
  std::span<const std::uint32_t> capitals() const {
    return std::span(tokens_.capitals)
        .subspan(sentence_.first_capital, sentence_.last_capital - sentence_.first_capital);
  }
  // The tokens with cues, in order.
  std::span<const std::uint32_t> cued() const {
    return std::span(tokens_.cued)
        .subspan(sentence_.first_cued, sentence_.last_cued - sentence_.first_cued);
  }

  const Token& at(int i) const { return has(i) ? begin_[place(i)] : kOutside; }
  bool has(int i) const { return place(i) < count_; }
  bool is(int i, WordClasses classes) const { return at(i).word->is(classes); }
  bool is_word(int i) const { return at(i).kind == TokenKind::kWord; }
  bool is_kind(int i, TokenKind kind) const { return at(i).kind == kind; }
  bool lower_is(int i, std::string_view lower) const { return at(i).text.is_lower(lower); }
  template <std::size_t size>
  [[gnu::always_inline]] bool lower_is(int i, const char (&lower)[size]) const {
    return at(i).text.is_lower(lower);
  }
  // Whether the token stands in a short list of lower-case words; most are told
  // apart by length and first letter.
  template <std::size_t N>
  bool is_one_of(int i, const std::string_view (&words)[N]) const {
    const TokenText& text = at(i).text;
    const char first = static_cast<char>(text.head());
    for (const std::string_view word : words) {
      if (word.size() == text.size() && word.front() == first && text.is_lower(word)) return true;
    }
    return false;
  }
  template <std::size_t N>
  bool is_one_of(int i, const WordList<N>& words) const {
    return words.holds(at(i).text);
  }
  // A hyphen that binds its neighbours: no white space on either side.
  bool binds(int i) const {
    return is_kind(i, TokenKind::kHyphen) && !at(i).spaced && has(i + 1) && !at(i + 1).spaced;
  }
  // The text of tokens [from, to).
  std::string_view slice(int from, int to) const {
    if (from >= to) return {};
    const std::uint32_t begin = at(from).span.start;
    return tokens_.text.substr(begin, at(to - 1).span.end - begin);
  }

 private:
  static constexpr Word kNoWord{};
  static constexpr Token kOutside = [] {
    Token token;
    token.word = &kNoWord;
    return token;
  }();

  // One comparison tells both ends: what stands before the sentence is a great number.
  std::uint32_t place(int i) const { return static_cast<std::uint32_t>(i - first_); }

  const Tokens& tokens_;
  const Sentence& sentence_;
  const Token* begin_;
  int first_;
  std::uint32_t count_;
};

}  // namespace figured::claims
