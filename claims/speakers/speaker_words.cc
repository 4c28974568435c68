#include "claims/speakers/speaker_words.h"

#include <algorithm>

#include "claims/speakers/speaker_name.h"

namespace figured::claims {
namespace {

constexpr WordClasses kNoModifier = kDeterminer | kPreposition | kConjunction | kClauseBreak |
                                    kPronoun | kBe | kHave | kModal | kWill | kAdverb | kNegation |
                                    kMonth | kWeekday | kDayWord | kClockWord;

// "last week", "years ago": never a part of who speaks.
bool is_time_noun(const SentenceView& s, int i) {
  static constexpr WordList kNouns = {"ago",   "week",  "weeks",   "month",   "months",
                                      "year",  "years", "day",     "days",    "hour",
                                      "hours", "night", "morning", "evening", "afternoon",
                                      "time",  "once",  "first",   "earlier", "later"};
  if (s.at(i).capital && s.at(i + 1).capital) return false;  // "the Evening Post"
  return s.is_one_of(i, kNouns);
}

// A participle that works like a preposition.
bool is_clause_participle(const SentenceView& s, int i) {
  static constexpr WordList kParticiples = {"using",     "citing",  "regarding", "concerning",
                                            "involving", "showing", "leaving",   "bringing",
                                            "making",    "taking",  "having",    "being"};
  return s.is_one_of(i, kParticiples);
}

// The stroke of "Coast Radio/Evening Post".
bool joins_names(const SentenceView& s, int i) {
  return s.at(i).text == "/" && !s.at(i).spaced && !s.at(i + 1).spaced && s.at(i - 1).capital &&
         s.at(i + 1).capital;
}

bool is_relative_verb(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  if (!s.is_word(i) || s.at(i).capital || !word.can_be(kVerbForms)) return false;
  if (s.lower_is(i - 1, "who")) return true;
  if (!s.lower_is(i - 1, "that") && !s.lower_is(i - 1, "which")) return false;
  // "said that wounded soldiers": an adjective.
  const bool told = s.is(i - 2, kAnySpeech) && !s.is(i - 3, kDeterminer);  // no "the report that"
  return word.can_be(kVerbPast | kVerbS) && !told && !word.is_likely(PartOfSpeech::kNoun) &&
         !word.is_likely(PartOfSpeech::kAdjective);
}

// The participle of what somebody does: "working for".
bool is_working(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  return s.is_word(i) && !s.at(i).capital && ends_in(s.at(i).text, "ing") &&
         !word.is_likely(PartOfSpeech::kNoun) && !s.is(i, kPreposition) &&
         !s.is(i - 1, kDeterminer | kPreposition | kBe);
}

// The pronoun of the relative clause whose verb, with auxiliaries and adverbs, ends
// at token `last`: "who" of "who had fled"; -1 when there is none.
int relative_before(const SentenceView& s, int last) {
  int i = last;
  const Word& verb = *s.at(i).word;
  if (!s.is_word(i) || s.at(i).capital || verb.is(kPreposition | kDeterminer | kConjunction) ||
      !verb.can_be(kVerbForms) || verb.is(kSay))
    return -1;
  --i;
  for (int n = 0; n < 3 && s.is(i, kBe | kHave | kModal | kWill | kAdverb | kNegation); ++n) --i;
  const bool relative =
      s.lower_is(i, "who") || s.lower_is(i, "which") ||
      (s.lower_is(i, "that") && (!s.is(i - 1, kAnySpeech) || s.is(i - 2, kDeterminer)) &&
       verb.can_be(kVerbPast | kVerbS));
  return relative ? i : -1;
}

}  // namespace

bool ends_in(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() + 2 && text.ends_with(ending);
}

bool is_contraction(std::string_view word) {
  const std::size_t mark = word.find('\'');
  return mark != std::string_view::npos && mark > 0 && word.size() - mark <= 3 &&
         word[mark + 1] >= 'a';
}

bool is_modifier(const SentenceView& s, int i) {
  if (s.is_kind(i, TokenKind::kPossessiveEnd) || s.binds(i) || is_inner_stop(s, i)) return true;
  if (joins_names(s, i)) return true;
  if (s.is_kind(i, TokenKind::kMixed))  // "Q10", "example.org"
    return s.at(i).capital || s.at(i).text.find('.') != std::string_view::npos;
  if (!s.is_word(i)) return false;
  // "ve" of a word with a typographic apostrophe.
  if (s.is_kind(i - 1, TokenKind::kQuote) && !s.at(i).spaced && !s.at(i - 1).spaced &&
      s.is_word(i - 2))
    return false;
  const Token& token = s.at(i);
  if (token.text == "US" || token.text == "U.S") return true;
  if (token.word->is(kNoModifier) || token.word->number_role != NumberRole::kNone) return false;
  if (token.word->is(kSay) && !token.capital && !token.word->is(kVoice | kBody | kDocument))
    return false;
  if (ends_in(token.text, "ly") && !token.capital) return false;
  return !is_time_noun(s, i) && !is_contraction(token.text);
}

bool is_head(const SentenceView& s, int i) {
  return !s.is_kind(i, TokenKind::kPossessiveEnd) && !s.is_kind(i, TokenKind::kHyphen) &&
         is_modifier(s, i) && s.at(i).text.size() > 1;
}

bool is_holder_preposition(const SentenceView& s, int i) {
  static constexpr WordList kHolders = {"of", "for",    "from", "in", "at",      "with",  "by",
                                        "on", "inside", "near", "to", "against", "across"};
  return s.is_one_of(i, kHolders);
}

int edge_before(const SentenceView& s, int first) {
  int edge = first;
  while (first - edge < kLongestPhrase && is_modifier(s, edge - 1)) {
    // ", using updated data": a participle begins a clause of its own; but
    // ", tracking service FlightWatch".
    if (s.at(edge - 2).text == "," && is_clause_participle(s, edge - 1)) break;
    // "the ministry released figures": a verb, not a modifier.
    if (ends_in(s.at(edge - 1).text, "ed") && !s.at(edge - 1).capital &&
        (is_speaker_noun(s.at(edge - 2)) || s.at(edge - 2).capital))
      break;
    // "officers who guarded camps": the verb of a relative clause.
    if (is_relative_verb(s, edge - 1)) break;
    --edge;
  }
  while (edge < first && !is_head(s, edge)) ++edge;
  return edge;
}

int with_article(const SentenceView& s, int first) {
  int begin = first;
  while (first - begin < 3 &&
         (s.is(begin - 1, kDeterminer) || s.at(begin - 1).word->number_role != NumberRole::kNone ||
          s.is_kind(begin - 1, TokenKind::kNumber)))
    --begin;
  return begin;
}

bool is_speaker_noun(const Token& token) {
  const Word& word = *token.word;
  if (word.is(kVoice | kBody | kDocument | kTitle)) return true;
  if (word.noun != kNoIndex) {
    const std::string& kind = Lexicon::english().noun(word.noun).kind;
    if (kind == "person" || kind == "armed") return true;
  }
  return ends_in(token.text, "ists") || ends_in(token.text, "ist") || ends_in(token.text, "men") ||
         ends_in(token.text, "women") || ends_in(token.text, "man") || ends_in(token.text, "ians");
}

bool is_holder(const Token& token) {
  const Word& word = *token.word;
  return is_speaker_noun(token) ||
         (word.topic == Topic::kPerson && !token.capital && word.is_likely(PartOfSpeech::kNoun));
}

int held_at(const SentenceView& s, int begin) {
  int at = begin - 1;
  const WordGrammar& next = *s.at(begin).word;  // "to avoid" is no holder of "avoid"
  if (s.lower_is(at, "to") && next.can_be(kVerbBase) && !next.can_be(kNounForms)) return -1;
  if (is_holder_preposition(s, at)) {
    const int verb = s.at(at - 1).text.ends_with("ly") ? at - 2 : at - 1;
    if (ends_in(s.at(verb).text, "ed") || is_working(s, verb)) return verb;
    if (const int pronoun = relative_before(s, at - 1); pronoun >= 0) return pronoun;
    return at;
  }
  if (ends_in(s.at(at).text, "ing") && s.is(begin, kDeterminer)) return at;
  return relative_before(s, at);
}

}  // namespace figured::claims
