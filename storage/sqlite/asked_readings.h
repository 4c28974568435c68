// AskedReadings holds the rows of claims that were read back from the file last, restored.
//
// The claims of an article are of facts that the next articles of its event ask for, and a
// row holds them all.  Held is what the file holds: whoever changes a row there tells it here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "storage/packing/revision_source.h"

namespace figured::storage {

// A row of `reading` with its revision; its claims are still packed.
struct RestoredReading {
  std::int64_t first_claim = 0;
  std::int64_t end = 0;  // behind the last claim
  bool retired = false;
  RevisionSource revision;
  std::string claims;  // StoredTexts::unpack() takes them, and the facts
  std::string facts;
};

class AskedReadings {
 public:
  // Some 8 KB each.
  static constexpr std::size_t kMost = 2'048;
  // Bytes; of a longer one nothing is held.
  static constexpr std::size_t kLongestText = 32'768;

  void put(RestoredReading reading);
  // That which holds the claim; null when it is not held.  Stays until the next put().
  const RestoredReading* find(std::int64_t claim_id) const;
  void forget(std::int64_t first_claim);
  void forget_all() noexcept;

 private:
  std::map<std::int64_t, RestoredReading> readings_;  // by first claim
  std::deque<std::int64_t> order_;                    // who leaves next stands first
};

}  // namespace figured::storage
