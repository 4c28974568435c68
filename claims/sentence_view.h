// SentenceView: the tokens of one sentence, safe to look at beyond its ends.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "claims/tokens.h"

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
        last_(static_cast<int>(sentence.last)) {}

  int first() const { return first_; }
  int last() const { return last_; }
  std::uint32_t paragraph() const { return sentence_.paragraph; }
  std::string_view text() const { return tokens_.text; }
  bool title_case() const { return sentence_.title_case; }
  // The tokens that begin with a capital, in order.
  std::span<const std::uint32_t> capitals() const {
    return std::span(tokens_.capitals)
        .subspan(sentence_.first_capital, sentence_.last_capital - sentence_.first_capital);
  }

  const Token& at(int i) const { return has(i) ? begin_[i - first_] : kOutside; }
  bool has(int i) const { return i >= first_ && i < last_; }
  bool is(int i, WordClasses classes) const { return at(i).word->is(classes); }
  bool is_word(int i) const { return at(i).kind == TokenKind::kWord; }
  bool is_kind(int i, TokenKind kind) const { return at(i).kind == kind; }
  bool lower_is(int i, std::string_view lower) const { return equals_lower(at(i).text, lower); }
  template <std::size_t size>
  bool lower_is(int i, const char (&lower)[size]) const {
    return equals_lower(at(i).text, lower);
  }
  // Whether the token stands in a short list of lower-case words; most are told
  // apart by length and first letter.
  template <std::size_t N>
  bool is_one_of(int i, const std::string_view (&words)[N]) const {
    const std::string_view text = at(i).text;
    if (text.empty()) return false;
    const char first = lower_case(text.front());
    for (const std::string_view word : words) {
      if (word.size() == text.size() && word.front() == first && equals_lower(text, word))
        return true;
    }
    return false;
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

  const Tokens& tokens_;
  const Sentence& sentence_;
  const Token* begin_;
  int first_;
  int last_;
};

}  // namespace figured::claims
