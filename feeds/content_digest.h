// By what anybody can tell whether a revision of an article still says what it said.
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

// SHA-256 of the title, a line feed and the text, in UTF-8, as 64 hexadecimal digits.  A
// title holds no line feed.
std::string content_sha256(std::string_view title, std::string_view text);

}  // namespace figured::feeds
