#include "claims/text/titles.h"

#include <string_view>
#include <utility>

#include "claims/lexicon/word_hash.h"

namespace figured::claims {
namespace {

constexpr WordList kRanks = {"vice",    "deputy",  "prime",    "attorney", "foreign", "assistant",
                             "finance", "defense", "interior", "police",   "fire",    "press"};

}  // namespace

std::uint64_t title_key(const TokenText& word) {
  static constexpr std::pair<std::string_view, std::string_view> kTitles[] = {
      {"gov", "governor"},  {"sen", "senator"},    {"rep", "representative"}, {"gen", "general"},
      {"lt", "lieutenant"}, {"col", "colonel"},    {"sgt", "sergeant"},       {"capt", "captain"},
      {"dr", "doctor"},     {"prof", "professor"}, {"maj", "major"}};
  for (const auto& [shortened, full] : kTitles) {
    if (word.is_lower(shortened)) return word_hash(full);
  }
  return word.hash();
}

std::uint64_t office_key(const SentenceView& s, int at) {
  const std::uint64_t key = title_key(s.at(at).text);
  return s.is_one_of(at - 1, kRanks) ? next_word_hash(key, s.at(at - 1).text.hash()) : key;
}

std::uint64_t office_before(const SentenceView& s, int name) {
  static constexpr WordList kPast = {"former", "ex", "late", "then", "onetime"};
  constexpr int kReach = 6;  // "former two-term state attorney general"
  int title = name - 1;
  if (s.at(title).text == "." && !s.at(title).spaced) --title;
  if (!s.is_word(title) || !s.at(title).word->title) return 0;
  for (int before = title - 1; before >= s.first() && before >= title - kReach; --before) {
    if (s.is_one_of(before, kPast)) return 0;
    if (s.is(before, kPreposition | kConjunction) || s.lower_is(before, "the")) break;
  }
  return office_key(s, title);
}

}  // namespace figured::claims
