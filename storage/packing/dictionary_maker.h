// DictionaryMaker learns dictionaries from what a store holds, on a thread and a
// connection of its own.
//
// Texts of one store are of a few languages, outlets and topics, so they compress
// best by a dictionary of their own; nobody else's text is needed, and none is
// shipped.  The first is made of the first two thousand revisions; another when
// there are fifty times as many, for by then it is known what the store is of.
#pragma once
#include <cstdint>
#include <future>
#include <optional>
#include <string>

namespace figured::storage {

struct Dictionaries {
  std::int64_t first_number = 0;  // of the texts'; the claims' has the next
  std::string texts;              // "" where there is nothing to be learned
  std::string claims;
};

class DictionaryMaker {
 public:
  explicit DictionaryMaker(std::string path) : path_(std::move(path)) {}

  // Told, outside of transactions, how many revisions and dictionaries of texts there
  // are, it begins to learn when it is time.
  void consider(std::int64_t revisions, std::int64_t dictionaries);
  // What was learned, once.  With `wait`, what is being learned.
  std::optional<Dictionaries> take(bool wait = false);

  // So many revisions are learned from, the newest.
  static constexpr std::int64_t kSample = 2'000;
  static constexpr std::int64_t kGrowth = 50;

 private:
  const std::string path_;
  std::int64_t asked_ = 0;  // dictionaries that were made or are being made
  std::future<Dictionaries> making_;
};

}  // namespace figured::storage
