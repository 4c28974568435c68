#include "cli/article_words.h"

#include <iostream>
#include <string>

#include "cli/table.h"
#include "cli/words.h"

namespace figured::cli {

void print_articles(const std::vector<storage::ArticleView>& articles) {
  Table table({"ID", "REVISION", "SEEN", "OUTLET", "TITLE"});
  for (const storage::ArticleView& article : articles)
    table.add({std::to_string(article.id), std::to_string(article.revision),
               time_words(article.seen), tame(article.outlet), tame(article.title)});
  table.print(std::cout, terminal_width());
}

void warn_of_not_searched(const storage::FoundArticles& found) {
  if (found.not_searched == 0) return;
  std::cerr << "figurectl: " << count_words(found.not_searched, "revision")
            << " that came last could not be searched yet\n";
}

}  // namespace figured::cli
