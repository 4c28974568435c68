// LiveFacts holds the facts that were spoken of last, with their live claims.
//
// A story that is in the news is spoken of by every other claim; reading its
// claims from the file each time would be most of the ledger's work.  What is
// held is what the file holds: whoever changes a fact there tells it here.
//
// When there is no room, facts leave in the order in which they came; one that was
// asked for since it came, or since it was last spared, is spared (the clock, or
// second chance, of page replacement), so that asking moves nothing.
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "claims/fact.h"

namespace figured::storage {

class LiveFacts {
 public:
  // In bytes, as bytes_of() has them.
  explicit LiveFacts(std::size_t capacity) : capacity_(capacity) {}

  // Null when the fact is not held.  What is given stays as it is.
  claims::SharedFact find(std::int64_t id);
  // The same of each, in their order; costs less than one by one.
  std::vector<claims::SharedFact> find_all(std::span<const std::int64_t> ids);

  claims::SharedFact hold(claims::Fact fact);
  // Requires that the fact is held.
  void add_claim(std::int64_t id, claims::SourcedClaim claim);
  void forget(std::int64_t id);
  void forget_all() noexcept;

  // What it takes to hold them, nearly.
  static std::size_t bytes_of(const claims::SourcedClaim& claim);
  static std::size_t bytes_of(const claims::Fact& fact);

 private:
  struct Held {
    std::shared_ptr<claims::Fact> fact;
    std::size_t bytes = 0;
    std::uint64_t turn = 0;  // of its place in order_; older places of it do not count
    bool asked = false;
  };
  struct Place {
    std::int64_t id;
    std::uint64_t turn;
  };

  void line_up(std::int64_t id, Held& held);
  void make_room();

  const std::size_t capacity_;
  std::size_t held_ = 0;
  std::uint64_t turns_ = 0;
  boost::unordered_flat_map<std::int64_t, Held> by_id_;
  std::deque<Place> order_;  // who leaves next stands first
};

}  // namespace figured::storage
