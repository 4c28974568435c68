#include "bench/text_limits.h"

#include <hs/hs.h>
#include <xxhash.h>

#include <array>
#include <random>
#include <stdexcept>
#include <string>

#include "claims/gazetteer/gazetteer_data.h"

namespace figured::bench {
namespace {

// --- bytes

enum ByteClass : std::uint8_t { kSign, kLetter, kDigit };

constexpr auto kClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const int lower = c | 0x20;
    const bool letter = (lower >= 'a' && lower <= 'z') || c >= 0x80;
    classes[static_cast<std::size_t>(c)] = letter ? kLetter : c >= '0' && c <= '9' ? kDigit : kSign;
  }
  return classes;
}();

ByteClass class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Past the letters and digits at `at`.
const char* end_of_word(const char* at, const char* end) {
  while (at != end && class_of(*at) != kSign) ++at;
  return at;
}

// number := digit { digit | "," digit } [ "." digit { digit } ]
const char* read_number(const char* at, const char* end, double& value) {
  double step = 1;
  bool point = false;
  for (; at != end; ++at) {
    if (class_of(*at) == kDigit) {
      value = value * 10 + (*at - '0');
      if (point) step *= 10;
    } else if ((*at == ',' || (*at == '.' && !point)) && at + 1 != end &&
               class_of(at[1]) == kDigit) {
      point = point || *at == '.';
    } else {
      break;
    }
  }
  value /= step;
  return at;
}

// --- patterns

// Bytes, not characters, so that broken UTF-8 does no harm.
constexpr const char* kPatterns[] = {
    R"(\b\d+(\.\d+)?\b)",
    R"(\b\d{1,3}(,\d{3})+\b)",
    R"(\d\s?(%|per ?cent\b))",
    R"((\$|€|£|\bUSD |\bEUR )\d+)",
    R"(\b(about|around|nearly|almost|roughly|at least|at most|up to|over|under|some|(more|fewer|less) than) \d)",
    R"(\d (thousand|million|billion|trillion)\b)",
    R"(\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?)\b)",
    R"(\d[ -]?(km|kilomet(er|re)s?|miles?|met(er|re)s?|feet|acres|kg|tons?|tonnes?|degrees|mph|barrels)\b)",
    R"(\d (people|men|women|children|residents|soldiers|troops|fighters|civilians|homes|houses)\b)",
    R"(\d (dead|killed|died|injured|wounded|missing|arrested|displaced)\b)",
    R"(\b(january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b)",
    R"(\b(19|20)\d\d\b)",
    R"(\b\d{1,2}:\d\d\b)",
    R"(\b\d+(st|nd|rd|th)\b)",
    R"(\bbetween \d+ and \d+\b)",
    R"(\d ?(-|–|to) ?\d)"};

hs_database_t* compile() {
  std::array<unsigned, std::size(kPatterns)> flags;
  flags.fill(HS_FLAG_CASELESS);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(kPatterns, flags.data(), nullptr, std::size(kPatterns), HS_MODE_BLOCK,
                       nullptr, &database, &error) == HS_SUCCESS)
    return database;
  const std::string message = std::string("vectorscan: ") + error->message;
  hs_free_compile_error(error);
  throw std::runtime_error(message);
}

hs_scratch_t* scratch_for(const hs_database_t* database) {
  hs_scratch_t* scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
    throw std::runtime_error("vectorscan: no scratch memory");
  return scratch;
}

int count_match(unsigned, unsigned long long, unsigned long long, unsigned, void* count) {
  ++*static_cast<std::size_t*>(count);
  return 0;
}

// --- names

constexpr std::size_t kNames = 84'000;
constexpr std::size_t kSlots = std::size_t{1} << 18;
constexpr std::size_t kLongestName = 3;  // words

constexpr std::uint64_t kNoWords = 1;

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }
std::size_t slot_of(std::uint64_t key) { return key >> 46; }  // below kSlots

// The key of a run of words and one word more.
std::uint64_t extend(std::uint64_t key, std::uint64_t word) {
  return (key ^ word) * 0x9e3779b97f4a7c15ull | 1;
}

template <class Take>
void each_word(std::string_view text, Take take) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    if (class_of(*at) != kLetter) {
      ++at;
      continue;
    }
    const char* const begin = at;
    at = end_of_word(at, end);
    take(std::string_view(begin, static_cast<std::size_t>(at - begin)));
  }
}

std::string make_name(std::mt19937& random) {
  static constexpr std::array kSyllables{"an",  "bor", "cel", "dra", "eth", "fin", "gar", "hol",
                                         "is",  "jun", "kel", "lom", "mer", "nor", "ost", "pra",
                                         "qui", "ras", "sol", "tam", "ur",  "vel", "wyn", "zor"};
  std::string name;
  for (std::size_t words = 1 + random() % kLongestName; words > 0; --words) {
    const std::size_t begin = name.size();
    for (std::size_t i = 2 + random() % 3; i > 0; --i)
      name += kSyllables[random() % kSyllables.size()];
    name[begin] = static_cast<char>(name[begin] - 32);
    if (words > 1) name += ' ';
  }
  return name;
}

}  // namespace

TokenCount count_tokens(std::string_view text) {
  TokenCount count;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    switch (class_of(*at)) {
      case kLetter:
        at = end_of_word(at, end);
        ++count.words;
        break;
      case kDigit: {
        double value = 0;
        at = read_number(at, end, value);
        count.sum += value;
        ++count.numbers;
        break;
      }
      case kSign:
        ++at;
    }
  }
  return count;
}

PatternScanner::PatternScanner()
    : patterns_(compile(), hs_free_database),
      scratch_(scratch_for(patterns_.get()), hs_free_scratch) {}

PatternScanner::~PatternScanner() = default;

std::size_t PatternScanner::count(std::string_view text) {
  std::size_t matches = 0;
  hs_scan(patterns_.get(), text.data(), static_cast<unsigned>(text.size()), 0, scratch_.get(),
          count_match, &matches);
  return matches;
}

NameSet::NameSet() : openings_(kSlots), slots_(kSlots) {
  for (const claims::gazetteer_data::Row& row : claims::gazetteer_data::kRows) add(row.name);
  for (std::mt19937 random(1); size_ < kNames;) add(make_name(random));
}

void NameSet::add(std::string_view name) {
  std::uint64_t key = kNoWords;
  std::uint64_t first = 0;
  std::size_t words = 0;
  each_word(name, [&](std::string_view word) {
    key = extend(key, hash_of(word));
    if (++words == 1) first = key;
  });
  if (words == 0 || words > kLongestName || size_ == kNames || contains(key)) return;
  std::size_t at = slot_of(key);
  while (slots_[at] != 0) at = (at + 1) % kSlots;
  slots_[at] = key;
  openings_[slot_of(first)] = true;
  ++size_;
}

bool NameSet::contains(std::uint64_t key) const {
  for (std::size_t at = slot_of(key); slots_[at] != 0; at = (at + 1) % kSlots) {
    if (slots_[at] == key) return true;
  }
  return false;
}

std::size_t NameSet::count(std::string_view text) const {
  std::size_t names = 0;
  // Of the last one and the last two words, where they may open a name; else 0.
  std::uint64_t one = 0, two = 0;
  each_word(text, [&](std::string_view word) {
    const bool capital = is_capital(word.front());
    if (!capital && one == 0 && two == 0) return;
    const std::uint64_t hash = hash_of(word);
    const std::uint64_t three = two == 0 ? 0 : extend(two, hash);
    two = one == 0 ? 0 : extend(one, hash);
    one = capital ? extend(kNoWords, hash) : 0;
    if (one != 0 && !openings_[slot_of(one)]) one = 0;
    for (const std::uint64_t key : {one, two, three}) names += key != 0 && contains(key);
  });
  return names;
}

}  // namespace figured::bench
