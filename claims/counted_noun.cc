#include "claims/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kReach = 6;  // tokens behind the figure in which its head must stand

bool ends_phrase(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  if (token.kind == TokenKind::kHyphen) return !s.binds(i);
  if (token.kind == TokenKind::kPossessiveEnd) return true;
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kMixed) return true;
  const Word& word = *token.word;
  if (word.is(kBe | kHave | kModal | kWill | kPronoun | kConjunction | kNegation | kClauseBreak)) {
    return true;
  }
  if (word.is(kPreposition)) return !equals_lower(token.text, "past");
  return word.is(kDeterminer) && !word.is(kPossessive);
}

// "42 killed in": a participle that is no modifier, for nothing it could modify
// follows.
bool is_verb_of_event(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  if ((word.verb_forms & (kPastForm | kIngForm)) == 0) return false;
  return !s.is_word(i + 1) || ends_phrase(s, i + 1);
}

// A singular that is known to be a noun: "a 6,000-strong army ready to".
bool can_head(const Token& token) {
  return token.kind == TokenKind::kWord &&
         (token.word->noun != kNoIndex || token.word->has_role(kToll | kEventNounRole) ||
          token.word->is(kSideNoun));
}

bool known_noun(const Token& token) {
  return token.kind == TokenKind::kWord && token.word->noun != kNoIndex;
}

}  // namespace

bool is_plural_noun(const Token& token) {
  if (token.kind != TokenKind::kWord) return false;
  const Word& word = *token.word;
  if (word.is(kNoPlural | kSay | kSingularS)) return false;
  if (word.noun != kNoIndex) {
    // Irregular plurals are those the noun table lists without an "s".
    static constexpr std::string_view kIrregular[] = {
        "people",     "men",       "women",      "children", "police",     "troops",
        "personnel",  "others",    "lives",      "dead",     "servicemen", "infantrymen",
        "conscripts", "guardsmen", "militiamen", "gunmen",   "mujahideen", "policemen",
        "crewmen",    "aircraft",  "wounded",    "injured",  "missing",    "staff"};
    for (const std::string_view plural : kIrregular) {
      if (equals_lower(token.text, plural)) return true;
    }
  }
  const std::string_view text = token.text;
  return text.size() > 2 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us");
}

CountedNoun counted_noun(const SentenceView& s, int last) {
  CountedNoun noun;
  int i = last;
  if (s.is_kind(i, TokenKind::kQuote)) ++i;  // "hundreds" of its fighters
  if (s.lower_is(i, "of")) {
    // "hundreds of the fighters", "dozens of its men", "20 of them" has none
    ++i;
    while (s.is(i, kDeterminer | kPossessive) && s.is_word(i)) ++i;
  }
  if (s.binds(i)) ++i;  // "-strong", "-member"
  const bool strong = s.lower_is(i, "strong");
  if (strong) {
    noun.modifiers.push_back(i);
    ++i;
  }
  int best = -1, seen = 0;
  for (; s.has(i) && seen < kReach; ++i) {
    if (ends_phrase(s, i)) break;
    if (s.is_kind(i, TokenKind::kHyphen)) continue;
    if (best >= 0 && strong && can_head(s.at(best))) break;  // "6,000-strong army waits"
    ++seen;
    const Token& token = s.at(i);
    if (token.word->is(kAdverb | kDayWord) ||
        (token.word->is(kMonth | kWeekday) && token.capital)) {
      if (best >= 0) break;
      continue;
    }
    if (best >= 0 && is_verb_of_event(s, i)) break;
    if (best >= 0 && token.word->verb_forms != 0 && !known_noun(token)) break;
    if (is_plural_noun(token) && !s.binds(i + 1)) {
      // "police officers": two plurals in a row are one noun phrase.
      if (best >= 0) noun.modifiers.push_back(best);
      best = i;
      const bool more = is_plural_noun(s.at(i + 1)) && !s.at(i + 1).capital &&
                        known_noun(s.at(i + 1)) && s.at(i + 1).word->event_roles == 0;
      if (!more) break;
      continue;
    }
    if (best >= 0 && (is_plural_noun(s.at(best)) || (can_head(s.at(best)) && !can_head(token))))
      break;
    if (best >= 0) noun.modifiers.push_back(best);
    best = i;
  }
  // A lone participle or adjective is a head only when it can be one ("12 dead").
  if (best >= 0 && !known_noun(s.at(best)) && is_verb_of_event(s, best) &&
      (s.at(best).word->event_roles & kAdjective) == 0 && s.at(best).word->noun == kNoIndex) {
    best = noun.modifiers.empty() ? -1 : noun.modifiers.back();
    if (!noun.modifiers.empty()) noun.modifiers.pop_back();
  }
  noun.head = best;
  return noun;
}

std::string noun_name(const Token& token) {
  if (token.word->noun != kNoIndex) return Lexicon::english().noun(token.word->noun).name;
  std::string name = lower_case(token.text);
  if (!is_plural_noun(token) || name.size() < 4) return name;
  if (name.ends_with("ies") && name.size() > 4) return name.substr(0, name.size() - 3) + 'y';
  if (name.ends_with("ches") || name.ends_with("shes") || name.ends_with("sses") ||
      name.ends_with("xes")) {
    return name.substr(0, name.size() - 2);
  }
  return name.substr(0, name.size() - 1);
}

}  // namespace figured::claims
