// Reads an article's web page: from bytes to its main text.
//
// Pure: charset, tree, main text, and JSON-LD's articleBody where that says more.
// The text is taken only if it speaks of what the feed said of the article and is
// longer.
#pragma once
#include <string_view>

#include "feeds/article.h"
#include "feeds/page/page_article.h"

namespace figured::feeds {

// `bytes` are in the charset that `content_type`, the page or they themselves say;
// `url` is where they came from; `known` is the article as the feed gave it.
PageResult read_page(std::string_view bytes, std::string_view content_type, std::string_view url,
                     const Article& known);

}  // namespace figured::feeds
