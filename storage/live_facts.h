// LiveFacts holds the facts that were spoken of last, with their live claims.
//
// A story that is in the news is spoken of by every other claim; reading its
// claims from the file each time would be most of the ledger's work.  What is
// held is what the file holds: whoever changes a fact there tells it here.
#pragma once
#include <cstdint>
#include <list>
#include <unordered_map>

#include "claims/fact.h"

namespace figured::storage {

class LiveFacts {
 public:
  // Facts and claims together, about 1 KiB each; those not asked for longest
  // leave.
  explicit LiveFacts(std::size_t capacity) : capacity_(capacity) {}

  // Null when the fact is not held.  What is given stays as it is.
  claims::SharedFact find(std::int64_t id);

  claims::SharedFact hold(claims::Fact fact);
  // Requires that the fact is held.
  void add_claim(std::int64_t id, const claims::SourcedClaim& claim);
  void forget(std::int64_t id);
  void forget_all();

 private:
  using Facts = std::list<std::shared_ptr<claims::Fact>>;

  Facts::iterator drop(Facts::iterator fact);
  void make_room();

  const std::size_t capacity_;
  std::size_t held_ = 0;
  Facts facts_;  // asked for last first
  std::unordered_map<std::int64_t, Facts::iterator> by_id_;
};

}  // namespace figured::storage
