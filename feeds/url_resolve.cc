#include "feeds/url_resolve.h"

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

// Length of "scheme:", 0 = none.
std::size_t scheme_length(std::string_view url) {
  std::size_t at = 0;
  while (at < url.size() &&
         (is_letter(url[at]) ||
          (at > 0 && (is_digit(url[at]) || url[at] == '+' || url[at] == '-' || url[at] == '.'))))
    ++at;
  return at > 0 && at < url.size() && url[at] == ':' ? at + 1 : 0;
}

struct Pieces {
  std::string_view scheme;     // with ':'
  std::string_view authority;  // with "//"
  std::string_view path;
  std::string_view query;  // with '?'
};

Pieces split(std::string_view url) {
  url = url.substr(0, url.find('#'));
  Pieces pieces;
  pieces.scheme = url.substr(0, scheme_length(url));
  url.remove_prefix(pieces.scheme.size());
  if (url.starts_with("//")) {
    pieces.authority = url.substr(0, url.find_first_of("/?", 2));
    url.remove_prefix(pieces.authority.size());
  }
  pieces.path = url.substr(0, url.find('?'));
  pieces.query = url.substr(pieces.path.size());
  return pieces;
}

std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const auto next = path.find('/', 1);
    const std::string_view segment = path.substr(0, next);
    path = next == path.npos ? std::string_view() : path.substr(next);
    if (segment == "/.." || segment == "..") {
      out.erase(out.rfind('/') == out.npos ? 0 : out.rfind('/'));
      if (path.empty()) out += '/';
    } else if (segment == "/." || segment == ".") {
      if (path.empty()) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

std::string join(std::string_view a, std::string_view b) { return std::string(a).append(b); }

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  reference = trim(reference);
  base = trim(base);
  if (base.empty() || scheme_length(reference) > 0 || scheme_length(base) == 0)
    return std::string(reference);
  const Pieces from = split(base);
  if (from.authority.empty() && from.path.substr(0, 1) != "/") return std::string(reference);
  if (reference.empty()) return std::string(base);
  if (reference.starts_with("//")) return join(from.scheme, reference);
  const std::string root = join(from.scheme, from.authority);
  const auto tail_at = std::min(reference.find_first_of("?#"), reference.size());
  const std::string_view path = reference.substr(0, tail_at);
  const std::string_view tail = reference.substr(tail_at);
  if (path.empty())
    return root + std::string(from.path) + (tail[0] == '?' ? "" : std::string(from.query)) +
           std::string(tail);
  if (path[0] == '/') return root + without_dots(path) + std::string(tail);
  std::string merged(from.path.substr(0, from.path.rfind('/') + 1));
  if (merged.empty()) merged += '/';
  return root + without_dots(merged + std::string(path)) + std::string(tail);
}

}  // namespace figured::feeds
