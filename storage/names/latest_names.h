// LatestNames holds the names of the articles that came last, in memory.
//
// It is a multimap: several articles may have one name.  It knows nothing of what
// stands on the disk.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "storage/names/article_name.h"

namespace figured::storage {

struct NamedArticle {
  ArticleName name;
  std::int64_t article_id = 0;  // from 1

  friend auto operator<=>(const NamedArticle&, const NamedArticle&) = default;
};

class LatestNames {
 public:
  void put(const NamedArticle& named);
  // Adds the articles with the name to `found`, in no order.
  void find(const ArticleName& name, std::vector<std::int64_t>& found) const;
  // Whether it was held.
  bool remove(const NamedArticle& named);
  // All names of this article and of those with lower ids.
  void remove_up_to(std::int64_t article_id);
  void clear();

  std::size_t size() const { return size_; }
  // All of them, in order.
  std::vector<NamedArticle> sorted() const;

 private:
  void insert(const NamedArticle& named);
  void make_table(std::size_t places);

  // Open addressing; a power of two, or none.  Article 0 = the place is free, -1 = it was
  // and is no more: a search goes on behind it.
  std::vector<NamedArticle> table_;
  std::size_t taken_ = 0;  // places that are not free
  std::size_t size_ = 0;
};

}  // namespace figured::storage
