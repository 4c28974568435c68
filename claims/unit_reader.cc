#include "claims/unit_reader.h"

namespace figured::claims {
namespace {

ReadUnit make_unit(std::int16_t index, int last) {
  const Unit& unit = Lexicon::english().unit(index);
  return {last, unit.name, unit.dimension, 1, false};
}

// Words that are units only in the plural or behind a hyphen: "a second", "the
// foot of", "times" are none.
bool needs_plural(std::string_view lower) {
  return lower == "second" || lower == "foot" || lower == "pound" || lower == "time" ||
         lower == "degree" || lower == "min" || lower == "sec";
}

// One letter ("5m") must touch its number.
bool usable(const SentenceView& s, int at, bool bound, std::string_view lower) {
  if (lower.size() == 1 && lower != "%") return !s.at(at).spaced && !bound;
  if (lower == "ha" || lower == "mi" || lower == "mp" || lower == "hp" || lower == "v") {
    return !s.at(at).spaced || !s.at(at).capital;
  }
  if (needs_plural(lower)) return bound;
  return true;
}

// "-year-old", "years old", "year old"
void take_age(const SentenceView& s, ReadUnit& unit) {
  if (unit.dimension != "duration") return;
  int i = unit.last;
  if (s.binds(i)) ++i;
  if (s.lower_is(i, "old") || s.lower_is(i, "olds")) {
    unit.last = i + 1;
    unit.age = true;
  }
}

}  // namespace

std::optional<ReadUnit> read_unit(const SentenceView& s, int at) {
  const Lexicon& lexicon = Lexicon::english();
  const bool bound = s.binds(at);
  const int begin = bound ? at + 1 : at;
  if (s.at(begin).text == "\u00b0") {
    const bool letter = s.is_word(begin + 1) && s.at(begin + 1).text.size() == 1;
    const bool fahrenheit = letter && s.lower_is(begin + 1, "f");
    return ReadUnit{begin + (letter ? 2 : 1),
                    fahrenheit ? "f"
                    : letter   ? "c"
                               : "degree",
                    "temperature", 1, false};
  }
  // Phrases first: "square miles", "percentage points", "kilometers per hour".
  for (int words = 3; words >= 2; --words) {
    if (!s.is_word(begin + words - 1)) continue;
    std::string phrase = lower_case(s.at(begin).text);
    for (int i = 1; i < words; ++i) phrase += ' ' + lower_case(s.at(begin + i).text);
    if (const std::int16_t unit = lexicon.find_unit(phrase); unit != kNoIndex) {
      return make_unit(unit, begin + words);
    }
  }
  const Token& token = s.at(begin);
  if (token.kind != TokenKind::kWord && token.text != "%") return std::nullopt;
  const std::string lower = lower_case(token.text);
  if (token.word->unit == kNoIndex || !usable(s, begin, bound, lower)) return std::nullopt;
  ReadUnit unit = make_unit(token.word->unit, begin + 1);
  if (unit.name == "degree" && s.is_word(begin + 1) && s.at(begin + 1).word->unit != kNoIndex) {
    const ReadUnit scale = make_unit(s.at(begin + 1).word->unit, begin + 2);
    if (scale.dimension == "temperature") return scale;
  }
  if (unit.dimension == "money.minor") {
    unit.name = "usd";
    unit.dimension = "money";
    unit.multiplier = 0.01;
  }
  take_age(s, unit);
  return unit;
}

std::optional<ReadUnit> read_currency(const SentenceView& s, int at) {
  if (!s.is_kind(at, TokenKind::kCurrency)) return std::nullopt;
  const std::string lower = lower_case(s.at(at).text);
  const std::int16_t unit = Lexicon::english().find(lower).unit;
  if (unit != kNoIndex) return make_unit(unit, at + 1);
  return ReadUnit{at + 1, lower, "money", 1, false};  // "S$", "NT$": its own currency
}

}  // namespace figured::claims
