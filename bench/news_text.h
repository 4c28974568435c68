// Made-up news for the benchmarks; the same seed gives the same words.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "bench/corpus.h"
#include "wire/wire_article.h"

namespace figured::bench {

// Articles of about 3 KB of text with some ten figures each; no two are alike.
std::vector<wire::WireArticle> make_articles(std::size_t count, unsigned seed = 1);

// The article as plain text, a paragraph a line.
std::string plain_text(const wire::WireArticle& article);

// An RSS 2.0 document of the articles, as an outlet serves it.
std::string make_feed(const std::vector<wire::WireArticle>& articles);

// The texts to extract from, one at a time: those of the file or folder that
// FIGURED_BENCH_TEXT names, or made-up articles where the variable is not set.
void each_text_to_read(const TakeText& take);

// The first 50 MB of them.
std::vector<std::string> texts_to_read();

}  // namespace figured::bench
