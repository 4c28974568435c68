// The least that reading claims out of a text takes: to cut it into words and
// numbers, to look for patterns of figures, and to look up names.
//
// Each is done by the quickest bare means at hand and leaves nothing but a count.
// The sum of their times is the limit that claims::Extractor is measured by.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct hs_database;
struct hs_scratch;

namespace figured::bench {

struct TokenCount {
  std::size_t words = 0;
  std::size_t numbers = 0;
  double sum = 0;  // of the numbers, since a reader must know their values
};

// One pass that asks each byte for its class.
TokenCount count_tokens(std::string_view text);

// PatternScanner looks for sixteen kinds of figures at once, by vectorscan.
class PatternScanner {
 public:
  // Throws std::runtime_error when the machine cannot run vectorscan.
  PatternScanner();
  ~PatternScanner();

  // The ends of all matches.
  std::size_t count(std::string_view text);

 private:
  std::unique_ptr<hs_database, int (*)(hs_database*)> patterns_;
  std::unique_ptr<hs_scratch, int (*)(hs_scratch*)> scratch_;
};

// NameSet knows 84,000 names of one to three words by the hashes of their words:
// those of the gazetteer, and made-up ones.
class NameSet {
 public:
  NameSet();

  // The names in the text that begin with a capital.
  std::size_t count(std::string_view text) const;

 private:
  void add(std::string_view name);
  bool contains(std::uint64_t key) const;

  std::vector<bool> openings_;        // by the first word: some name begins so
  std::vector<std::uint64_t> slots_;  // open addressing; 0 = free
  std::size_t size_ = 0;
};

}  // namespace figured::bench
