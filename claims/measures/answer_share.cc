#include "claims/measures/answer_share.h"

#include <algorithm>
#include <string>

#include "claims/speakers/speaker_words.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kVerbReach = 10;  // tokens from the share to its verb
constexpr int kStateReach = 6;  // from "have" or "are" to what they have or are

template <std::size_t N>
bool contains(const std::string_view (&words)[N], std::string_view word) {
  return std::any_of(std::begin(words), std::end(words),
                     [word](std::string_view each) { return each == word; });
}

// What one does in one's mind, or says when asked.
constexpr std::string_view kAttitudes[] = {
    "approve",  "disapprove", "support",  "oppose",   "favor",      "favour",   "back",
    "prefer",   "like",       "dislike",  "love",     "hate",       "loathe",   "appreciate",
    "admire",   "respect",    "trust",    "distrust", "mistrust",   "believe",  "think",
    "feel",     "say",        "want",     "wish",     "hope",       "expect",   "agree",
    "disagree", "view",       "see",      "regard",   "consider",   "rate",     "rank",
    "cite",     "name",       "identify", "blame",    "credit",     "worry",    "fear",
    "care",     "doubt",      "know",     "plan",     "intend",     "describe", "report",
    "reject",   "endorse",    "choose",   "pick",     "lean",       "answer",   "respond",
    "reply",    "admit",      "recall",   "satisfy",  "dissatisfy", "concern",  "please",
    "interest", "welcome",    "resent",   "deem",     "perceive",   "judge",    "assume",
    "suspect",  "understand", "mind",     "object",   "accept",     "condemn",  "praise"};

constexpr std::string_view kStates[] = {
    "view",        "opinion",   "impression",  "confidence", "faith",     "trust",
    "doubts",      "concerns",  "feelings",    "heard",      "confident", "optimistic",
    "pessimistic", "undecided", "unsure",      "sure",       "certain",   "happy",
    "unhappy",     "afraid",    "angry",       "skeptical",  "sceptical", "comfortable",
    "willing",     "unwilling", "proud",       "aware",      "unaware",   "hopeful",
    "fearful",     "anxious",   "indifferent", "neutral",    "fond",      "tired"};

bool is_attitude(const SentenceView& s, int i) {
  if (!s.is_word(i) || !s.at(i).word->can_be(kVerbForms)) return false;
  return contains(kAttitudes, Lexicon::english().verb_base(s.at(i).text));
}

bool is_state(const SentenceView& s, int from) {
  for (int i = from; i < from + kStateReach && s.is_word(i); ++i) {
    if (contains(kStates, s.at(i).text) || is_attitude(s, i)) return true;
  }
  return false;
}

// Those who can be asked; "of them" and a share alone are people as well.
bool can_answer(const SentenceView& s, int head) {
  if (head < 0) return true;
  const Word& word = *s.at(head).word;
  return is_speaker_noun(s.at(head)) || word.topic == Topic::kPerson || word.demonym ||
         s.lower_is(head, "people") || s.lower_is(head, "public") ||
         (s.at(head).capital && word.topic != Topic::kArtifact);
}

}  // namespace

bool is_answer_share(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure) {
  if (figure.dimension != "percent" && !figure.part) return false;
  if (measure.change || !can_answer(s, measure.head)) return false;
  const int from = std::max(figure.last, measure.head + 1);
  for (int i = from; i < from + kVerbReach && s.has(i); ++i) {
    if (s.is_kind(i, TokenKind::kSign) || s.is(i, kConjunction)) return false;
    if (s.lower_is(i, "like") && !s.is(i - 1, kPreposition | kBe)) return true;
    if (s.is(i, kDeterminer | kPreposition | kAdverb | kNegation | kPronoun | kModal)) continue;
    if (s.is(i, kBe | kHave)) return is_state(s, i + 1);
    if (is_attitude(s, i) && !s.is(i - 1, kDeterminer | kPreposition)) return true;
    if (is_finite_verb(s, i) && !s.lower_is(i, "do") && !s.lower_is(i, "did")) return false;
  }
  return false;
}

}  // namespace figured::claims
