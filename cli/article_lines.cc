#include "cli/article_lines.h"

#include <xxhash.h>

#include <stdexcept>

#include "cli/json_lines.h"
#include "feeds/feed_date.h"

namespace figured::cli {
namespace {

std::uint64_t content_hash(const feeds::Article& article) {
  const std::string all = article.title + '\n' + article.text + '\n' + article.url;
  return XXH3_64bits(all.data(), all.size());
}

feeds::Article read_article(const boost::json::object& line) {
  feeds::Article article;
  article.guid = required_text_of(line, "id");
  article.identity = "guid:" + article.guid;
  article.title = text_of(line, "title");
  article.text = text_of(line, "text");
  article.outlet = text_of(line, "outlet");
  article.url = text_of(line, "url");
  if (const std::string published = text_of(line, "published"); !published.empty()) {
    article.published = feeds::parse_feed_date(published);
    if (!article.published) throw std::invalid_argument("\"published\" is no date: " + published);
  }
  article.content_hash = content_hash(article);
  return article;
}

feeds::Article plain_article(const std::string& name, std::string text) {
  feeds::Article article;
  article.guid = name;
  article.identity = "guid:" + name;
  article.text = std::move(text);
  article.content_hash = content_hash(article);
  return article;
}

}  // namespace

int each_article(std::vector<std::string> files,
                 const std::function<void(feeds::Article)>& article) {
  return JsonLines(std::move(files))
      .each([&](const boost::json::object& line) { article(read_article(line)); },
            [&](const std::string& name, std::string text) {
              article(plain_article(name, std::move(text)));
            });
}

claims::SourcedClaim sourced_claim(const feeds::Article& article) {
  claims::SourcedClaim sourced;
  sourced.article = article.guid;
  sourced.outlet = article.outlet;
  sourced.url = article.url;
  sourced.title = article.title;
  sourced.published = article.published;
  return sourced;
}

}  // namespace figured::cli
