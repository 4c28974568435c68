// Tokens: a text cut into words, numbers and signs, these into sentences, and
// the names in them marked.
//
// One pass over the bytes.  Hyphens and possessive endings stand alone, so that
// "32-year-old" is five tokens and "Massoud's" two.  Bytes that are no valid
// UTF-8 count as letters of a word nobody knows.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/figure.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/token_text.h"

namespace figured::claims {

enum class TokenKind : std::uint8_t {
  kSign,  // any sign that is none of the others
  kWord,
  kNumber,         // digits with separators: 1,234.5
  kMixed,          // letters and digits: Q10, @handle, www.x.org
  kCurrency,       // $, €, US$ ...
  kHyphen,         // - – — ‑
  kQuote,          // any quotation mark
  kPossessiveEnd,  // 's or '
};

// One line of the cache, for readers look at many tokens and at little of each.
struct alignas(64) Token {
  TokenText text;
  const Word* word = nullptr;  // never null
  Span span;
  TokenKind kind = TokenKind::kSign;
  std::uint8_t cues = 0;         // of Cue
  std::uint8_t name_length = 0;  // tokens of the name that begins here; 0 when none does
  bool spaced = false;           // white space stands before it
  bool capital = false;          // a word that begins with a capital letter
  bool letters = false;          // letters of ASCII and nothing else
  bool plain_digits = false;     // of kNumber: no separator: 2021
  bool opens = false;            // of kQuote
  bool quoted = false;           // stands between quotation marks
  bool may_name = false;         // may be a word of a name; mark_names() tells
  std::int16_t grain_power = 0;  // of ten, see grain()
  double number = 0;             // of kNumber

  // Of kNumber: the step of its last digit that is not a filling zero.
  double grain() const;
};
static_assert(sizeof(Token) == 64);

// Tokens [first, last) of a text.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t first_capital = 0;  // of Tokens::capitals
  std::uint32_t last_capital = 0;
  std::uint32_t first_cued = 0;  // of Tokens::cued
  std::uint32_t last_cued = 0;
  bool has_number = false;  // a digit or a number word stands in it
  bool title_case = false;  // most words have a capital, so that capitals prove no name
  std::uint8_t cues = 0;    // of its tokens
};

struct Tokens {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> capitals;  // the tokens that begin with a capital
  std::vector<std::uint32_t> cued;      // the tokens with cues
};

Tokens tokenize(std::string_view text, const Lexicon& lexicon);
// The same into a value that is used again and again.
void tokenize(std::string_view text, const Lexicon& lexicon, Tokens& out);

// The word in lower case (ASCII), for look-ups and comparison.
std::string lower_case(std::string_view word);

}  // namespace figured::claims
