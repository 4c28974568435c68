#include "claims/sameness/twin_headlines.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "claims/gazetteer/gazetteer.h"
#include "claims/gazetteer/place_key.h"
#include "claims/lexicon/lexicon.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/token_text.h"

namespace figured::claims {
namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kMostWords = 32;
constexpr std::size_t kMostNames = 2;
constexpr std::size_t kLongestName = 24;  // bytes that are compared

class Headline {
 public:
  explicit Headline(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t start = text.find_first_not_of(' ', at);
      if (start == std::string_view::npos) return;
      at = std::min(text.find(' ', start), text.size());
      add(text.substr(start, at - start));
    }
  }

  // 0 where there are too many to compare.
  std::size_t size() const { return size_ <= kMostWords ? size_ : 0; }
  std::string_view operator[](std::size_t at) const { return words_[at]; }

 private:
  static bool is_edge(char c) {
    return std::string_view("\"'.,:;!?()[]").find(c) != std::string_view::npos;
  }

  void add(std::string_view word) {
    while (!word.empty() && is_edge(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_edge(word.back())) word.remove_suffix(1);
    if (word.empty()) return;
    if (size_ < kMostWords) words_[size_] = word;
    ++size_;
  }

  std::array<std::string_view, kMostWords> words_;
  std::size_t size_ = 0;
};

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return lower_case(one) == lower_case(other); });
}

// A capital tells nothing where every word of a headline has one.
bool is_name(std::string_view word) {
  if (word.size() < 3 || lower_case(word.front()) == word.front()) return false;
  const Word& known = Lexicon::english().find(word);
  return known.forms == 0 || known.is_only_name() ||
         !Gazetteer::world().find(place_key(word)).names.empty();
}

// Of Levenshtein.
std::size_t edits(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongestName), b = b.substr(0, kLongestName);
  std::array<std::size_t, kLongestName + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

bool are_spellings(std::string_view a, std::string_view b) {
  return 2 * edits(a, b) <= std::max(a.size(), b.size());
}

}  // namespace

bool have_twin_headlines(const SourcedClaim& a, const SourcedClaim& b) {
  const Headline one(a.title), other(b.title);
  if (one.size() < kFewestWords || one.size() != other.size()) return false;
  std::size_t names = 0;
  for (std::size_t at = 0; at < one.size(); ++at) {
    const std::string_view mine = one[at], theirs = other[at];
    if (same_word(mine, theirs) || (has_digit(mine) && has_digit(theirs))) continue;
    if (++names > kMostNames || !is_name(mine) || !is_name(theirs)) return false;
    if (are_spellings(mine, theirs)) return false;
    if (mentions(a.names, std::string(theirs)) || mentions(b.names, std::string(mine)))
      return false;
  }
  return names > 0;
}

}  // namespace figured::claims
