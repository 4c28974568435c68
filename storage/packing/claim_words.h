// ClaimWords finds among some claims those with all of some words, in memory, by the rules
// of the search file.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

class ClaimWords {
 public:
  ClaimWords();

  // The next claim: its quote, its names and the title of its article.
  void add(const std::string& title, const claims::Claim& claim);

  // The places of those that hold the words, in the order in which they were added.
  std::vector<std::size_t> find(const std::vector<std::string>& words);

 private:
  Connection db_;
  std::int64_t added_ = 0;
};

}  // namespace figured::storage
