#include "claims/places/place_deixis.h"

#include "claims/places/place_reader.h"

namespace figured::claims {
namespace {

// "in the country", "in the eastern part of the country", "across the nation"
bool is_the_country(const SentenceView& s, int noun) {
  if (!s.lower_is(noun, "country") && !s.lower_is(noun, "nation")) return false;
  if (!s.lower_is(noun - 1, "the") || s.is_kind(noun + 1, TokenKind::kPossessiveEnd)) return false;
  int at = noun - 2;
  if (s.lower_is(at, "of")) {
    --at;
    while (at > noun - 6 && s.is_word(at) && !s.is(at, kPreposition)) --at;
  }
  return locates(s, at) || s.lower_is(at, "into");
}

// "the federal poverty line", "the nation's schools", "voters nationwide"
bool is_the_nations(const SentenceView& s, int i) {
  if (s.lower_is(i, "federal") || s.lower_is(i, "nationwide")) return !s.at(i).capital;
  if (!s.lower_is(i, "nation") && !s.lower_is(i, "country")) return false;
  return s.lower_is(i - 1, "the") && s.is_kind(i + 1, TokenKind::kPossessiveEnd);
}

// "the global economy"; "a global role" is of somebody.
bool is_global(const SentenceView& s, int i) {
  static constexpr WordList kWhole = {
      "temperature", "temperatures", "population", "economy", "emissions",  "output",
      "growth",      "trade",        "supply",     "demand",  "production", "consumption",
      "deaths",      "cases",        "poverty",    "total",   "average"};
  return s.lower_is(i, "global") && s.is_one_of(i + 1, kWhole);
}

// "around the globe", "of the planet", "of the world's oil"; not "in the world cup", "one
// of the world's largest ports"
bool is_the_world(const SentenceView& s, int i) {
  if (s.lower_is(i, "worldwide") || s.lower_is(i, "globally") || is_global(s, i)) return true;
  if (s.lower_is(i, "planet"))
    return s.lower_is(i - 1, "the") && (s.lower_is(i - 2, "of") || s.lower_is(i - 2, "on"));
  if (s.lower_is(i, "world") && s.is_kind(i + 1, TokenKind::kPossessiveEnd))
    return s.lower_is(i - 1, "the") && s.lower_is(i - 2, "of") &&
           !s.at(i + 2).word->can_be(kSuperlative);
  if (!s.lower_is(i, "world") && !s.lower_is(i, "globe")) return false;
  constexpr WordClasses kGoesOn =
      kPreposition | kConjunction | kClauseBreak | kBe | kHave | kModal | kWill;
  return s.lower_is(i - 1, "the") && locates(s, i - 2) &&
         (!s.is_word(i + 1) || s.is(i + 1, kGoesOn));
}

bool is_here(const SentenceView& s, int i) {
  const bool name = s.at(i).capital && i != s.first();  // "Here & Now"
  return s.lower_is(i, "here") && !name && !s.at(i).quoted && !s.is(i + 1, kBe);
}

// "voters there", "12 people died there."; not "there are", "out there"
bool is_there(const SentenceView& s, int i) {
  return s.lower_is(i, "there") && !s.at(i).quoted && s.is_word(i - 1) &&
         !s.is(i - 1, kPreposition | kConjunction | kBe | kClauseBreak | kAdverb) &&
         (!s.is_word(i + 1) || s.is(i + 1, kPreposition | kConjunction));
}

}  // namespace

PlaceDeixis read_place_deixis(const SentenceView& s, int first, int last, int reach) {
  PlaceDeixis found;
  for (int i = first - reach; i < last + reach; ++i) {
    const std::string_view text = s.at(i).text;
    if (text.size() < 4) continue;
    // Few words begin so: most are passed over at once.
    switch (text.front() | 0x20) {
      case 'c':
      case 'n':
      case 'f':
        if (found.nation < 0 && is_the_nations(s, i)) found.nation = i;
        if (found.country < 0 && i >= last && is_the_country(s, i)) found.country = i;
        break;
      case 'g':
      case 'p':
      case 'w':
        if (found.world < 0 && is_the_world(s, i)) found.world = i;
        break;
      case 't':
        if (found.there < 0 && i >= last && is_there(s, i)) found.there = i;
        break;
      case 'h':
        if (found.here < 0 && is_here(s, i)) found.here = i;
        break;
      default:
        break;
    }
  }
  return found;
}

}  // namespace figured::claims
