#include "cli/search_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/article_words.h"
#include "cli/store_option.h"
#include "storage/store.h"
#include "web/json_shapes.h"

namespace figured::cli {
namespace {

struct SearchVerb {
  explicit SearchVerb(CLI::App& verb) : store(verb) {
    verb.add_option("WORDS", words,
                    "All of them stand in the article; \"word*\": any that begin so")
        ->required();
    verb.add_option("--limit", limit, "At most so many")->capture_default_str();
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  std::vector<std::string> words;
  std::size_t limit = 20;
  bool json = false;
};

}  // namespace

CLI::App* add_search_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb =
      app.add_subcommand("search", "Articles that hold all of the words, newest first");
  verb->callback([options = std::make_shared<SearchVerb>(*verb), &exit_code] {
    const storage::FoundArticles found =
        options->store.open()->search(options->words, options->limit);
    if (options->json) {
      for (const storage::ArticleView& article : found.articles)
        std::cout << boost::json::serialize(web::format_article(article)) << '\n';
    } else {
      print_articles(found.articles);
    }
    warn_of_not_searched(found);
    exit_code = 0;
  });
  return verb;
}

}  // namespace figured::cli
