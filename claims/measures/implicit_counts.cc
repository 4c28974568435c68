// count := ( "a" | "an" | "one's" possessive | "no" ) noun-of-people
//        | "no" [ "reports" "of" ] noun-of-event
// none  := ( "nobody" | "no one" ) verb
//        | negation verb ( "any" noun-of-people | "anyone" | "anybody" )
#include "claims/measures/implicit_counts.h"

#include <algorithm>
#include <array>
#include <span>

#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

constexpr int kReach = 12;       // tokens behind an article in which its noun must stand
constexpr int kNearVerb = 5;     // from "nobody" to what befell them
constexpr int kDenialReach = 9;  // from "any" back to "not"

bool is_zero(const SentenceView& s, int i) { return s.lower_is(i, "no"); }

bool is_any(const SentenceView& s, int i) {
  return s.lower_is(i, "any") || s.lower_is(i, "anyone") || s.lower_is(i, "anybody");
}

bool is_one(const SentenceView& s, int i) {
  static constexpr WordList kOne = {"a", "an", "another", "his", "her"};
  return s.is_one_of(i, kOne);
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

class ImplicitCounts {
 public:
  explicit ImplicitCounts(const SentenceView& s) : s_(s) {}

  std::vector<ImplicitCount> run() {
    const auto cued = s_.cued();
    for (std::size_t n = 0; n < cued.size(); ++n) {
      const int i = static_cast<int>(cued[n]);
      if ((s_.at(i).cues & kSingleCue) == 0) continue;
      behind_ = cued.subspan(n + 1);
      if (is_one(s_, i)) {  // nearly all of them
        take_noun(i, false);
      } else if (is_nobody(i)) {
        take_nobody(i);
      } else if (is_any(s_, i)) {
        take_any(i);
      } else if (is_zero(s_, i)) {
        take_noun(i, true);
      }
    }
    return std::move(counts_);
  }

 private:
  void take_noun(int article, bool zero) {
    const bool people =
        (s_.cues() & kPersonCue) != 0 && is_followed_by_people(s_, article, behind_);
    if (!people && !(zero && is_followed_by_event(s_, article))) return;
    const int noun_from = zero ? behind_reports(s_, article + 1) : article + 1;
    const int head = counted_head(s_, noun_from);
    if (head < 0 || (zero && !denies_as_far_as(article, head))) return;
    if (!(zero && is_event(s_, head)) && !may_count(s_, head, zero) &&
        !is_another_person(article, head))
      return;
    const ReadFigure figure = figure_of(s_, article, noun_from, head, zero);
    ReadMeasure measure = read_measure(s_, figure, nullptr);
    if (measure.head != head || !counts_singly(measure.event)) return;
    if (!is_near(figure, measure) && !(zero && measure.verb == head)) return;
    counts_.push_back({figure, std::move(measure), zero || s_.lower_is(article, "another")});
  }

  // "no damage or injuries", but of "no flag, and injured people" the people are there.
  bool denies_as_far_as(int no, int head) const {
    for (int i = no + 1; i < head; ++i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.lower_is(i, "but")) return false;
    }
    return true;
  }

  // "a person" is anybody, "another person" one more.
  bool is_another_person(int article, int head) const {
    return s_.lower_is(article, "another") &&
           (s_.lower_is(head, "person") || s_.lower_is(head, "member")) &&
           !s_.lower_is(head + 1, "of") && !s_.is_kind(head + 1, TokenKind::kPossessiveEnd);
  }

  // "No one else" leaves somebody.
  bool is_nobody(int i) const {
    const int last = s_.lower_is(i, "no") && s_.lower_is(i + 1, "one") ? i + 1 : i;
    return (last > i || s_.lower_is(i, "nobody")) && !s_.lower_is(last + 1, "else") &&
           !s_.lower_is(last + 1, "of");
  }

  void take_nobody(int first) {
    const int last = s_.lower_is(first, "nobody") ? first : first + 1;
    ReadFigure figure = figure_of(s_, first, last + 1, last, true);
    figure.last = figure.core_last = last + 1;
    ReadMeasure measure = read_measure(s_, figure, nullptr);
    if (s_.is(last + 1, kModal | kWill) || measure.head >= 0 || !counts_singly(measure.event))
      return;
    if (measure.verb <= last || measure.verb - last > kNearVerb) return;
    counts_.push_back({figure, std::move(measure), true});
  }

  // "did not hurt any sailors", "without killing anyone"
  void take_any(int any) {
    const bool alone = !s_.lower_is(any, "any");
    if (alone && (s_.lower_is(any + 1, "else") || s_.is(any + 1, kSubjectPronoun))) return;
    if (!is_denied(any)) return;
    const int head = alone ? any : counted_head(s_, any + 1);
    if (head < 0 || (!alone && !may_count(s_, head, true) && !is_event(s_, head))) return;
    const ReadFigure figure = figure_of(s_, any, any + 1, head, true);
    ReadMeasure measure = read_measure(s_, figure, nullptr);
    if (!counts_singly(measure.event)) return;
    const bool caused = !alone && measure.verb == head;
    const bool done = measure.verb >= 0 && measure.verb < any && any - measure.verb <= 2;
    if (caused || done) counts_.push_back({figure, std::move(measure), true});
  }

  // What did not happen: "did not", "has not", "without"; not "would not", "cannot",
  // nor "did not mean to".
  bool is_denied(int any) const {
    for (int i = any - 1; i > any - kDenialReach && s_.has(i); --i) {
      if (s_.is(i, kNegation)) return is_denial(i);
      if (s_.is_kind(i, TokenKind::kSign) || s_.lower_is(i, "to") || s_.is(i, kPronoun))
        return false;
    }
    return false;
  }

  bool is_denial(int i) const {
    static constexpr WordList kDid = {"without", "didn't", "hasn't", "haven't", "hadn't"};
    static constexpr WordList kAuxiliary = {"did", "has", "have", "had"};
    return s_.is_one_of(i, kDid) || s_.is_one_of(i - 1, kAuxiliary);
  }

  const SentenceView& s_;
  std::span<const std::uint32_t> behind_;  // the tokens with cues behind the one at hand
  std::vector<ImplicitCount> counts_;
};

}  // namespace

std::vector<ImplicitCount> read_implicit_counts(const SentenceView& sentence) {
  return ImplicitCounts(sentence).run();
}

}  // namespace figured::claims
