#include "feeds/text_construct.h"

#include <algorithm>
#include <cstdint>

#include "feeds/charset.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

bool is_xml_type(std::string_view type) {
  return type == "xhtml" || type == "application/xhtml+xml" || type == "application/xml" ||
         type == "text/xml" || type.ends_with("+xml");
}

bool is_html_type(std::string_view type) { return type == "html" || type == "text/html"; }

bool has_controls(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 0 && c < ' ' && !is_space(c); });
}

}  // namespace

std::string decode_base64(std::string_view base64) {
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : base64) {
    if (is_space(c)) continue;
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) return {};
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xff);
  }
  return bytes;
}

std::string read_text_construct(pugi::xml_node node) {
  const std::string type = to_lower(attribute(node, "type"));
  const std::string mode = to_lower(attribute(node, "mode"));
  if (is_xml_type(type) && mode != "escaped" && mode != "base64") return inner_xml(node);
  // A type of another kind makes the content base64, unless it is text.
  const bool other_kind =
      type.find('/') != type.npos && !type.starts_with("text/") && !is_xml_type(type);
  if (mode == "base64" || (mode.empty() && other_kind)) {
    const std::string bytes = decode_base64(text_of(node).view());
    const auto decoded = to_utf8(bytes, "");
    // Words without any base64 about them decode to something too.
    const bool is_text = mode == "base64" || (is_valid_utf8(bytes) && !has_controls(bytes));
    if (!decoded || decoded->text().empty() || !is_text)
      return mode == "base64" ? "" : escape_html(text_of(node).view());
    // What base64 holds is plain text unless a type says otherwise (Atom 0.3, 3.1.1); of a
    // type that is no text nobody knows, and it is mostly markup.
    const bool html = is_html_type(type) || is_xml_type(type) || other_kind;
    return html ? std::string(decoded->text()) : escape_html(decoded->text());
  }
  NodeText markup = markup_of(node);
  if (is_html_type(type) || is_xml_type(type)) return std::move(markup).take();
  // Elements within plain text are a forgotten type="xhtml".
  return node.find_child([](auto child) { return child.type() == pugi::node_element; })
             ? std::move(markup).take()
             : escape_html(markup.view());
}

}  // namespace figured::feeds
