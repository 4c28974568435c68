#include "feeds/html_tag.h"

#include <algorithm>

#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {

std::optional<HtmlTag> find_tag(std::string_view page, std::string_view name, std::size_t from) {
  for (auto at = page.find('<', from); at != page.npos; at = page.find('<', at + 1)) {
    const std::string_view rest = page.substr(at + 1);
    if (!starts_ignoring_case(rest, name) || rest.size() == name.size()) continue;
    const char next = rest[name.size()];
    if (!is_space(next) && next != '>' && next != '/') continue;
    const auto end = std::min(page.find('>', at), page.size());
    return HtmlTag{page.substr(at, end - at), end};
  }
  return std::nullopt;
}

std::string tag_value(std::string_view tag, std::string_view name) {
  for (auto at = find_ignoring_case(tag, name); at != tag.npos;
       at = find_ignoring_case(tag, name, at + 1)) {
    const bool begins = at > 0 && (is_space(tag[at - 1]) || tag[at - 1] == '"' ||
                                   tag[at - 1] == '\'' || tag[at - 1] == '/');
    std::string_view rest = trim(tag.substr(at + name.size()));
    if (!begins || !rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (rest.empty()) return {};
    const char quote = rest[0];
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) rest.remove_prefix(1);
    return plain_text(rest.substr(0, quoted ? rest.find(quote) : rest.find_first_of(" \t\r\n")));
  }
  return {};
}

}  // namespace figured::feeds
