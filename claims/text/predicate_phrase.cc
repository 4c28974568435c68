// phrase := preposition { determiner | adjective | noun } noun
#include "claims/text/predicate_phrase.h"

#include <string>

#include "claims/text/tokens.h"

namespace figured::claims {
namespace {

constexpr int kNounReach = 4;     // tokens from the preposition to its noun
constexpr int kClauseReach = 12;  // tokens between the phrase and the count
constexpr int kVerbReach = 4;     // tokens from a supply back to what becomes of it

PredicatePhrase find_phrase(const SentenceView& s, const std::string& preposition, int noun) {
  const Compound found = Lexicon::english().find_compound(preposition, lower_case(s.at(noun).text));
  if ((found.roles & kPredicate) == 0) return {};
  return {found.event, noun};
}

bool ends_clause(const SentenceView& s, int i) {
  if (!s.has(i) || s.is_kind(i, TokenKind::kSign) || s.is_kind(i, TokenKind::kNumber)) return true;
  return s.is(i, kConjunction | kSay) ||
         (s.is(i, kClauseBreak) && !s.lower_is(i, "who") && !s.lower_is(i, "that"));
}

}  // namespace

PredicatePhrase predicate_at(const SentenceView& s, int i) {
  const bool out_of = s.lower_is(i, "of") && s.lower_is(i - 1, "out");
  if (!out_of && !s.is(i, kPreposition) && !s.lower_is(i, "off") && !s.lower_is(i, "without"))
    return {};
  for (int noun = i + 1; noun < i + kNounReach && s.is_word(noun); ++noun) {
    if (s.is(noun, kPreposition | kBe | kHave | kConjunction)) return {};
    if (!s.at(noun).word->predicate) continue;
    const std::string preposition = out_of ? "out of" : lower_case(s.at(i).text);
    if (const PredicatePhrase found = find_phrase(s, preposition, noun); found.noun >= 0)
      return found;
  }
  return {};
}

PredicatePhrase predicate_behind(const SentenceView& s, int from) {
  for (int i = from; i < from + kClauseReach && !ends_clause(s, i); ++i) {
    if (const PredicatePhrase found = predicate_at(s, i); found.noun >= 0) return found;
  }
  return {};
}

PredicatePhrase predicate_before(const SentenceView& s, int at) {
  for (int i = at - 1; i > at - kClauseReach && !ends_clause(s, i); --i) {
    if (const PredicatePhrase found = predicate_at(s, i); found.noun >= 0 && found.noun < at)
      return found;
  }
  return {};
}

PredicatePhrase predicate_of_supply(const SentenceView& s, int first) {
  const int noun = first - 2;
  if (!s.at(noun).word->predicate || (!s.lower_is(noun + 1, "to") && !s.lower_is(noun + 1, "for")))
    return {};
  PredicatePhrase found = find_phrase(s, "without", noun);
  if (found.noun < 0) return {};
  // "restored power to": the verb says that they have it again.
  static const std::int16_t kBack = Lexicon::english().find("restored").event;
  for (int i = noun - 1; i > noun - kVerbReach && s.is_word(i); --i) {
    if (s.at(i).word->event == kBack) found.event = kBack;
  }
  return found;
}

}  // namespace figured::claims
