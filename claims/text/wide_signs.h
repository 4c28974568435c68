// The signs and blanks of UTF-8 that take more than one byte and are no letters.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "claims/text/tokens.h"

namespace figured::claims {

// Signs of more than one byte that are no letters.
struct WideSign {
  std::string_view bytes;
  TokenKind kind;
  bool opens;
};
inline constexpr WideSign kWideSigns[] = {
    {"\u2018", TokenKind::kQuote, true},     {"\u2019", TokenKind::kQuote, false},
    {"\u201c", TokenKind::kQuote, true},     {"\u201d", TokenKind::kQuote, false},
    {"\u00ab", TokenKind::kQuote, true},     {"\u00bb", TokenKind::kQuote, false},
    {"\u2010", TokenKind::kHyphen, false},   {"\u2011", TokenKind::kHyphen, false},
    {"\u2012", TokenKind::kHyphen, false},   {"\u2013", TokenKind::kHyphen, false},
    {"\u2014", TokenKind::kHyphen, false},   {"\u2015", TokenKind::kHyphen, false},
    {"\u2212", TokenKind::kHyphen, false},
    {"\u20ac", TokenKind::kCurrency, false}, {"\u00a3", TokenKind::kCurrency, false},
    {"\u00a5", TokenKind::kCurrency, false}, {"\u20b9", TokenKind::kCurrency, false},
    {"\u20a9", TokenKind::kCurrency, false}, {"\u20aa", TokenKind::kCurrency, false},
    {"\u20a6", TokenKind::kCurrency, false}, {"\u20ab", TokenKind::kCurrency, false},
    {"\u20ba", TokenKind::kCurrency, false}, {"\u20bd", TokenKind::kCurrency, false},
    {"\u20b4", TokenKind::kCurrency, false}, {"\u20bf", TokenKind::kCurrency, false},
    {"\u20b1", TokenKind::kCurrency, false}, {"\u20b5", TokenKind::kCurrency, false},
    {"\u2044", TokenKind::kSign, false},     {"\u00b1", TokenKind::kSign, false},
    {"\u2026", TokenKind::kSign, false},     {"\u00b0", TokenKind::kSign, false},
    {"\u2022", TokenKind::kSign, false},     {"\u00b7", TokenKind::kSign, false},
    {"\ufffd", TokenKind::kSign, false}};
inline constexpr std::string_view kCurlyApostrophe = "\u2019";
inline constexpr std::string_view kWideBlanks[] = {"\u00a0", "\u2009", "\u202f",
                                                   "\u200b", "\u2003", "\ufeff"};

namespace wide_signs_detail {

// Each of the signs and blanks takes two or three bytes.
constexpr std::uint32_t code_of(std::string_view bytes) {
  std::uint32_t code = 0;
  for (std::size_t i = 0; i < 3 && i < bytes.size(); ++i)
    code = code << 8 | static_cast<unsigned char>(bytes[i]);
  return bytes.size() == 2 ? code << 8 : code;
}

// Whether a text that begins with the code begins with these bytes.
constexpr bool begins(std::uint32_t code, std::string_view bytes) {
  return (bytes.size() == 2 ? code & 0xffff00 : code) == code_of(bytes);
}

}  // namespace wide_signs_detail

// The bytes of the blank that the text begins with; 0 when it begins with none.
inline std::size_t wide_blank_at(std::string_view text) {
  const std::uint32_t code = wide_signs_detail::code_of(text);
  for (const std::string_view blank : kWideBlanks) {
    if (wide_signs_detail::begins(code, blank)) return blank.size();
  }
  return 0;
}

// The sign that the text begins with; null when it begins with none.
inline const WideSign* wide_sign_at(std::string_view text) {
  const std::uint32_t code = wide_signs_detail::code_of(text);
  for (const WideSign& sign : kWideSigns) {
    if (wide_signs_detail::begins(code, sign.bytes)) return &sign;
  }
  return nullptr;
}

}  // namespace figured::claims
