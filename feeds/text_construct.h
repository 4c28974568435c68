// An element of text in Atom (and what RSS documents borrow of it): type and
// mode say how its content is to be read.
#pragma once
#include <string>

#include "feeds/xml.h"

namespace figured::feeds {

// The content as HTML, whether it was text, HTML, XHTML or base64.
std::string read_text_construct(pugi::xml_node node);

// The bytes that base64 stands for; "" where it is none.
std::string decode_base64(std::string_view base64);

}  // namespace figured::feeds
