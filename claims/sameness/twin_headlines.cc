#include "claims/sameness/twin_headlines.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "claims/gazetteer/gazetteer.h"
#include "claims/gazetteer/place_key.h"
#include "claims/lexicon/lexicon.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/token_text.h"

namespace figured::claims {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kMostNames = 2;
constexpr std::size_t kLongestName = 24;  // bytes that are compared

// The words of a headline one by one, without the signs at their edges.
class Headline {
 public:
  explicit Headline(std::string_view text) : rest_(text) {}

  // Empty at the end.
  std::string_view next() {
    while (!rest_.empty()) {
      std::size_t end = 0;
      while (end < rest_.size() && rest_[end] != ' ') ++end;
      const std::string_view word = trimmed(rest_.substr(0, end));
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      if (!word.empty()) return word;
    }
    return {};
  }

 private:
  static bool is_edge(char c) {
    static constexpr auto kEdges = [] {
      std::array<bool, 256> edges{};
      for (const char edge : std::string_view("\"'.,:;!?()[]"))
        edges[static_cast<unsigned char>(edge)] = true;
      return edges;
    }();
    return kEdges[static_cast<unsigned char>(c)];
  }
  static std::string_view trimmed(std::string_view word) {
    while (!word.empty() && is_edge(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_edge(word.back())) word.remove_suffix(1);
    return word;
  }

  std::string_view rest_;
};

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return lower_case(one) == lower_case(other); });
}

// A capital tells nothing where every word of a headline has one.
bool tells_name(std::string_view word) {
  if (word.size() < 3 || lower_case(word.front()) == word.front()) return false;
  const Word& known = Lexicon::english().find(word);
  return known.forms == 0 || known.is_only_name() ||
         !Gazetteer::world().find(place_key(word)).names.empty();
}

// What is told by a form is told of the same names again and again.
bool is_name(std::string_view word) {
  struct Known {
    std::uint64_t word = 0;  // 0 = none
    bool is_name = false;
  };
  thread_local std::vector<Known> memory(4096);
  const std::uint64_t key = XXH3_64bits(word.data(), word.size());
  Known& known = memory[key % memory.size()];
  if (known.word != key) known = {key, tells_name(word)};
  return known.is_name;
}

// Of Levenshtein, a column of his table at a time as the bits of two words (Myers, "A fast
// bit-vector algorithm for approximate string matching", 1999).
std::size_t edits(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongestName), b = b.substr(0, kLongestName);
  if (a.empty()) return b.size();
  std::array<std::uint32_t, 256> places{};  // in a, by byte
  static_assert(kLongestName <= 32);
  for (std::size_t i = 0; i < a.size(); ++i)
    places[static_cast<unsigned char>(a[i])] |= std::uint32_t{1} << i;
  const std::uint32_t last = std::uint32_t{1} << (a.size() - 1);
  std::uint32_t rises = ~std::uint32_t{0}, falls = 0;  // down the column
  std::size_t edits = a.size();
  for (const char c : b) {
    const std::uint32_t equal = places[static_cast<unsigned char>(c)];
    const std::uint32_t straight = equal | falls;
    const std::uint32_t along = (((equal & rises) + rises) ^ rises) | equal;
    std::uint32_t more = falls | ~(along | rises), less = rises & along;  // than to the left
    edits += (more & last) != 0 ? 1 : 0;
    edits -= (less & last) != 0 ? 1 : 0;
    more = more << 1 | 1;
    less <<= 1;
    rises = less | ~(straight | more);
    falls = more & straight;
  }
  return edits;
}

std::uint16_t sketch_word(std::string_view word) {
  if (has_digit(word)) return 0;
  std::uint32_t hash = 2166136261U;  // of Fowler, Noll and Vo
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(lower_case(c))) * 16777619U;
  return static_cast<std::uint16_t>(hash ^ (hash >> 16));
}

bool are_spellings(std::string_view a, std::string_view b) {
  return 2 * edits(a, b) <= std::max(a.size(), b.size());
}

}  // namespace

// Most headlines part at their first words, of which one is no name.
bool have_twin_headlines(const SourcedClaim& a, const SourcedClaim& b) {
  Headline one(a.title), other(b.title);
  std::size_t words = 0, names = 0;
  for (;; ++words) {
    const std::string_view mine = one.next(), theirs = other.next();
    if (mine.empty() && theirs.empty()) break;
    if (mine.empty() || theirs.empty()) return false;
    if (same_word(mine, theirs) || (has_digit(mine) && has_digit(theirs))) continue;
    if (++names > kMostNames || are_spellings(mine, theirs)) return false;
    if (!is_name(mine) || !is_name(theirs)) return false;
    if (mentions(a.names, theirs) || mentions(b.names, mine)) return false;
  }
  return names > 0 && words >= kFewestWords;
}

HeadlineSketch sketch_headline(std::string_view title) {
  HeadlineSketch sketch;
  Headline headline(title);
  for (std::string_view word = headline.next(); !word.empty(); word = headline.next()) {
    if (sketch.count < sketch.words.size()) sketch.words[sketch.count] = sketch_word(word);
    if (sketch.count < std::numeric_limits<std::uint8_t>::max()) ++sketch.count;
  }
  return sketch;
}

bool may_be_twins(const HeadlineSketch& a, const HeadlineSketch& b) {
  if (a.count != b.count || a.count < kFewestWords) return false;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) differ += a.words[i] != b.words[i];
  return differ <= kMostNames;
}

}  // namespace figured::claims
