// Made-up news for the benchmarks; the same seed gives the same words.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "wire/wire_article.h"

namespace figured::bench {

// Articles of about 3 KB of text with some ten figures each; no two are alike.
std::vector<wire::WireArticle> make_articles(std::size_t count, unsigned seed = 1);

// The article as plain text, a paragraph a line.
std::string plain_text(const wire::WireArticle& article);

// An RSS 2.0 document of the articles, as an outlet serves it.
std::string make_feed(const std::vector<wire::WireArticle>& articles);

// The texts to extract from: the file that FIGURED_BENCH_TEXT names, cut at its
// empty lines, or made-up articles where the variable is not set.  Throws
// std::runtime_error when the file cannot be read.
std::vector<std::string> texts_to_read();

}  // namespace figured::bench
