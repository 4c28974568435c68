#include "feeds/page/page_guard.h"

#include <algorithm>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kMostAttributes = 400;

struct TagScan {
  std::size_t end = 0;   // behind '>', or before the next '<', or at the end of the page
  std::size_t kept = 0;  // bytes to keep of it: all, or those of the attributes allowed
};

// `tag` begins with '<' and a letter.  Each run of what is neither blank nor
// quoted may be an attribute.
TagScan scan_tag(std::string_view tag) {
  std::size_t words = 0;
  std::size_t kept = 0;
  char quote = 0;
  bool in_word = false;
  std::size_t at = 1;
  for (; at < tag.size(); ++at) {
    const char c = tag[at];
    if (quote) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>' || c == '<') break;
    if ((c == '"' || c == '\'') && tag[at - 1] == '=') quote = c;
    const bool blank = is_space(c) || c == '/' || c == '"' || c == '\'';
    if (!blank && !in_word && ++words == kMostAttributes) kept = at;
    in_word = !blank;
  }
  return {at, kept ? kept : at};
}

}  // namespace

std::string guard_markup(std::string_view html) {
  std::string safe;
  safe.reserve(html.size());
  while (!html.empty()) {
    std::size_t at = html.find('<');
    while (at != html.npos && (at + 1 >= html.size() || !is_letter(html[at + 1])))
      at = html.find('<', at + 1);
    safe += html.substr(0, at);
    if (at == html.npos) break;
    const TagScan tag = scan_tag(html.substr(at));
    safe += html.substr(at, tag.kept);
    html.remove_prefix(at + tag.end);
  }
  std::ranges::replace(safe, '\0', ' ');
  return safe;
}

}  // namespace figured::feeds
