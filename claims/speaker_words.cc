#include "claims/speaker_words.h"

#include <algorithm>

#include "claims/speaker_name.h"

namespace figured::claims {
namespace {

constexpr WordClasses kNoModifier = kDeterminer | kPreposition | kConjunction | kClauseBreak |
                                    kPronoun | kBe | kHave | kModal | kWill | kAdverb | kNegation |
                                    kMonth | kWeekday | kDayWord | kClockWord;

// "last week", "years ago": never a part of who speaks.
bool is_time_noun(const SentenceView& s, int i) {
  static constexpr std::string_view kNouns[] = {"ago",   "week",  "weeks",   "month",   "months",
                                                "year",  "years", "day",     "days",    "hour",
                                                "hours", "night", "morning", "evening", "afternoon",
                                                "time",  "once",  "first",   "earlier", "later"};
  return std::any_of(std::begin(kNouns), std::end(kNouns),
                     [&](std::string_view noun) { return s.lower_is(i, noun); });
}

// A participle that works like a preposition.
bool is_clause_participle(const SentenceView& s, int i) {
  static constexpr std::string_view kParticiples[] = {
      "using",   "citing",   "regarding", "concerning", "involving", "showing",
      "leaving", "bringing", "making",    "taking",     "having",    "being"};
  return std::any_of(std::begin(kParticiples), std::end(kParticiples),
                     [&](std::string_view word) { return s.lower_is(i, word); });
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
  static constexpr std::string_view kHolders[] = {"of",   "for",     "from",  "in",     "at",
                                                  "with", "by",      "on",    "inside", "near",
                                                  "to",   "against", "across"};
  return std::any_of(std::begin(kHolders), std::end(kHolders),
                     [&](std::string_view word) { return s.lower_is(i, word); });
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

}  // namespace figured::claims
