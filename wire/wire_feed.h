// Renders what an outlet has published as a feed document or as a page.
//
// RSS 2.0 carries the whole article in content:encoded, Atom 1.0 in content;
// both carry a summary with markup, as the feeds of real outlets do.  Of an outlet
// with summaries only they carry the first words, which end in an ellipsis.
//
// A page has what real ones have around the article: menus, shares, related
// articles, comments, and the same as JSON-LD.
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "wire/wire_article.h"

namespace figured::wire {

// `articles` newest first.  Links lead to `origin` + "/articles/" + slug.
std::string render_feed(const Outlet& outlet, const std::vector<WireArticle>& articles,
                        std::string_view origin, std::chrono::sys_seconds changed);

// The article as a web page.
std::string render_page(const Outlet& outlet, const WireArticle& article);

std::string_view feed_media_type(FeedFormat format);

// "Sun, 22 Nov 2026 00:35:29 GMT", as RSS and HTTP write it.
std::string format_http_time(std::chrono::sys_seconds time);

}  // namespace figured::wire
