#include "cli/articles_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "cli/article_words.h"
#include "cli/store_option.h"
#include "cli/words.h"
#include "net/http_client.h"
#include "storage/store.h"
#include "web/json_shapes.h"

namespace figured::cli {
namespace {

constexpr int kFailed = 1;

struct ArticlesShow {
  explicit ArticlesShow(CLI::App& verb) : store(verb) {
    verb.add_option("ID", id, "Number of the article")->required();
    verb.add_option("--limit", limit, "At most so many carriers")->capture_default_str();
    verb.add_flag("--json", json, "Print one JSON object");
  }
  StoreOption store;
  std::int64_t id = 0;
  std::size_t limit = 100;
  bool json = false;
};

void print_json(const storage::ArticleView& article, const storage::FoundArticles& carriers) {
  boost::json::object shape = web::format_article(article);
  shape["content_sha256"] = web::format_content(article.title, article.text);
  shape["text"] = article.text;
  boost::json::array& list = shape["carriers"].emplace_array();
  for (const storage::ArticleView& carrier : carriers.articles)
    list.push_back(web::format_article(carrier));
  std::cout << boost::json::serialize(shape) << '\n';
}

std::string published_words(const storage::ArticleView& article) {
  std::string words = article.published ? time_words(article.published) : "without a date";
  if (article.published_zone == feeds::DateZone::kFeed) words += " (the feed's zone)";
  if (article.published_zone == feeds::DateZone::kAssumed) words += " (zone assumed)";
  return words;
}

void print_words(const storage::ArticleView& article, const storage::FoundArticles& carriers) {
  std::cout << tame(article.title) << '\n'
            << tame(article.outlet) << " · " << published_words(article) << " · revision "
            << article.revision << ", seen " << time_words(article.seen)
            << (article.language.empty() ? "" : " · " + article.language) << '\n'
            << net::redact_url(article.url) << "\n\n";
  std::istringstream paragraphs(article.text);
  for (std::string line; std::getline(paragraphs, line);) std::cout << tame(line) << '\n';
  std::cout << '\n';
  if (carriers.articles.empty()) {
    std::cout << "No other article carries nearly the same text.\n";
    return;
  }
  std::cout << count_words(static_cast<std::int64_t>(carriers.articles.size()), "article")
            << " with nearly the same text:\n";
  print_articles(carriers.articles);
}

int show(const ArticlesShow& options) {
  const auto store = options.store.open();
  const auto article = store->article_view(options.id);
  if (!article) {
    std::cerr << "figurectl: there is no article " << options.id << '\n';
    return kFailed;
  }
  const storage::FoundArticles carriers = store->carriers(options.id, options.limit);
  options.json ? print_json(*article, carriers) : print_words(*article, carriers);
  warn_of_not_searched(carriers);
  return 0;
}

}  // namespace

CLI::App* add_articles_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("articles", "The stored articles")->require_subcommand(1);
  CLI::App* one = verb->add_subcommand("show", "An article, and who else carries its text");
  one->callback(
      [options = std::make_shared<ArticlesShow>(*one), &exit_code] { exit_code = show(*options); });
  return verb;
}

}  // namespace figured::cli
