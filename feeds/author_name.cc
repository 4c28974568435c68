#include "feeds/author_name.h"

#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

// Whether the text is an e-mail address and nothing else.
bool is_address(std::string_view text) {
  const auto at = text.find('@');
  return at != text.npos && at > 0 && text.find_first_of(kAsciiSpace) == text.npos &&
         text.find('.', at) != text.npos;
}

constexpr std::string_view kAround = " \t\r\n\"',";

}  // namespace

std::string author_name(std::string_view author) {
  // "Ann <a@b.example>" is no tag, "Lo&#239;c" is no name.
  const std::string text =
      author.find('<') == author.npos ? plain_line(author) : collapse_space(author);
  const std::string_view all = text;
  for (const auto& [open, close] : {std::pair('(', ')'), std::pair('<', '>')}) {
    const auto start = all.find(open);
    const auto end = all.rfind(close);
    if (start == all.npos || end == all.npos || end < start) continue;
    const std::string_view inner = trim(all.substr(start + 1, end - start - 1), kAround);
    const std::string_view outer = trim(all.substr(0, start), kAround);
    if (is_address(outer) && !inner.empty()) return std::string(inner);
    if (is_address(inner) && !outer.empty()) return std::string(outer);
  }
  return text;
}

}  // namespace figured::feeds
