// Turns the bytes of a document into UTF-8.
//
// The byte order mark, the XML declaration or the <meta> of a page, the HTTP header
// and the bytes themselves are weighed against each other: a mark is believed, bytes that are
// valid UTF-8 are UTF-8 whatever is declared, and a declaration counts only if
// the bytes can be read by it.
#pragma once
#include <boost/system/result.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/feed_error.h"

namespace figured::feeds {

struct Utf8Text {
  // Valid UTF-8 without a byte order mark.
  std::string_view text() const { return made ? std::string_view(*made) : as_is; }

  std::string_view as_is;           // of the bytes given, which have to outlive it
  std::optional<std::string> made;  // in its place, where something had to be made of them
  std::string charset;              // what they were read as: "utf-8", "windows-1251"
  // Characters that could not be read; they became U+FFFD or were taken for
  // Windows-1252 ones.
  std::size_t damaged = 0;
};

// `http_charset` is the charset parameter of Content-Type, "" where there was
// none.
boost::system::result<Utf8Text, FeedError> to_utf8(std::string_view bytes,
                                                   std::string_view http_charset);

// The charset parameter of a Content-Type header, lower case; "" = none.
std::string charset_of_content_type(std::string_view content_type);

bool is_valid_utf8(std::string_view text);

// Appends the character in UTF-8; U+FFFD for what is no character.
void append_utf8(std::string& text, char32_t character);

// The character that byte 0x80..0x9f stands for in Windows-1252, which the web
// means by "iso-8859-1" and by &#128; to &#159;.  Requires that range.
char32_t windows_1252(unsigned char byte);

// U+0080 to U+009F are controls that nobody writes: they are Windows-1252 read
// as Latin-1 on its way to us, and become what was meant.
void mend_c1_controls(std::string& text);

}  // namespace figured::feeds
