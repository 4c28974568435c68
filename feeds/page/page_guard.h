// Takes out of a page what libxml2's HTML parser is slow or wrong at.
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

// The page, with NUL bytes as blanks, and with the attributes of a tag left out
// from the 400th on: the parser looks each of them up among all before it.
// Linear in the length.
std::string guard_markup(std::string_view html);

}  // namespace figured::feeds
