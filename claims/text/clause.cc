#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kDateline = 8;     // tokens behind its name
constexpr int kHeadline = 40;    // words looked at
constexpr int kLongestLead = 5;  // words before the head of a phrase
constexpr int kOwners = 2;       // of one phrase, each with a possessive ending

constexpr WordClasses kNoVerb = kPreposition | kConjunction | kDeterminer | kPronoun |
                                kClauseBreak | kAdverb | kNegation | kMonth | kWeekday | kDayWord;

bool is_name_word(const SentenceView& s, int i) {
  return s.is_word(i) && s.at(i).capital && !s.at(i).word->is(kNoVerb);
}

// "rescued", "bought"; of an unknown word the ending tells.
bool has_past_form(const Token& token) {
  const Word& word = *token.word;
  if (word.number_role != NumberRole::kNone) return false;
  if (word.forms == 0) return token.text.size() > 4 && token.text.ends_with("ed");
  return word.can_be(kVerbPast) && !word.is_surely(PartOfSpeech::kNoun) &&
         !word.is_surely(PartOfSpeech::kAdjective);
}

bool is_past(const SentenceView& s, int i) {
  return s.is_word(i) && !s.at(i).capital && !s.at(i).word->is(kNoVerb | kBe | kHave) &&
         has_past_form(s.at(i));
}

// "compared with 18 percent", "based on 40 interviews": a participle that has
// become a preposition.
bool is_comparison(const SentenceView& s, int i) {
  if (s.is(i - 1, kSubjectPronoun) || is_name_word(s, i - 1)) return false;
  if (s.lower_is(i, "compared")) return s.lower_is(i + 1, "with") || s.lower_is(i + 1, "to");
  return s.lower_is(i, "based") && (s.lower_is(i + 1, "on") || s.lower_is(i + 1, "in"));
}

// "Democrats", "Americans": members of a party or people of a country; not "maps for many
// Chileans", but "a third of Chileans".
bool is_people(const SentenceView& s, int i) {
  if (!is_name_word(s, i) || !s.at(i).text.ends_with("s")) return false;
  int before = i - 1;
  for (int n = 0; n < 2 && s.is_word(before) && !s.is(before, kPreposition | kClauseBreak) &&
                  (s.is(before, kDeterminer) || s.at(before).word->can_be(kAdjectiveForms));
       ++n)
    --before;
  if (s.is(before, kPreposition) && !s.is(before, kClauseBreak) && !s.lower_is(before, "of"))
    return false;
  const Word& word = *s.at(i).word;
  return word.demonym || (word.can_be(kNounPlural) && word.can_mean(Topic::kPerson));
}

// "Democrats need a vote": a base form that an object or an infinitive follows.
bool is_verb_of_many(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  if (!word.can_be(kVerbBase) || word.is_surely(PartOfSpeech::kNoun)) return false;
  return word.dominant == PartOfSpeech::kVerb ||
         s.is(i + 1, kDeterminer | kPossessive | kPronoun) || s.lower_is(i + 1, "to") ||
         s.is_kind(i + 1, TokenKind::kNumber);
}

}  // namespace

bool is_finite_verb(const SentenceView& s, int i) {
  if (!s.is_word(i) || s.at(i).capital) return false;
  const Word& word = *s.at(i).word;
  if (word.is(kBe | kHave | kModal | kWill)) return true;
  if (word.is(kNoVerb)) return false;
  // "to cut", "the cut", "its planned sale"
  if (s.lower_is(i - 1, "to") || s.is(i - 1, kDeterminer)) return false;
  if (is_comparison(s, i)) return false;
  // "announced sharply increased profits": behind a verb it is an adjective.
  int before = i - 1;
  if (s.at(before).text.ends_with("ly")) --before;
  if (is_past(s, before) && !word.is(kSay)) return false;
  if (has_past_form(s.at(i))) return !s.binds(i - 1);
  if (s.is(i - 1, kSubjectPronoun)) return true;
  const bool behind_name = is_name_word(s, i - 1) || s.at(i - 1).text == ">";
  // "the firm owns": no noun of this spelling is known.
  if (s.at(i - 1).word->side_noun != SideKind::kNone && !s.at(i - 1).capital)
    return word.can_be(kVerbS) && !word.can_be(kNounForms);
  if (is_people(s, i - 1) && is_verb_of_many(s, i)) return true;
  return behind_name && word.can_be(kVerbS) && !word.is_likely(PartOfSpeech::kNoun) &&
         !s.is_kind(i + 1, TokenKind::kPossessiveEnd);
}

bool is_speech_verb(const SentenceView& s, int i) {
  static constexpr WordList kSpeech = {
      "said",   "says",   "say",     "told",         "tells",    "added",     "adds",     "argued",
      "argues", "warned", "warns",   "claimed",      "claims",   "noted",     "notes",    "wrote",
      "writes", "think",  "thinks",  "thought",      "believes", "explained", "insisted", "insists",
      "stated", "states", "tweeted", "acknowledged", "conceded", "predicted", "predicts"};
  if (!s.is_word(i) || s.at(i).capital || !s.at(i).word->can_be(kVerbForms)) return false;
  return s.is_one_of(i, kSpeech);
}

int phrase_start(const SentenceView& s, int first) {
  int start = first;
  for (int steps = 0; steps < kLongestLead; ++steps) {
    const int before = start - 1;
    if (s.is_kind(before, TokenKind::kHyphen) && s.binds(before)) {
      --start;
      continue;
    }
    if (!s.is_word(before) && !s.is_kind(before, TokenKind::kMixed)) break;
    const Word& word = *s.at(before).word;
    if (word.is(kDeterminer)) return before;
    if (word.is(kPreposition | kConjunction | kClauseBreak | kPronoun | kMonth | kWeekday |
                kDayWord) ||
        is_finite_verb(s, before) || word.verb_forms != 0) {
      break;
    }
    --start;
  }
  return start;
}

bool behind_preposition(const SentenceView& s, int first) {
  int start = phrase_start(s, first);
  // "in the Velmont's Blue Room": what is owned stands where its owner does.
  for (int owners = 0; owners < kOwners && s.is_kind(start - 1, TokenKind::kPossessiveEnd);
       ++owners)
    start = phrase_start(s, start - 2);
  return s.is(start - 1, kPreposition) && !s.is(start - 1, kClauseBreak);
}

bool is_dateline(const SentenceView& s, int first, int last) {
  if (first != s.first()) return false;
  for (int i = last; i < last + kDateline && s.has(i); ++i) {
    if (s.is_kind(i, TokenKind::kHyphen) && !s.binds(i)) return true;
    if (s.is_word(i) && !s.at(i).capital) return false;
  }
  return false;
}

int dateline_end(const SentenceView& s) {
  const int first = s.first();
  const std::string_view name = s.at(first).text;
  const bool in_capitals =
      name.size() > 2 &&
      std::none_of(name.begin(), name.end(), [](unsigned char c) { return std::islower(c) != 0; });
  if (!s.is_word(first) || !s.at(first).capital) return first;
  if (!in_capitals && s.at(first).word->place == kNoIndex) return first;
  if (!is_dateline(s, first, first + 1)) return first;
  int dash = first + 1;
  while (!s.is_kind(dash, TokenKind::kHyphen) || s.binds(dash)) ++dash;
  int text = dash + 1;
  while (s.is_kind(text, TokenKind::kHyphen) || s.is_kind(text, TokenKind::kQuote)) ++text;
  return s.has(text) && s.at(text).capital ? text : first;
}

bool is_headline(const SentenceView& s) {
  int end = s.last() - 1;
  while (s.is_kind(end, TokenKind::kQuote)) --end;
  if (s.at(end).text == "." || s.at(end).text == ":") return false;
  int capital = 0;
  for (int i = s.first(); i < s.last() && i < s.first() + kHeadline; ++i) {
    if (!s.is_word(i) || s.at(i).text.size() < 4 || s.is(i, kPreposition)) continue;
    if (!s.at(i).capital) return false;
    ++capital;
  }
  return capital > 2;
}

}  // namespace figured::claims
