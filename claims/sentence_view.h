// SentenceView: the tokens of one sentence, safe to look at beyond its ends.
#pragma once
#include <cstdint>
#include <string_view>

#include "claims/tokens.h"

namespace figured::claims {

// Positions are token indexes of the whole text; a position outside the
// sentence reads as an empty sign.
class SentenceView {
 public:
  SentenceView(const Tokens& tokens, const Sentence& sentence)
      : tokens_(tokens), sentence_(sentence) {}

  int first() const { return static_cast<int>(sentence_.first); }
  int last() const { return static_cast<int>(sentence_.last); }
  std::uint32_t paragraph() const { return sentence_.paragraph; }
  std::string_view text() const { return tokens_.text; }
  bool title_case() const { return sentence_.title_case; }

  const Token& at(int i) const {
    return i < first() || i >= last() ? outside() : tokens_.tokens[static_cast<std::size_t>(i)];
  }
  bool has(int i) const { return i >= first() && i < last(); }
  bool is(int i, WordClasses classes) const { return at(i).word->is(classes); }
  bool is_word(int i) const { return at(i).kind == TokenKind::kWord; }
  bool is_kind(int i, TokenKind kind) const { return at(i).kind == kind; }
  bool lower_is(int i, std::string_view lower) const { return equals_lower(at(i).text, lower); }
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
  static const Token& outside() {
    static const Word no_word;
    static const Token token = [] {
      Token empty;
      empty.word = &no_word;
      return empty;
    }();
    return token;
  }

  const Tokens& tokens_;
  const Sentence& sentence_;
};

}  // namespace figured::claims
