// Resolves the addresses in a document against its base (RFC 3986, 5.2).
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

// Unlike a strict resolver it takes blanks and non-ASCII characters as they
// are.  Without a base, or with one that is not absolute, `reference` itself,
// trimmed.
std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace figured::feeds
