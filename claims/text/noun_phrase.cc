// phrase := { determiner } { word | word "-" word | word "'s" } head
// clause := phrase { preposition phrase | participle preposition phrase } verb
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kPhraseReach = 9;
constexpr int kSubjectReach = 18;
constexpr WordClasses kNeverNoun = kBe | kHave | kModal | kWill | kDeterminer | kPossessive |
                                   kPronoun | kPreposition | kConjunction | kClauseBreak | kAdverb |
                                   kNegation | kPostNoun | kDayWord;

bool is_known_noun(const Word& word) {
  return word.noun != kNoIndex || word.noun_event != kNoIndex || word.amount_noun != kNoIndex;
}

bool is_plural(const SentenceView& s, int i) {
  const std::string_view text = s.at(i).text;
  return s.is_word(i) && text.size() > 3 && text.ends_with('s') && !text.ends_with("ss") &&
         !text.ends_with("us") && !text.ends_with("is") && !s.is(i, kSingularS | kNoPlural);
}

// "-ly" but for the few nouns and adjectives that end so.
bool is_adverb(const SentenceView& s, int i) {
  const std::string_view text = s.at(i).text;
  return s.is(i, kAdverb) || (text.size() > 5 && text.ends_with("ly") && !s.at(i).capital &&
                              !text.ends_with("mily") && !text.ends_with("pply"));
}

// Whether a noun of this spelling is known; an unknown word may be one.
bool may_head(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  return word.forms == 0 || word.can_be(kNounForms) || s.at(i).capital || is_known_noun(word);
}

// "public and private school budgets": the first part is no noun of its own.
bool joins_modifiers(const SentenceView& s, int conjunction, int head) {
  if (!s.lower_is(conjunction, "and") && !s.lower_is(conjunction, "or")) return false;
  if (is_plural(s, head) || is_known_noun(*s.at(head).word)) return false;
  for (int i = conjunction + 1; i < conjunction + 4 && may_be_noun(s, i); ++i) {
    if (is_plural(s, i)) return i > conjunction + 1 || !s.at(i).capital;
  }
  return false;
}

// "voters support the plan": a noun elsewhere, a verb here.
bool takes_object(const SentenceView& s, int i) {
  return (s.at(i).word->verb_forms & kBaseForm) != 0 &&
         (s.is(i + 1, kDeterminer | kPossessive | kPronoun) ||
          s.is_kind(i + 1, TokenKind::kNumber));
}

// "last year", "next week": a time, no part of the phrase before it.
bool begins_time(const SentenceView& s, int i) {
  return s.lower_is(i, "last") || s.lower_is(i, "next") || s.is(i, kMonth | kWeekday);
}

// "useful", "payable": adjectives and participles by their ending.
bool is_adjective(const SentenceView& s, int i) {
  const std::string_view text = s.at(i).text;
  // "tied", "limited"; "seed" and "need" are nouns.
  if (text.size() > 3 && text.ends_with("ed") && !text.ends_with("eed") && !text.ends_with("hed") &&
      !s.at(i).capital)
    return true;
  return text.size() > 5 && (text.ends_with("able") || text.ends_with("ible") ||
                             text.ends_with("ful") || text.ends_with("less"));
}

// "the Fed", though "fed" is a verb; in a text of capitals they tell nothing.
bool is_name(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  return token.capital && i != s.first() && token.text.size() > 1 && token.text[1] >= 'a';
}

// A participle behind a noun opens a clause of its own: "land planted to rice".
bool is_participle(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  if (token.kind != TokenKind::kWord || token.capital) return false;
  if ((token.word->verb_forms & (kPastForm | kIngForm)) != 0) return true;
  return token.text.size() > 4 && (token.text.ends_with("ed") || token.text.ends_with("ing"));
}

// "the average selling price", "a falling rate", never "cut taxes".
bool is_modifying_participle(const SentenceView& s, int i) {
  if (!is_participle(s, i)) return false;
  if (s.is(i - 1, kDeterminer | kPossessive)) return true;
  return !s.is(i, kRise | kFall | kAttain | kSay) && may_be_noun(s, i - 1) &&
         !is_plural(s, i - 1) && (s.at(i).word->verb_forms & kIngForm) != 0;
}

// The full stop of "Mr. Bell", within the phrase.
bool is_title_stop(const SentenceView& s, int i) {
  return s.at(i).text == "." && !s.at(i).spaced && s.is(i - 1, kTitle) && s.at(i - 1).capital &&
         s.at(i + 1).capital;
}

}  // namespace

bool may_be_noun(const SentenceView& s, int i) {
  const Token& token = s.at(i);
  if (token.kind == TokenKind::kMixed) return true;
  if (token.kind != TokenKind::kWord) return false;
  const Word& word = *token.word;
  if (is_known_noun(word)) return !word.is(kBe | kHave | kPreposition | kDeterminer);
  if (word.is(kNeverNoun) || is_adverb(s, i) || is_adjective(s, i)) return false;
  if (is_name(s, i)) return true;
  if (word.forms != 0 && !word.can_be(kNounForms | kAdjectiveForms)) return false;
  if (word.is_surely(PartOfSpeech::kVerb) && !word.can_be(kVerbIng)) return false;
  return word.verb_forms == 0 || (word.verb_forms & (kBaseForm | kSForm)) != 0;
}

int after_determiners(const SentenceView& s, int i) {
  while (s.is_word(i) && s.is(i, kDeterminer | kPossessive)) ++i;
  return i;
}

int phrase_head(const SentenceView& s, int i) {
  int head = -1;
  for (int seen = 0; seen < kPhraseReach && s.has(i); ++seen, ++i) {
    if (s.is_kind(i, TokenKind::kPossessiveEnd) && head >= 0) {
      head = -1;
      continue;
    }
    if (s.is_kind(i, TokenKind::kHyphen) && s.binds(i)) continue;
    if (head >= 0 && joins_modifiers(s, i, head)) continue;
    if (begins_time(s, i)) break;
    // "across-the-board cuts": any word may be a modifier's part.
    if (s.is_word(i) && (s.binds(i + 1) || (s.binds(i - 1) && head >= 0))) {
      head = i;
      continue;
    }
    // "business, hunting and fishing groups" stays unread; "skilled workers" is read.
    const bool modifier = is_participle(s, i) && may_be_noun(s, i + 1);
    if (!may_be_noun(s, i) && !modifier) break;
    // "a technology-services market": half of a compound is no head yet.
    const bool bound = head > 0 && s.binds(head - 1) && !s.at(head).capital;
    if (head >= 0 && is_plural(s, head) &&
        ((!bound && !is_known_noun(*s.at(i).word)) || takes_object(s, i)))
      break;
    if (head >= 0 && is_participle(s, i) && !is_known_noun(*s.at(i).word) &&
        (!modifier || is_known_noun(*s.at(head).word)))
      break;
    if (may_head(s, i)) head = i;
  }
  return head;
}

int phrase_first(const SentenceView& s, int last) {
  int first = last;
  for (int seen = 0; seen < kPhraseReach; ++seen) {
    if (s.is_kind(first - 1, TokenKind::kHyphen) && s.binds(first - 1) &&
        may_be_noun(s, first - 2)) {
      first -= 2;
    } else if (is_title_stop(s, first - 1)) {
      first -= 2;
    } else if (may_be_noun(s, first - 1) || s.is(first - 1, kLightNoun) ||
               is_modifying_participle(s, first - 1)) {
      --first;
    } else {
      break;
    }
  }
  return first;
}

int head_before(const SentenceView& s, int at) {
  int i = at - 1;
  for (int seen = 0; seen < kSubjectReach && s.has(i); ++seen) {
    if (s.is_kind(i, TokenKind::kNumber) || s.is_kind(i, TokenKind::kCurrency)) {
      --i;
      continue;
    }
    if (s.is_kind(i, TokenKind::kSign) || s.is_kind(i, TokenKind::kQuote) ||
        s.is(i, kClauseBreak | kSay))
      return -1;
    if (s.is(i, kConjunction)) return -1;
    if (!may_be_noun(s, i)) {
      --i;
      continue;
    }
    const int first = phrase_first(s, i);
    int before = first - 1;
    // "in professional and business services": a list of modifiers
    if (s.is(before, kConjunction) && s.at(before - 1).word->can_be(kAdjectiveForms) &&
        s.is(before - 2, kPreposition))
      before -= 2;
    while (s.is(before, kDeterminer | kPossessive | kLightNoun) && !s.is(before, kPreposition))
      --before;
    if (s.is(before, kPreposition)) {
      // "in March", "of the issue": the phrase before it says what the noun is of.
      i = before - 1;
      if (is_participle(s, i)) --i;
      continue;
    }
    return i;
  }
  return -1;
}

int subject_head(const SentenceView& s, int verb) {
  int i = verb;
  constexpr WordClasses kBefore = kBe | kHave | kModal | kWill | kAdverb | kNegation | kLikely;
  for (int steps = 0; steps < 6; ++steps) {
    const bool participle =
        s.is(i - 1, kEstimate | kPlan | kFear) && (s.at(i - 1).word->verb_forms & kPastForm) != 0;
    const bool passed = s.is(i - 1, kBefore) || participle || s.lower_is(i - 1, "to") ||
                        s.lower_is(i - 1, "seen") || s.lower_is(i - 1, "set");
    if (!passed || !s.is_word(i - 1)) break;
    --i;
  }
  const int head = head_before(s, i);
  if (head < 0) return head;
  if ((s.lower_is(head, "number") || s.lower_is(head, "amount")) && s.lower_is(head + 1, "of")) {
    const int of = phrase_head(s, after_determiners(s, head + 2));
    if (of >= 0) return of;
  }
  return head;
}

}  // namespace figured::claims
