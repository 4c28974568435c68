// Turns HTML, as feeds carry it, into plain text.
//
// Linear in the length, never fails, builds no tree.  Tags go, what they hold
// stays, but for scripts and styles; a tag that parts blocks becomes a line
// break.  Character references become characters.  White space is collapsed to
// single blanks, lines are trimmed, empty lines go.  A no-break or thin space
// between two digits is kept, for there it is part of the number.
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

// `html` is valid UTF-8; so is what comes back.
std::string plain_text(std::string_view html);

// The same on one line, for titles.
std::string plain_line(std::string_view html);

// Text that is no markup: only its white space is collapsed, as above.
std::string collapse_space(std::string_view text);

// Writes a text as HTML that plain_text turns back into it.
std::string escape_html(std::string_view text);

// Whether it holds a tag or a character reference of HTML.
bool looks_like_html(std::string_view text);

}  // namespace figured::feeds
