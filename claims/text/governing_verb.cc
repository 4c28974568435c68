#include "claims/text/governing_verb.h"

#include <string_view>

#include "claims/text/tokens.h"

namespace figured::claims {
namespace {

constexpr int kReach = 10;

// They only tie a subject to its time.
bool is_light(const SentenceView& s, int i) {
  static constexpr WordList kLight = {
      "take",    "takes", "took",     "taken",    "taking",   "last",  "lasts",  "lasted",
      "lasting", "spend", "spends",   "spent",    "spending", "get",   "gets",   "got",
      "getting", "go",    "goes",     "went",     "gone",     "going", "give",   "gives",
      "gave",    "given", "giving",   "make",     "makes",    "made",  "making", "keep",
      "keeps",   "kept",  "keeping",  "do",       "does",     "did",   "done",   "doing",
      "run",     "runs",  "ran",      "set",      "want",     "wants", "wanted", "begin",
      "began",   "begun", "start",    "started",  "need",     "needs", "see",    "saw",
      "come",    "came",  "continue", "continued"};
  // "closed for two years": also a verb of a level, but an act of its own.
  const bool level = s.is(i, kAttain) && !s.is(i, kLasting) && !s.at(i).word->has_role(kObjectVerb);
  return level || s.is(i, kBe | kHave | kModal | kWill | kSay | kRise | kFall | kAdverb) ||
         s.is_one_of(i, kLight);
}

bool is_verb(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  if (token.kind != TokenKind::kWord || token.capital) return false;
  const Word& word = *token.word;
  if (!word.can_be(kVerbForms) && word.verb_forms == 0) return false;
  if (word.is(kPreposition | kDeterminer | kConjunction | kPronoun)) return false;
  // "the shooting", "a cut": nouns here.
  if (word.can_be(kNounForms) &&
      (s.is(i - 1, kDeterminer | kPossessive | kPreposition) && !s.lower_is(i - 1, "to")))
    return false;
  if (word.can_be(kVerbBase) && s.lower_is(i - 1, "to") && !word.is_likely(PartOfSpeech::kNoun))
    return true;
  if (word.can_be(kVerbPast | kVerbParticiple | kVerbIng) && !word.is_likely(PartOfSpeech::kNoun))
    return word.dominant != PartOfSpeech::kAdjective || s.is(i - 1, kBe);
  return word.dominant == PartOfSpeech::kVerb;
}

}  // namespace

int governing_verb(const SentenceView& s, int at) {
  for (int i = at - 1; i > at - kReach && s.has(i); --i) {
    if (s.is_kind(i, TokenKind::kSign) || (s.is(i, kClauseBreak) && !s.lower_is(i, "as")))
      return -1;
    if (is_verb(s, i) && !is_light(s, i)) return i;
  }
  return -1;
}

int verb_behind(const SentenceView& s, int from, int reach) {
  for (int i = from; i < from + reach && s.has(i); ++i) {
    if (s.is_kind(i, TokenKind::kSign) || s.is(i, kClauseBreak)) return -1;
    if (is_verb(s, i) && !is_light(s, i)) return i;
  }
  return -1;
}

std::string verb_name(const SentenceView& s, int verb) {
  const Word& word = *s.at(verb).word;
  if (word.verb_forms != 0 && word.has_role(kObjectVerb | kSubjectVerb))
    return Lexicon::english().event(word.event_as(kObjectVerb | kSubjectVerb)).name;
  return Lexicon::english().verb_base(s.at(verb).text);
}

}  // namespace figured::claims
