// RecentReadings holds the claims that were written last, as they were made ready.
//
// What is new is what the next articles speak of, and to read it back from the file it
// would have to be restored.  Held is what the file holds: whoever changes a row there
// tells it here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "claims/claim.h"
#include "storage/packing/revision_source.h"
#include "storage/packing/spent_articles.h"

namespace figured::storage {

// Claims of a ready article with ids in a row, in its order.
struct ReadyReading {
  std::int64_t first = 0;
  std::vector<std::int64_t> facts;  // of each claim
  std::shared_ptr<const ReadyArticle> ready;

  // Behind the last id.
  std::int64_t end() const { return first + static_cast<std::int64_t>(facts.size()); }
  // As it is read back; requires first <= id < end().
  claims::SourcedClaim claim(std::int64_t id) const;
};

class RecentReadings {
 public:
  // Some 15 KB each.
  static constexpr std::size_t kMost = 2'000;

  // What is held no longer because there is no room goes to `spent`, which outlives this;
  // null = it is freed at once.
  explicit RecentReadings(SpentArticles* spent) : spent_(spent) {}

  // They come in the order of their ids.
  void put(ReadyReading reading);
  // That which holds the claim; null when it is not held.  Stays until the next put().
  const ReadyReading* find(std::int64_t claim_id) const;
  void forget(std::int64_t first);
  void forget_all() noexcept { readings_.clear(); }

 private:
  SpentArticles* spent_;
  std::deque<ReadyReading> readings_;  // by first
};

}  // namespace figured::storage
