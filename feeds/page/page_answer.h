// Reads what a server answered to the request for an article's web page.
//
// Pure, for use on a worker.  Whatever came instead of the page is an error with its
// reason, and none of the article's.
#pragma once
#include <cstddef>

#include "feeds/article.h"
#include "feeds/page/page_article.h"
#include "net/http_client.h"

namespace figured::feeds {

// As sent, and decoded.
inline constexpr std::size_t kMaxPage = 4 * 1024 * 1024;
inline constexpr std::size_t kMaxDecodedPage = 8 * 1024 * 1024;

// `known` is the article as the feed gave it.
PageResult read_page_answer(const net::HttpResult& answer, const Article& known);

}  // namespace figured::feeds
