#include "claims/text/names.h"

#include <algorithm>
#include <array>
#include <bit>

#include <xxhash.h>

#include "claims/text/text_bytes.h"

namespace figured::claims {
namespace {

constexpr int kLongestName = 12;  // tokens
constexpr WordClasses kNeverName = kMonth | kWeekday | kPronoun | kConjunction | kPreposition |
                                   kDeterminer | kBe | kHave | kModal | kWill | kNegation |
                                   kAdverb | kDayWord | kClauseBreak;

bool is_capital(const SentenceView& s, int i) {
  return (s.is_word(i) || s.is_kind(i, TokenKind::kMixed)) && s.at(i).capital;
}

bool is_in_capitals(const Token& token) {
  return std::all_of(token.text.begin(), token.text.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "JUST WATCHED Velma teachers strike", "READ MORE Velma's mayor": a label of the page, whose
// capitals are those of no name; in a text without small letters they are those of any word.
bool is_label(const SentenceView& s, int i) {
  static constexpr WordList kLabels = {"watched", "watch",   "read",    "more",    "video",
                                       "photos",  "related", "updated", "breaking"};
  const Token& token = s.at(i);
  return token.text.size() >= 4 && s.is_one_of(i, kLabels) && is_in_capitals(token) &&
         s.is_word(i + 1) && !is_in_capitals(s.at(i + 1));
}

bool find_whether_name(const SentenceView& s, int i) {
  if (!is_capital(s, i) || is_label(s, i)) return false;
  const Token& token = s.at(i);
  if (token.word->is(kNeverName)) return token.text == "US";
  return token.text.size() > 1 || s.at(i + 1).text == ".";
}

// The same, once mark_names() has noted it.
bool can_be_name(const SentenceView& s, int i) { return s.at(i).may_name; }

// "Banque du Commerce", "Osama bin Laden": a particle within a name.
bool is_particle(const SentenceView& s, int i) {
  static constexpr WordList kParticles = {"de",  "du",  "des", "del", "della", "di",  "da",  "dos",
                                          "das", "von", "van", "der", "den",   "ter", "bin", "ibn",
                                          "al",  "el",  "la",  "le",  "y",     "e"};
  if (!s.is_word(i) || s.at(i).capital || !s.is_one_of(i, kParticles)) return false;
  const std::string_view text = s.at(i).text;
  return std::none_of(text.begin(), text.end(), is_upper);
}

// "BELKUT - The earthquake ..."
bool is_dateline(const Token& token) { return token.text.size() > 2 && is_in_capitals(token); }

// A capital that the head of a sentence gives to any word.
bool is_doubtful_head(const SentenceView& s, int i) {
  const bool head =
      i == s.first() || (s.is_kind(i - 1, TokenKind::kQuote) && i - 1 <= s.first() + 1);
  if (!head || can_be_name(s, i + 1)) return false;
  const Word& word = *s.at(i).word;
  if (word.place != kNoIndex || is_dateline(s.at(i))) return false;
  return !s.is_kind(i + 1, TokenKind::kPossessiveEnd) && !s.is(i + 1, kSay | kHave | kBe);
}

// "National Front of ...", "Bank of ...", "Republic of ...": what is of something;
// "Jane Doe of the Institute" is somebody.
bool binds_of(const SentenceView& s, int first, int last) {
  // "Chamber of Commerce", "District of Columbia"; but "Bishop Ruiz of Lima"
  static constexpr WordList kParts = {
      "chamber", "district", "gulf",   "isle",    "cape",       "church",    "cathedral", "diocese",
      "order",   "province", "county", "strait",  "knights",    "daughters", "sons",      "doctors",
      "hall",    "museum",   "temple", "school",  "department", "office",    "bureau",    "court",
      "board",   "league",   "duchy",  "kingdom", "academy",    "faculty",   "friends",   "port"};
  if (s.is_one_of(last - 1, kParts)) return true;
  for (int i = first; i < last; ++i) {
    const Word& word = *s.at(i).word;
    if (word.side_name != SideKind::kNone || word.side_noun != SideKind::kNone || word.title)
      return true;
  }
  return false;
}

}  // namespace

namespace {

// Tokens of the name that begins at a capital; 0 when none does.
int find_name(const SentenceView& s, int at) {
  if (!can_be_name(s, at) || is_doubtful_head(s, at)) return 0;
  if (at == s.first() && s.at(at).word->number_role != NumberRole::kNone) return 0;
  int last = at + 1;
  // "envoy to Afghanistan Jane Doe": the country ends before the person.
  const bool place_first =
      s.at(at).word->place != kNoIndex && !s.at(at).word->demonym && s.is(at - 1, kPreposition);
  while (s.has(last) && !place_first && last - at < kLongestName) {
    if (can_be_name(s, last)) {
      ++last;
    } else if (s.binds(last) && is_capital(s, last + 1)) {
      last += 2;
    } else if (s.at(last).text == "." &&
               (s.at(last - 1).text.size() == 1 || s.at(last - 1).text == "St" ||
                s.at(last - 1).text == "Mt") &&
               can_be_name(s, last + 1)) {
      last += 2;
    } else if (is_particle(s, last)) {
      const int next = is_particle(s, last + 1) ? last + 2 : last + 1;
      if (!can_be_name(s, next)) break;
      last = next + 1;
    } else if (s.lower_is(last, "of") && can_be_name(s, last + 1) && binds_of(s, at, last)) {
      last += 2;
    } else if (s.lower_is(last, "of") && s.lower_is(last + 1, "the") && can_be_name(s, last + 2) &&
               binds_of(s, at, last)) {
      last += 3;
    } else {
      break;
    }
  }
  return last - at;
}

}  // namespace

void mark_names(Tokens& tokens) {
  for (const Sentence& sentence : tokens.sentences) {
    const SentenceView s(tokens, sentence);
    for (const std::uint32_t capital : s.capitals()) {
      tokens.tokens[capital].may_name = find_whether_name(s, static_cast<int>(capital));
    }
    for (const std::uint32_t capital : s.capitals()) {
      tokens.tokens[capital].name_length =
          static_cast<std::uint8_t>(find_name(s, static_cast<int>(capital)));
    }
  }
}

std::optional<NameSpan> read_name_before(const SentenceView& s, int last) {
  int first = last;
  while (last - first < kLongestName) {
    if (can_be_name(s, first - 1) || (s.binds(first - 1) && is_capital(s, first - 2))) {
      --first;
    } else if (first < last && (s.lower_is(first - 1, "of") || is_particle(s, first - 1)) &&
               can_be_name(s, first - 2)) {
      first -= 2;
    } else if (first < last && s.lower_is(first - 1, "the") && s.lower_is(first - 2, "of") &&
               can_be_name(s, first - 3)) {
      first -= 3;
    } else {
      break;
    }
  }
  for (; first < last; ++first) {
    if (const auto name = read_name(s, first); name && name->last >= last)
      return NameSpan{first, last};
  }
  return std::nullopt;
}

NameKey name_key(std::string_view word) {
  std::array<char, 64> lower;
  if (word.size() > lower.size()) {
    const std::string all = lower_case(word);
    return XXH3_64bits(all.data(), all.size());
  }
  std::transform(word.begin(), word.end(), lower.begin(), [](char c) { return lower_case(c); });
  return XXH3_64bits(lower.data(), word.size());
}

NameKey name_key(const Token& token) {
  return token.word->place == kNoIndex
             ? name_key(std::string_view(token.text))
             : name_key(std::string_view(Lexicon::english().place(token.word->place)));
}

namespace {

// Calls `take(token)` for each word by which a name tells what the text is about.
template <class Take>
void each_name_word(const Tokens& tokens, Take take) {
  for (const Sentence& sentence : tokens.sentences) {
    const SentenceView s(tokens, sentence);
    int next = s.first();
    for (const std::uint32_t capital : s.capitals()) {
      const int i = static_cast<int>(capital);
      if (i < next) continue;
      const auto name = read_name(s, i);
      if (!name) continue;
      next = name->last;
      for (int word = name->first; word < name->last; ++word) {
        const Token& token = s.at(word);
        if (token.text.size() < 3 && token.word->place == kNoIndex) continue;
        if (token.word->is(kTitle | kPreposition | kPlaceCue | kDeterminer) || !token.capital)
          continue;
        take(token);
      }
    }
  }
}

struct NameCount {
  NameKey key;
  int count;
};

// Sorts by key and adds up what is counted of one.
void merge(std::vector<NameCount>& counts) {
  std::sort(counts.begin(), counts.end(),
            [](const NameCount& a, const NameCount& b) { return a.key < b.key; });
  std::size_t kept = 0;
  for (const NameCount& next : counts) {
    if (kept > 0 && counts[kept - 1].key == next.key)
      counts[kept - 1].count += next.count;
    else
      counts[kept++] = next;
  }
  counts.resize(kept);
}

// The words of names and how often each is met.  The key of a word is made once: it
// costs more than to tell that the word is met again.
class WordCounts {
 public:
  explicit WordCounts(std::size_t most) : places_(std::bit_ceil(2 * most + 1)) {
    met_.reserve(most);
  }

  void add(const Token& token) {
    const std::uint64_t word = token.text.hash();
    const std::size_t mask = places_.size() - 1;
    std::size_t at = word & mask;
    while (places_[at] != 0 && met_[places_[at] - 1].word != word) at = (at + 1) & mask;
    if (places_[at] == 0) {
      met_.push_back({word, &token, 0});
      places_[at] = static_cast<std::uint32_t>(met_.size());
    }
    ++met_[places_[at] - 1].count;
  }

  std::vector<NameCount> by_key() const {
    std::vector<NameCount> counts;
    counts.reserve(met_.size());
    for (const Met& met : met_) counts.push_back({name_key(*met.token), met.count});
    merge(counts);
    return counts;
  }

 private:
  struct Met {
    std::uint64_t word;
    const Token* token;
    int count;
  };
  std::vector<Met> met_;
  // Which of them, counted from 1, by hash; those of one hash behind each other.  Its size
  // is a power of two.
  std::vector<std::uint32_t> places_;
};

std::vector<NameCount> count_names(const Tokens& text) {
  WordCounts counts(text.capitals.size());
  each_name_word(text, [&](const Token& token) { counts.add(token); });
  return counts.by_key();
}

}  // namespace

std::vector<NameKey> collect_names(const Tokens& title, const Tokens& text) {
  std::vector<NameCount> counts = count_names(text);
  // In a headline every word may have a capital: only known names count.
  each_name_word(title, [&](const Token& token) {
    const NameKey key = name_key(token);
    const auto known =
        std::lower_bound(counts.begin(), counts.end(), key,
                         [](const NameCount& count, NameKey name) { return count.key < name; });
    if (known != counts.end() && known->key == key) known->count += 3;
  });
  if (counts.size() > kMaxNames) {
    std::nth_element(counts.begin(), counts.begin() + kMaxNames, counts.end(),
                     [](const NameCount& a, const NameCount& b) {
                       return a.count != b.count ? a.count > b.count : a.key < b.key;
                     });
    counts.resize(kMaxNames);
    merge(counts);
  }
  std::vector<NameKey> names;
  names.reserve(counts.size());
  for (const NameCount& count : counts) names.push_back(count.key);
  return names;
}

std::vector<std::string> name_words(const Tokens& text, const std::vector<NameKey>& names) {
  std::vector<std::string> words(names.size());
  each_name_word(text, [&](const Token& token) {
    const auto found = std::ranges::lower_bound(names, name_key(token));
    if (found == names.end() || *found != name_key(token)) return;
    std::string& word = words[static_cast<std::size_t>(found - names.begin())];
    if (!word.empty()) return;
    word = token.word->place == kNoIndex ? lower_case(std::string_view(token.text))
                                         : Lexicon::english().place(token.word->place);
  });
  return words;
}

}  // namespace figured::claims
