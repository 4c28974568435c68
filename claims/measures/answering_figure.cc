// answer := teller [ "that" ] count end                        "organisers said 51"
//         | giver "put" standing "at" count end                "put the figure at 51"
//         | teller [ "that" ] standing ( be | have ) count end "said it was 51"
//         | giver "gave" standing "of" count end               "gave a figure of 51"
//         | "official" account ( "of" | be | stand "at" ) count
// standing := "it" | article ( "number" | "figure" | "total" | "tally" | "count" | "crowd"
//           | [ "death" ] "toll" )
// end    := a sign, or a word that opens another phrase
#include "claims/measures/answering_figure.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "claims/text/noun_phrase.h"
#include "claims/text/tokens.h"

namespace figured::claims {
namespace {

constexpr WordList kCounting = {"counted",    "counts",    "count",     "recorded",  "documented",
                                "records",    "believe",   "believes",  "believed",  "think",
                                "thinks",     "estimate",  "estimated", "estimates", "estimating",
                                "calculated", "calculates"};

// "Organisers said", "they had counted"; not "a previously reported", "shops added".
bool has_teller_before(const SentenceView& s, int verb) {
  int before = verb - 1;
  while (s.is(before, kAdverb | kHave) || s.lower_is(before, "'d")) --before;
  return s.is_word(before) &&
         (s.is(before, kSubjectPronoun) || s.at(before).capital || may_be_noun(s, before));
}

bool tells(const SentenceView& s, int i) {
  static constexpr WordList kAdding = {"add", "adds", "added", "adding"};
  if (!s.is_word(i) || s.at(i).capital || s.is_one_of(i, kAdding)) return false;
  return (s.is(i, kSay) || s.is_one_of(i, kCounting)) && has_teller_before(s, i);
}

bool ends(const SentenceView& s, int i) {
  if (s.lower_is(i, "of")) return false;
  return !s.is_word(i) || s.is(i, kPreposition | kConjunction | kClauseBreak | kDayWord | kWeekday |
                                      kMonth | kAdverb);
}

bool gives(const SentenceView& s, int i) {
  return (s.lower_is(i, "gave") || s.lower_is(i, "gives")) && has_teller_before(s, i);
}

bool puts(const SentenceView& s, int i) {
  return s.lower_is(i, "put") || s.lower_is(i, "puts") || s.lower_is(i, "putting");
}

// "the number", "a figure of": it only stands for the figure before.
bool stands_for_count(std::string_view noun) {
  static constexpr std::string_view kNouns[] = {"number", "figure", "total", "tally",
                                                "count",  "crowd",  "toll"};
  return std::find(std::begin(kNouns), std::end(kNouns), noun) != std::end(kNouns);
}

// "it", "the figure"; the token before it, or `i` where none ends there.
int before_standing_noun(const SentenceView& s, int i) {
  if (s.lower_is(i, "it")) return i - 1;
  const bool stands = s.is_word(i) && stands_for_count(lower_case(s.at(i).text));
  if (stands && s.lower_is(i - 1, "death")) --i;
  return stands && s.is(i - 1, kDeterminer | kPossessive) ? i - 2 : i;
}

// What stands there is the count only where somebody says so.
std::optional<AnsweringFigure> told_by(const SentenceView& s, int verb) {
  if (s.lower_is(verb, "that")) --verb;
  const bool told = tells(s, verb) || gives(s, verb);
  return told ? std::optional(AnsweringFigure{verb}) : std::nullopt;
}

}  // namespace

int official_account(const SentenceView& s, const ReadFigure& f) {
  static constexpr WordList kStanding = {"stands", "stood", "remains", "remained"};
  if (f.rank || f.vague || f.age || f.part || !f.named.empty()) return -1;
  int i = f.first - 1;
  const bool at = s.lower_is(i, "at") && s.is_one_of(i - 1, kStanding);
  if (!at && !s.lower_is(i, "of") && !s.is(i, kBe)) return -1;
  i -= at ? 2 : 1;
  if (!s.is_word(i) || !(stands_for_count(lower_case(s.at(i).text)) || s.lower_is(i, "estimate")))
    return -1;
  --i;
  if (s.lower_is(i, "death")) --i;
  return s.lower_is(i, "official") ? i : -1;
}

std::optional<AnsweringFigure> read_answering_figure(const SentenceView& s, const ReadFigure& f) {
  // "They reported $3 million", "could claim $40": money that is theirs.
  static constexpr WordList kHaving = {"report", "reported", "reports",   "claim", "claimed",
                                       "claims", "disclose", "disclosed", "count", "counted"};
  if (f.rank || f.vague || f.age || f.part || !f.named.empty() || !ends(s, f.last))
    return std::nullopt;
  int i = f.first - 1;
  if (s.lower_is(i, "that")) --i;
  if (!f.dimension.empty() && s.is_one_of(i, kHaving)) return std::nullopt;
  if (tells(s, i)) return AnsweringFigure{i};
  if (s.lower_is(i, "at")) {
    const int verb = before_standing_noun(s, i - 1);
    return verb < i - 1 && puts(s, verb) ? std::optional(AnsweringFigure{verb}) : std::nullopt;
  }
  // "closer to 3,000"
  const bool closer = s.lower_is(i, "to") && s.lower_is(i - 1, "closer");
  if (closer) i -= 2;
  if (s.is(i, kBe | kHave)) {
    const int noun = s.is(i - 1, kModal) ? i - 2 : i - 1;
    const int before = before_standing_noun(s, noun);
    return before < noun ? told_by(s, before) : std::nullopt;
  }
  if (closer) return told_by(s, i);
  // "gave a figure of 51"
  if (!s.lower_is(i, "of") || s.lower_is(i - 1, "it")) return std::nullopt;
  const int before = before_standing_noun(s, i - 1);
  return before < i - 1 ? told_by(s, before) : std::nullopt;
}

}  // namespace figured::claims
