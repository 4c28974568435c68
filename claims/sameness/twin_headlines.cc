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
constexpr std::size_t kNamesKnown = 16'384;

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
  thread_local std::vector<Known> memory(kNamesKnown);
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
  // In a, by byte; 0 before and after, which costs less than to clear all of it each time.
  thread_local std::array<std::uint32_t, 256> places{};
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
  for (const char c : a) places[static_cast<unsigned char>(c)] = 0;
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

// Two headlines, of which the words that both begin and end with are told apart.
struct PartedHeadlines {
  PartedHeadlines(std::string_view a, std::string_view b) : one(a), other(b) {
    begin = take_front(common(one.begin(), one.end(), other.begin(), other.end()));
    end = take_back(common(one.rbegin(), one.rend(), other.rbegin(), other.rend()));
  }

  std::string_view begin, end;  // whole words
  std::string_view one, other;  // what stands between

 private:
  // How many bytes are the same.
  template <class Bytes>
  static std::size_t common(Bytes a, Bytes a_end, Bytes b, Bytes b_end) {
    return static_cast<std::size_t>(std::mismatch(a, a_end, b, b_end).first - a);
  }
  // Up to a blank among so many bytes.
  std::string_view take_front(std::size_t same) {
    const std::string_view taken = one.substr(0, one.substr(0, same).rfind(' ') + 1);
    one.remove_prefix(taken.size());
    other.remove_prefix(taken.size());
    return taken;
  }
  std::string_view take_back(std::size_t same) {
    const std::size_t from = one.find(' ', one.size() - same);
    if (from == std::string_view::npos) return {};
    const std::string_view taken = one.substr(from);
    one.remove_suffix(taken.size());
    other.remove_suffix(taken.size());
    return taken;
  }
};

// No more than kFewestWords.
std::size_t count_words(std::string_view text) {
  Headline words(text);
  std::size_t count = 0;
  while (count < kFewestWords && !words.next().empty()) ++count;
  return count;
}

}  // namespace

// Most headlines part at their first words, of which one is no name.
bool have_twin_headlines(const SourcedClaim& a, const SourcedClaim& b) {
  const PartedHeadlines titles(a.title, b.title);
  Headline one(titles.one), other(titles.other);
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
  return names > 0 && words + count_words(titles.begin) + count_words(titles.end) >= kFewestWords;
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
