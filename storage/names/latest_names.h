// LatestNames holds the names of the articles that came last, in memory.
//
// It is a multimap: several articles may have one name.  It knows nothing of what
// stands on the disk.  Names are numbers (name_number()).
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "storage/names/article_name.h"

namespace figured::storage {

class LatestNames {
 public:
  void put(const NumberedName& named);
  // Has the processor bring what put() and find() will look at first.
  void prefetch(std::int64_t number) const;
  // Adds the articles with the name to `found`, in no order.
  void find(std::int64_t number, std::vector<std::int64_t>& found) const;
  // Whether it was held.
  bool remove(const NumberedName& named);
  // All names of this article and of those with lower ids.
  void remove_up_to(std::int64_t article_id);
  void clear();

  std::size_t size() const { return size_; }
  // All of them, in order.
  std::vector<NumberedName> sorted() const;

 private:
  void insert(const NumberedName& named);
  void make_table(std::size_t places);

  // Open addressing; a power of two, or none.  Article 0 = the place is free, -1 = it was
  // and is no more: a search goes on behind it.
  std::vector<NumberedName> table_;
  std::size_t taken_ = 0;  // places that are not free
  std::size_t size_ = 0;
};

}  // namespace figured::storage
