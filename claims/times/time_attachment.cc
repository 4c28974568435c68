#include "claims/times/time_attachment.h"

#include <algorithm>
#include <array>

#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kReach = 30;         // tokens between a figure and its time
constexpr int kOpeningReach = 60;  // from a time at the head of the clause
constexpr int kOwnReach = 8;       // from a figure to a time that is its alone
constexpr int kMostTimes = 6;      // expressions tried on each side of a figure
constexpr int kMostHops = 8;       // clauses between a figure and its time
constexpr int kNever = 1'000;
// What was told this long before is news of then, not the news itself.
constexpr std::chrono::days kNews{14};

// A clause and those it hangs on, the nearest first.
class Chain {
 public:
  Chain(const ClauseMap& map, int token) : map_(map) {
    for (int clause = map.clause_of(token); clause >= 0 && size_ < kMostHops;
         clause = map.clause(clause).parent) {
      clauses_[static_cast<std::size_t>(size_++)] = clause;
    }
  }
  int size() const { return size_; }
  int at(int i) const { return clauses_[static_cast<std::size_t>(i)]; }
  ClauseJoin join(int i) const { return map_.clause(at(i)).join; }

 private:
  const ClauseMap& map_;
  std::array<int, kMostHops> clauses_{};
  int size_ = 0;
};

// Whether a figure in a clause takes a time from the clause it hangs on ...
bool takes_from_parent(ClauseJoin join, const TimeExpression& time) {
  switch (join) {
    case ClauseJoin::kTogether:
    case ClauseJoin::kParticiple:
    case ClauseJoin::kSamePredicate:
    case ClauseJoin::kEventRelative:
    case ClauseJoin::kAside:
      return true;
    case ClauseJoin::kCoordinate:
    case ClauseJoin::kComplement:
      return time.opens;
    case ClauseJoin::kRelative:
      return time.opens && time.grain >= TimeGrain::kYear;
    case ClauseJoin::kMain:
    case ClauseJoin::kApart:
      return false;
  }
  return false;
}

// ... and whether a clause lends its time to the clause it hangs on.
bool lends_to_parent(ClauseJoin join, const ReadFigure& figure, const TimeExpression& time) {
  switch (join) {
    case ClauseJoin::kTogether:
    case ClauseJoin::kEventRelative:
    case ClauseJoin::kSamePredicate:
      return true;
    case ClauseJoin::kAside:  // "12 boats (in 2013)"
      return time.first >= figure.last && time.first - figure.last <= 4;
    case ClauseJoin::kApart:  // "since it was founded" is but a time of the clause before
      return time.use == TimeUse::kSince;
    default:
      return false;
  }
}

bool is_shared(const Chain& mine, int up, const Chain& other, int down, const ReadFigure& figure,
               const TimeExpression& time) {
  for (int i = 0; i < up; ++i) {
    if (!takes_from_parent(mine.join(i), time)) return false;
  }
  for (int i = 0; i < down; ++i) {
    if (!lends_to_parent(other.join(i), figure, time)) return false;
  }
  return true;
}

bool has_role(const SentenceView& s, int i, std::uint64_t role) {
  return s.at(i).word->has_time_role(role);
}

}  // namespace

TimeAttachment::TimeAttachment(const SentenceView& sentence, const std::vector<ReadFigure>& figures,
                               const std::vector<TimeExpression>& times,
                               std::optional<std::chrono::sys_seconds> published)
    : s_(sentence), figures_(figures), times_(times), published_(published), clauses_(sentence) {
  stands_.reserve(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) stands_.push_back(stand_of(i));
}

const TimeExpression* TimeAttachment::time_of(std::size_t figure) const {
  const auto behind =
      std::lower_bound(times_.begin(), times_.end(), figures_[figure].last,
                       [](const TimeExpression& time, int at) { return time.first < at; });
  const auto at = behind - times_.begin();
  const auto first = std::max<std::ptrdiff_t>(0, at - kMostTimes);
  const auto last = std::min(static_cast<std::ptrdiff_t>(times_.size()), at + kMostTimes);
  const TimeExpression* best = nullptr;
  int least = kNever;
  for (auto i = first; i < last; ++i) {
    const TimeExpression& time = times_[static_cast<std::size_t>(i)];
    const int cost = cost_of(figure, time);
    if (cost < least) {
      least = cost;
      best = &time;
    }
  }
  return best;
}

TimeAttachment::Stand TimeAttachment::stand_of(std::size_t figure) const {
  int before = figures_[figure].first - 1;
  for (int n = 0; n < 2 && s_.is(before, kDeterminer | kAdverb); ++n) --before;
  Stand stand;
  stand.own_time = own_time_before(before);
  if (stand.own_time >= 0) before = stand.own_time - 1;
  stand.alternative = is_alternative(figure);
  stand.compared = figures_[figure].previous || is_compared(figure, before) ||
                   (stand.alternative && stands_[figure - 1].compared);
  return stand;
}

// The first token of a time that ends at token `before`; -1 when there is none.
int TimeAttachment::own_time_before(int before) const {
  if (s_.is_kind(before, TokenKind::kPossessiveEnd)) --before;
  const auto behind =
      std::upper_bound(times_.begin(), times_.end(), before,
                       [](int token, const TimeExpression& time) { return token < time.first; });
  if (behind == times_.begin() || before >= std::prev(behind)->last) return -1;
  return std::prev(behind)->first;
}

bool TimeAttachment::is_compared(std::size_t figure, int before) const {
  for (const std::string_view word : {"than", "against", "versus", "vs"}) {
    if (s_.lower_is(before, word)) return true;
  }
  if (s_.lower_is(before, "from")) return is_change(figure, before);
  if (s_.at(before).text == "." && s_.lower_is(before - 1, "vs")) return true;
  if (!s_.lower_is(before, "with") && !s_.lower_is(before, "to")) return false;
  return has_role(s_, before - 1, time_role::kCompare) ||
         has_role(s_, before - 2, time_role::kCompare);
}

// "12 from 10 a year ago", "rose to 12 from 10", "from 10 to 12", not "12 people
// from 10 countries"
bool TimeAttachment::is_change(std::size_t figure, int from) const {
  if (figure > 0 && figures_[figure - 1].last == from) return true;
  if (figure + 1 < figures_.size() && s_.lower_is(figures_[figure + 1].first - 1, "to"))
    return true;
  for (int i = from - 1; i > from - 12; --i) {
    if (s_.is(i, kRise | kFall) || s_.lower_is(i, "up") || s_.lower_is(i, "down")) return true;
  }
  return false;
}

// "2,193,000 dlrs, or 13 cts", "125 km (78 miles)"
bool TimeAttachment::is_alternative(std::size_t figure) const {
  if (figure == 0) return false;
  const int first = figures_[figure].first;
  if (first - figures_[figure - 1].last > 3) return false;
  return s_.lower_is(first - 1, "or") || s_.at(first - 1).text == "(";
}

int TimeAttachment::cost_of(std::size_t figure, const TimeExpression& time) const {
  const ReadFigure& f = figures_[figure];
  if (!f.age && dates_antecedent(f, time)) return f.first - time.last;
  if (time.use == TimeUse::kOther || time.use == TimeUse::kBase) return kNever;
  if (time.grain == TimeGrain::kHour) return kNever;
  if (time.first < f.last && f.first < time.last) return kNever;
  const bool after = time.first >= f.last;
  const int distance = after ? time.first - f.last : f.first - time.last;
  if (distance > (time.opens ? kOpeningReach : kReach)) return kNever;
  if (is_news_told(f, time) || is_behind_whole(f, time)) return kNever;
  // An age is one of today, unless the sentence tells of long ago.
  if (f.age && time.span && (!published_ || *published_ - time.span->to <= kBackgroundAge))
    return kNever;
  if (stands_[figure].compared && !is_own(figure, time)) return kNever;
  if (after ? belongs_to_next(figure, time) : belongs_to_previous(figure, time)) return kNever;
  const int hops = hops_between(f, time);
  if (hops < 0) return kNever;
  const int near = time.opens && !after ? std::min(distance, 10) : distance;
  return near + 6 * hops + (after || time.opens ? 0 : 3);
}

// The time of the telling: it dates what was told only when that is long ago.
bool TimeAttachment::is_news_told(const ReadFigure& f, const TimeExpression& time) const {
  if (time.use == TimeUse::kSince || time.use == TimeUse::kAsOf) return false;
  bool told = time.use == TimeUse::kTold;
  for (int i = time.last; !told && i < f.first; ++i) told = tells(i);
  if (!told || !time.span) return told;
  return !published_ || *published_ - time.span->to < kNews;
}

// "Of the 238 who were hurt, 109 went home on Monday": the time is that of the part.
bool TimeAttachment::is_behind_whole(const ReadFigure& f, const TimeExpression& time) const {
  const int of = s_.is(f.first - 1, kDeterminer) ? f.first - 2 : f.first - 1;
  const bool opens =
      !s_.is_word(of - 1) || s_.lower_is(of - 1, "out") || s_.lower_is(of - 1, "that");
  if (!s_.lower_is(of, "of") || !opens) return false;
  for (int i = f.last; i < time.first; ++i) {
    if (s_.at(i).text == ",") return true;
  }
  return false;
}

// A finite verb of saying: "state" and "report" are nouns as well.
bool TimeAttachment::tells(int token) const {
  return s_.is(token, kSay) && (s_.at(token).word->verb_forms & (kSForm | kPastForm)) != 0;
}

// A compared figure has a time of its own or none.
bool TimeAttachment::is_own(std::size_t figure, const TimeExpression& time) const {
  const int last = figures_[figure].last;
  if (time.first < last) return stands_[figure].own_time == time.first;
  return time.first - last <= kOwnReach && !has_figure_between(figure, time);
}

bool TimeAttachment::has_figure_between(std::size_t figure, const TimeExpression& time) const {
  for (std::size_t i = figure + 1; i < figures_.size() && figures_[i].last <= time.first; ++i) {
    if (!stands_[i].alternative) return true;
  }
  return false;
}

// "Twenty states have done so, including eight since 2007": since then the eight.
bool TimeAttachment::is_of_part(std::size_t part, const TimeExpression& time) const {
  if (time.use != TimeUse::kSince || !s_.is(figures_[part].first - 1, kPart)) return false;
  for (int i = figures_[part].last; i < time.first; ++i) {
    if (!s_.is_word(i)) return false;
  }
  return true;
}

// "rose to 5 from 4 in 2014": a compared figure between takes the time.
bool TimeAttachment::belongs_to_next(std::size_t figure, const TimeExpression& time) const {
  for (std::size_t i = figure + 1; i < figures_.size() && figures_[i].last <= time.first; ++i) {
    if (is_of_part(i, time)) return true;
  }
  if (stands_[figure].compared) return false;
  for (std::size_t i = figure + 1; i < figures_.size() && figures_[i].last <= time.first; ++i) {
    if (stands_[i].compared) return true;
  }
  return false;
}

// "from 12 percent in 2014 to 7 percent", "from last year's 12 percent to 7 percent"
bool TimeAttachment::belongs_to_previous(std::size_t figure, const TimeExpression& time) const {
  for (std::size_t i = figure; i-- > 0;) {
    const int last = figures_[i].last;
    if (last <= time.first) {
      return stands_[i].compared && !stands_[figure].compared && time.first - last <= kOwnReach;
    }
    if (stands_[i].compared && stands_[i].own_time == time.first) return true;
  }
  return false;
}

// "a 2006 law that banned 12 dyes", "the 1999 quake that killed 40": the year of the thing is
// that of what it did.
bool TimeAttachment::dates_antecedent(const ReadFigure& figure, const TimeExpression& time) const {
  if (time.grain != TimeGrain::kYear || !time.span || time.last > figure.first) return false;
  if (!s_.is(time.first - 1, kDeterminer)) return false;
  const Clause& clause = clauses_.clause(clauses_.clause_of(figure.core));
  const bool relative =
      clause.join == ClauseJoin::kRelative || clause.join == ClauseJoin::kEventRelative;
  if (!relative || clause.first < time.last || clause.first - time.last > kOwnReach) return false;
  for (int i = time.last; i < clause.first; ++i) {
    if (!s_.is_word(i) && !s_.binds(i)) return false;
    if (s_.is(i, kPreposition | kConjunction) || is_finite_verb(s_, i)) return false;
  }
  for (int i = clause.first + 1; i < figure.first && i < clause.first + kReach; ++i) {
    // Behind "that" the first word is a verb or its subject.
    const bool first = i == clause.first + 1 && s_.at(i).word->is_likely(PartOfSpeech::kVerb);
    if (first || s_.is(i, kBe | kHave | kModal | kWill) || is_finite_verb(s_, i))
      return s_.lower_is(i, "was") || s_.lower_is(i, "were") || s_.lower_is(i, "had") ||
             s_.at(i).word->can_be(kVerbPast);
  }
  return false;
}

// How many clauses lie between the figure and a time it can take; -1 when its
// clause does not share that time.
int TimeAttachment::hops_between(const ReadFigure& figure, const TimeExpression& time) const {
  const Chain mine(clauses_, figure.core), other(clauses_, time.first);
  for (int up = 0; up < mine.size(); ++up) {
    for (int down = 0; down < other.size(); ++down) {
      if (mine.at(up) != other.at(down)) continue;
      return is_shared(mine, up, other, down, figure, time) ? up + down : -1;
    }
  }
  return -1;
}

}  // namespace figured::claims
