// SqliteSearch finds articles and facts by words, and those that carry nearly the same
// text.
//
// Its members do what those of StoreReader say.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/search/search_file.h"
#include "storage/store.h"

namespace figured::storage {

class Connection;
class SqliteClaims;
class StoredTexts;

class SqliteSearch {
 public:
  // Both must outlive this.
  SqliteSearch(Connection& db, StoredTexts& texts) : db_(db), texts_(texts) {}

  FoundArticles search(std::span<const std::string> words, std::size_t limit, std::int64_t before);
  FoundArticles carriers(std::int64_t article_id, std::size_t limit);
  std::optional<ArticleView> article(std::int64_t id);
  FoundFacts search_facts(std::span<const std::string> words, std::size_t limit);

 private:
  SearchFile& file();
  std::vector<std::int64_t> facts_with(const std::vector<std::string>& words,
                                       std::span<const std::int64_t> revisions,
                                       SqliteClaims& claims);
  std::optional<ArticleView> read(std::int64_t revision_id);
  std::int64_t latest_revision(std::int64_t article_id);
  std::int64_t not_searched();

  Connection& db_;
  StoredTexts& texts_;
  std::optional<SearchFile> file_;
};

}  // namespace figured::storage
