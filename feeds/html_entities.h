// The named character references of HTML.
#pragma once
#include <optional>
#include <string_view>

namespace figured::feeds {

// The character that "&name;" stands for: every name of HTML 4, and those of
// HTML 5 that stand for punctuation and Latin letters.  Case counts.
std::optional<char32_t> html_entity(std::string_view name);

// A character reference at the front of `text`, which begins with '&'.
struct CharacterReference {
  std::size_t length = 0;  // with '&' and ';'; 0 = none stands here
  char32_t character = 0;  // 0 = one that is to be dropped
};

// Reads &name; &#8217; &#x2019;, and without ';' where HTML allows it.  &#128;
// to &#159; are taken for Windows-1252; control characters are to be dropped.
CharacterReference read_reference(std::string_view text);

}  // namespace figured::feeds
