// count := ( "a" | "an" | "one's" possessive | "no" ) noun-of-people
//        | "no" [ "reports" "of" ] noun-of-event
#include "claims/implicit_counts.h"

#include <algorithm>
#include <array>
#include <span>

#include "claims/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kReach = 12;  // tokens behind an article in which its noun must stand

bool is_zero(const SentenceView& s, int i) { return s.lower_is(i, "no"); }

bool is_one(const SentenceView& s, int i) {
  return s.lower_is(i, "a") || s.lower_is(i, "an") || s.lower_is(i, "another") ||
         s.lower_is(i, "his") || s.lower_is(i, "her");
}

// Classes in which a single person is news.
bool counts_singly(std::int16_t event) {
  static const std::array<const Event*, 3> kWide = {Lexicon::english().event_named("harmed"),
                                                    Lexicon::english().event_named("justice"),
                                                    Lexicon::english().event_named("found_out")};
  for (int depth = 0; depth < 6 && event != kNoIndex; ++depth) {
    const Event& at = Lexicon::english().event(event);
    if (std::find(kWide.begin(), kWide.end(), &at) != kWide.end()) return true;
    event = at.parent;
  }
  return false;
}

bool is_person(const SentenceView& s, int head) { return (s.at(head).cues & kPersonCue) != 0; }

// Articles are many and people few.  `behind` are the tokens with cues behind the
// article.
bool is_followed_by_people(const SentenceView& s, int article,
                           std::span<const std::uint32_t> behind) {
  for (const std::uint32_t cued : behind) {
    const int i = static_cast<int>(cued);
    if (i > article + kReach) return false;
    if (is_person(s, i)) return true;
  }
  return false;
}

// None is counted of events too.
bool is_followed_by_event(const SentenceView& s, int article) {
  for (int i = article + 1; i <= article + kReach && s.has(i); ++i) {
    if (s.at(i).word->has_role(kEventNounRole)) return true;
  }
  return false;
}

// "a bus", "a member" count nobody; "a group of men" is not one man.
bool may_count(const SentenceView& s, int head, bool zero) {
  if (!is_person(s, head) || s.at(head).word->has_role(kAdjective)) return false;
  if (!zero && is_plural_noun(s.at(head))) return false;
  return !s.lower_is(head, "member") && !s.lower_is(head, "person") && !s.lower_is(head, "life") &&
         !s.lower_is(head, "family") && !s.lower_is(head + 1, "of") &&
         !s.is_kind(head + 1, TokenKind::kPossessiveEnd) && !s.binds(head + 1);
}

// The word that tells what happened stands by the person: further off it may be
// said of somebody else.
bool is_near(const ReadFigure& figure, const ReadMeasure& measure) {
  const int verb = measure.verb;
  if (verb == measure.head || verb < 0) return false;
  if (verb > measure.head) return measure.listed || verb - measure.head <= 4;
  return measure.listed || figure.first - verb <= 2;
}

// "no injuries", "no deaths": the event itself is counted.
bool is_event(const SentenceView& s, int head) {
  return s.at(head).word->has_role(kEventNounRole) && is_plural_noun(s.at(head));
}

// "no reports of injuries" are no injuries, as far as is known.
int behind_reports(const SentenceView& s, int i) {
  static constexpr WordList kReports = {"reports", "report", "reported"};
  while (s.lower_is(i, "immediate") || s.lower_is(i, "other")) ++i;
  if (!s.is_one_of(i, kReports)) return i;
  return s.lower_is(i + 1, "of") ? i + 2 : s.lower_is(i, "reported") ? i + 1 : i;
}

ReadFigure figure_of(const SentenceView& s, int article, int noun_from, int head, bool zero) {
  ReadFigure read;
  read.first = read.core = article;
  read.last = read.core_last = article + 1;
  read.noun_from = noun_from;
  read.figure.low = read.figure.high = zero ? 0 : 1;
  read.figure.span = {s.at(article).span.start, s.at(head).span.end};
  read.figure.surface = std::string(s.slice(article, head + 1));
  return read;
}

}  // namespace

std::vector<ImplicitCount> read_implicit_counts(const SentenceView& s) {
  std::vector<ImplicitCount> counts;
  const auto cued = s.cued();
  const bool people = (s.cues() & kPersonCue) != 0;
  for (std::size_t n = 0; n < cued.size(); ++n) {
    const int i = static_cast<int>(cued[n]);
    if ((s.at(i).cues & kSingleCue) == 0) continue;
    const bool zero = is_zero(s, i);
    if (!zero && !(people && is_one(s, i))) continue;
    if (!(people && is_followed_by_people(s, i, cued.subspan(n + 1))) &&
        !(zero && is_followed_by_event(s, i)))
      continue;
    const int noun_from = zero ? behind_reports(s, i + 1) : i + 1;
    const int head = counted_head(s, noun_from);
    if (head < 0) continue;
    if (!(zero && is_event(s, head)) && !may_count(s, head, zero)) continue;
    const ReadFigure figure = figure_of(s, i, noun_from, head, zero);
    ReadMeasure measure = read_measure(s, figure, nullptr);
    if (measure.head != head || !counts_singly(measure.event)) continue;
    if (!is_near(figure, measure) && !(zero && measure.verb == head)) continue;
    counts.push_back({figure, std::move(measure)});
  }
  return counts;
}

}  // namespace figured::claims
