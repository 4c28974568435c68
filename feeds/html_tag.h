// Finds tags and their attributes in HTML, without building a tree: enough for the
// head of a page.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace figured::feeds {

struct HtmlTag {
  std::string_view text;  // from '<' to before '>'
  std::size_t end = 0;    // where to look on
};

// The first start tag of that name (lower case) at or after `from`.
std::optional<HtmlTag> find_tag(std::string_view page, std::string_view name, std::size_t from);

// Value of an attribute (lower case) as plain text; "" = none.
std::string tag_value(std::string_view tag, std::string_view name);

}  // namespace figured::feeds
