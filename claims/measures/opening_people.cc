#include "claims/measures/opening_people.h"

#include <algorithm>

#include "claims/subjects/side_name.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kWords = 4;  // of the phrase, determiners left out
constexpr int kChain = 4;  // sentences that go on with "they"

// "Latinos", "Democrats": always a capital, not only at the head of the sentence.
bool names_a_people(const Token& token) {
  return token.capital && token.word->can_be(kNounPlural) &&
         (token.word->naming & (kCommonNoun | kCapitalNoun)) == kCapitalNoun;
}

// "The new drivers"
Span opening_people(const SentenceView& s) {
  int i = s.first();
  while (s.is(i, kDeterminer) && !s.is(i, kPossessive)) ++i;
  for (const int end = i + kWords; i < end && s.is_word(i); ++i) {
    Token word = s.at(i);
    const bool opens = i == s.first();
    if (opens && names_a_people(word)) return word.span;
    if (opens) word.capital = false;
    if (names_people(word) && !names_people(s.at(i + 1))) return word.span;
    if (s.is(i, kPreposition | kConjunction | kClauseBreak | kPronoun) || is_finite_verb(s, i))
      break;
  }
  return {};
}

}  // namespace

Span people_before(const Tokens& text, int at) {
  const auto behind = std::upper_bound(
      text.sentences.begin(), text.sentences.end(), at,
      [](int token, const Sentence& sentence) { return token < static_cast<int>(sentence.first); });
  auto sentence = behind - text.sentences.begin() - 1;
  for (int steps = 0; steps < kChain && sentence > 0; ++steps) {
    const SentenceView s(text, text.sentences[static_cast<std::size_t>(--sentence)]);
    if (!s.lower_is(s.first(), "they")) return opening_people(s);
  }
  return {};
}

}  // namespace figured::claims
