#include "claims/measures/count_context.h"

#include <string_view>

#include "claims/measures/count_list.h"

namespace figured::claims {
namespace {

constexpr int kReach = 7;         // tokens from a magnitude back to its quake
constexpr int kChangeReach = 8;   // tokens from "by" back to the verb
constexpr int kSteps = 5;         // tokens between a part and its whole
constexpr int kContinuance = 16;  // tokens between two counts of one thing

bool counts_things(const ReadMeasure* previous) {
  return previous != nullptr && previous->dimension.empty() && !previous->measure.empty() &&
         !previous->measure.starts_with("rank.");
}

}  // namespace

bool counts_children(const SentenceView& s, const ReadFigure& f, int head) {
  static constexpr WordList kParents = {"mother", "father", "mom",    "mum",
                                        "dad",    "parent", "parents"};
  static const Noun* const child = Lexicon::english().noun_named("child");
  const std::int16_t noun = s.at(head).word->noun;
  // "mother of 12 Jane Doe"
  const bool unnamed = head < 0 || s.at(head).capital || s.at(f.last).capital;
  const bool children = unnamed || (noun != kNoIndex && &Lexicon::english().noun(noun) == child);
  return children && s.lower_is(f.first - 1, "of") && s.is_one_of(f.first - 2, kParents);
}

bool is_gap(const SentenceView& s, const ReadFigure& f, int head) {
  return head < 0 && (s.lower_is(f.last, "short") || s.lower_is(f.last, "shy")) &&
         s.lower_is(f.last + 1, "of");
}

bool is_margin(const SentenceView& s, int head) {
  static constexpr WordList kMargins = {
      "lead",    "leads",    "margin", "margins", "advantage", "edge",        "gap",
      "deficit", "majority", "win",    "victory", "cushion",   "disadvantage"};
  return head >= 0 && s.lower_is(head, "point") && s.binds(head - 1) &&
         s.is_one_of(head + 1, kMargins);
}

bool is_threshold(const SentenceView& s, const ReadFigure& f, int head) {
  static constexpr WordList kThresholds = {"threshold", "mark", "minimum", "maximum",    "limit",
                                           "quota",     "cap",  "ceiling", "requirement"};
  if (!f.dimension.empty() || head <= f.last || !s.binds(f.last)) return false;
  return s.is_one_of(head + 1, kThresholds) ||
         (s.is_word(head + 1) && s.is_one_of(head + 2, kThresholds));
}

bool is_bare_magnitude(const SentenceView& s, const ReadFigure& f, const ReadMeasure* previous) {
  static constexpr WordList kMeasuring = {"measuring", "measured", "registered", "registering"};
  static const std::int16_t quakes = Lexicon::english().find("quakes").noun_event;
  if (previous != nullptr && previous->measure == "magnitude" && s.lower_is(f.first - 1, "and"))
    return true;
  if (!s.is_one_of(f.first - 1, kMeasuring)) return false;
  for (int i = f.first - 2; i > f.first - kReach && s.has(i); --i) {
    if (s.at(i).word->noun_event == quakes) return true;
  }
  return false;
}

bool is_whole(const SentenceView& s, const ReadFigure& f, const ReadMeasure* previous) {
  if (previous == nullptr || !previous->dimension.empty()) return false;
  int i = f.first - 1;
  for (int steps = 0; steps < kSteps; ++steps, --i) {
    const bool owner = s.is_kind(i, TokenKind::kPossessiveEnd) || s.at(i).capital;
    if (!owner && !s.is(i, kDeterminer | kPossessive | kAdverb)) break;
  }
  return s.lower_is(i, "of") && begins_count(s, i - 1);
}

bool is_changed_by(const SentenceView& s, const ReadFigure& f) {
  if (f.rank || !f.named.empty()) return false;
  // "750 fewer jobs"
  if (f.dimension.empty() && s.lower_is(f.last, "fewer")) return true;
  if (!s.lower_is(f.first - 1, "by")) return false;
  for (int i = f.first - 2; i > f.first - kChangeReach && s.is_word(i); --i) {
    if (s.is(i, kClauseBreak)) return false;
    if (s.is(i, kRise | kFall)) return !s.is(i - 1, kDeterminer | kPossessive);
    const Word& word = *s.at(i).word;
    if (word.can_be(kVerbPast) && !word.can_be(kNounForms)) return false;
  }
  return false;
}

bool ends_change(const SentenceView& s, const ReadFigure& f, const ReadMeasure* previous) {
  return previous != nullptr && previous->start && previous->dimension == f.dimension &&
         s.lower_is(f.first - 1, "to");
}

bool is_one_of_parts(const SentenceView& s, const ReadFigure& f, const ReadMeasure* previous) {
  if (previous == nullptr || previous->event == kNoIndex ||
      !previous->measure.starts_with("people.") || !s.is(f.last, kPreposition) ||
      s.lower_is(f.last, "of"))
    return false;
  int i = f.first - 1;
  while (s.is(i, kDeterminer | kOther)) --i;
  const bool opens = s.is_kind(i, TokenKind::kHyphen) && !s.binds(i);
  return opens || (previous->parts && (s.lower_is(i, "and") || s.at(i).text == ","));
}

bool continues_count(const SentenceView& s, const ReadFigure& f, const ReadMeasure* previous) {
  int before = f.first - 1;
  // "about 300, or a total of 720"
  if (s.lower_is(before, "of") && s.is(before - 1, kTotal)) {
    before -= 2;
    while (s.is(before, kDeterminer)) --before;
  }
  if (!counts_things(previous) || before - previous->last > kContinuance || f.vague) return false;
  static constexpr WordList kJoints = {"and",     "or",   "versus", "vs",  "but",
                                       "against", "only", "least",  "just"};
  const bool joined = s.at(before).text == "," || s.is(before, kPart) || s.at(before).capital ||
                      s.is_kind(before, TokenKind::kPossessiveEnd) || s.is_one_of(before, kJoints);
  const bool ends =
      !s.is_word(f.last) || s.is(f.last, kPreposition | kConjunction | kDayWord | kClauseBreak);
  return joined && ends && !s.lower_is(f.last, "of");
}

bool opens_with_whole(const SentenceView& s, const ReadFigure& f) {
  int of = f.first - 1;
  while (s.is(of, kDeterminer | kPossessive)) --of;
  return of < f.first - 1 && s.lower_is(of, "of") && !s.is_word(of - 1);
}

bool is_part_of_opening(const SentenceView& s, const ReadFigure& f, const ReadMeasure* previous) {
  if (!counts_things(previous) || !previous->of_opening || f.vague ||
      f.first - previous->last > kContinuance)
    return false;
  return !s.is_word(f.last) || s.is(f.last, kPreposition | kConjunction | kClauseBreak);
}

}  // namespace figured::claims
