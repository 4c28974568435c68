// SqliteHistory reads what was told over time: an article's revisions, a fact's claims.
//
// Its members do what those of StoreReader say.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "storage/article_view.h"
#include "storage/sqlite/sqlite_claims.h"

namespace figured::storage {

class Connection;
class StoredTexts;

// The revision as it is shown.
ArticleView shown(RevisionSource revision);

class SqliteHistory {
 public:
  // Both must outlive this.
  SqliteHistory(Connection& db, StoredTexts& texts) : db_(db), texts_(texts), claims_(db, texts) {}

  std::optional<ArticleHistory> of_article(std::int64_t id);
  // As StoreReader::revision_of_claim.
  std::optional<ArticleView> of_claim(std::int64_t claim_id);
  std::vector<ClaimView> of_fact(std::int64_t fact_id, std::int64_t after, std::size_t limit);

 private:
  std::vector<ClaimView> claims_of(std::int64_t revision_id);

  Connection& db_;
  StoredTexts& texts_;
  SqliteClaims claims_;
};

}  // namespace figured::storage
