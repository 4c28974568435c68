// KnownArticles: what each feed's last document held, so that figures are read out of what
// is new only.
//
// Of the thirty articles of a document mostly one is new, and reading figures is what costs
// most.  Marks are of committed documents, a few bytes an article.  That an article is held
// for known by mistake costs time and nothing else: the ledger looks it up in the store,
// and reads it after all where it does not stand there as it is.
#pragma once
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "feeds/article.h"
#include "feeds/feed_reader.h"

namespace figured::daemon {

// The articles of one document, by short hashes of their contents; sorted.
class ArticleMarks {
 public:
  ArticleMarks() = default;
  explicit ArticleMarks(const std::vector<feeds::Article>& articles);

  bool contains(const feeds::Article& article) const;

 private:
  std::vector<std::uint32_t> marks_;
};

// For one thread.
class KnownArticles {
 public:
  // Of the feed's last document that was noted; of no article where there is none.
  std::shared_ptr<const ArticleMarks> of(std::int64_t feed_id) const;
  void note(std::int64_t feed_id, std::shared_ptr<const ArticleMarks> marks);

 private:
  std::unordered_map<std::int64_t, std::shared_ptr<const ArticleMarks>> marks_;
};

}  // namespace figured::daemon
