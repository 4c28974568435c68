// The signs and blanks of UTF-8 that take more than one byte and are no letters.
#pragma once
#include <string_view>

#include "claims/tokens.h"

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
    {"\u2014", TokenKind::kHyphen, false},   {"\u2212", TokenKind::kHyphen, false},
    {"\u20ac", TokenKind::kCurrency, false}, {"\u00a3", TokenKind::kCurrency, false},
    {"\u00a5", TokenKind::kCurrency, false}, {"\u20b9", TokenKind::kCurrency, false},
    {"\u20a9", TokenKind::kCurrency, false}, {"\u20aa", TokenKind::kCurrency, false},
    {"\u20a6", TokenKind::kCurrency, false}, {"\u20ab", TokenKind::kCurrency, false},
    {"\u20ba", TokenKind::kCurrency, false}, {"\u20bd", TokenKind::kCurrency, false},
    {"\u20b4", TokenKind::kCurrency, false}, {"\u20bf", TokenKind::kCurrency, false},
    {"\u20b1", TokenKind::kCurrency, false}, {"\u20b5", TokenKind::kCurrency, false},
    {"\u2044", TokenKind::kSign, false},     {"\u00b1", TokenKind::kSign, false},
    {"\u2026", TokenKind::kSign, false},     {"\u00b0", TokenKind::kSign, false},
    {"\u2022", TokenKind::kSign, false},     {"\u00b7", TokenKind::kSign, false}};
inline constexpr std::string_view kCurlyApostrophe = "\u2019";
inline constexpr std::string_view kWideBlanks[] = {"\u00a0", "\u2009", "\u202f",
                                                   "\u200b", "\u2003", "\ufeff"};

// Whether the text begins with one of them.
inline bool begins_with_wide_sign(std::string_view text) {
  for (const std::string_view blank : kWideBlanks) {
    if (text.starts_with(blank)) return true;
  }
  for (const WideSign& sign : kWideSigns) {
    if (text.starts_with(sign.bytes)) return true;
  }
  return false;
}

}  // namespace figured::claims
