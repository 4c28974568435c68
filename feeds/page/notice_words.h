// The words of notices that stand in pages between the paragraphs, in English.
#pragma once
#include <string_view>

namespace figured::feeds {

// A heading above what is no part of the article: "Related stories".
bool heads_clutter(std::string_view heading);
// A heading above what readers wrote: "12 comments".
bool heads_comments(std::string_view heading);
// A paragraph that is none of the article: "Read more: ...", "Advertisement".
bool is_notice(std::string_view paragraph);
// A paragraph that asks for money or a log-in before the text goes on.
bool asks_for_subscription(std::string_view paragraph);

}  // namespace figured::feeds
