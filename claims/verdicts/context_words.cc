#include "claims/verdicts/context_words.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

namespace figured::claims {
namespace {

constexpr std::size_t kShortest = 3;      // bytes of a word that tells something
constexpr std::size_t kLongest = 32;      // what stands behind changes nothing
constexpr std::size_t kShortestStem = 4;  // bytes that an ending leaves

// Words that stand in any sentence.
constexpr WordClasses kFunctionWords = kBe | kHave | kModal | kWill | kDeterminer | kPronoun |
                                       kPreposition | kConjunction | kClauseBreak | kSay;

std::string_view without_ending(std::string_view word) {
  for (const std::string_view ending : {"ing", "ed", "es", "s"}) {
    if (word.ends_with(ending) && word.size() >= kShortestStem + ending.size())
      return word.substr(0, word.size() - ending.size());
  }
  return word;
}

bool tells_something(const Token& token) {
  return token.kind == TokenKind::kWord && token.text.size() >= kShortest &&
         !token.word->is(kFunctionWords);
}

}  // namespace

std::uint32_t stem_key(std::string_view word) {
  std::array<char, kLongest> lower;
  const std::size_t size = std::min(word.size(), kLongest);
  std::transform(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size), lower.begin(),
                 [](char c) { return lower_case(c); });
  std::string_view stem = without_ending({lower.data(), size});
  if (stem.size() > kShortestStem && stem.ends_with('e')) stem.remove_suffix(1);
  return static_cast<std::uint32_t>(XXH3_64bits(stem.data(), stem.size()));
}

std::vector<ContextWord> read_context(const SentenceView& s, int first, int last) {
  std::vector<ContextWord> words;
  words.reserve(16);
  const auto add = [&](int i, int distance) {
    if (tells_something(s.at(i)))
      words.push_back({stem_key(s.at(i).text), static_cast<std::uint8_t>(distance)});
  };
  int distance = 0;
  for (int i = first - 1; s.has(i) && distance < kMaxContext; --i) {
    if (!s.is_word(i)) continue;
    add(i, distance++);
  }
  distance = 0;
  for (int i = last; s.has(i) && distance < kMaxContext; ++i) {
    if (!s.is_word(i)) continue;
    add(i, distance++);
  }
  std::sort(words.begin(), words.end());
  const auto same = [](const ContextWord& a, const ContextWord& b) { return a.stem == b.stem; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  return words;
}

}  // namespace figured::claims
