#include "claims/times/time_resolver.h"

#include <algorithm>

namespace figured::claims {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year_month_day;

// A day or a month without a year may lie this far ahead of the publication.
constexpr days kAhead{31};
// A quarter or half without a year is told of within this time of its end.
constexpr days kReported{125};

// Days [first, last].
struct Days {
  sys_days first;
  sys_days last;
};

TimeSpan span_of(const Days& d) {
  return {sys_seconds(d.first), sys_seconds(d.last) + days(1) - std::chrono::seconds(1)};
}

Days months_of(int year, unsigned month, int count) {
  const std::chrono::year_month first{std::chrono::year(year), std::chrono::month(month)};
  return {sys_days(first / 1),
          sys_days((first + std::chrono::months(count - 1)) / std::chrono::last)};
}

// A date shifted by months; the 31st becomes the last day of a short month.
sys_days shift_months(sys_days day, int months) {
  const year_month_day date(day);
  const auto month = date.year() / date.month() + std::chrono::months(months);
  const auto same = month / date.day();
  return same.ok() ? sys_days(same) : sys_days(month / std::chrono::last);
}

int year_of(sys_days day) { return static_cast<int>(year_month_day(day).year()); }
unsigned month_of(sys_days day) { return static_cast<unsigned>(year_month_day(day).month()); }

// Grains as days or months; 0 where they are the other.
int days_in(TimeGrain grain) {
  return grain == TimeGrain::kDay                                    ? 1
         : grain == TimeGrain::kWeek || grain == TimeGrain::kWeekend ? 7
         : grain == TimeGrain::kFortnight                            ? 14
                                                                     : 0;
}
int months_in(TimeGrain grain) {
  switch (grain) {
    case TimeGrain::kMonth:
      return 1;
    case TimeGrain::kQuarter:
    case TimeGrain::kSeason:
      return 3;
    case TimeGrain::kHalf:
      return 6;
    case TimeGrain::kYear:
      return 12;
    case TimeGrain::kDecade:
      return 120;
    case TimeGrain::kCentury:
      return 1200;
    default:
      return 0;
  }
}

// At most two thousand years: beyond them the calendar ends.
sys_days shift(sys_days day, TimeGrain grain, int count) {
  constexpr int kMostMonths = 24'000;
  const int months = std::clamp(months_in(grain) * count, -kMostMonths, kMostMonths);
  return months != 0 ? shift_months(day, months) : day + days(days_in(grain) * count);
}

// The period of the calendar that holds the day.
Days period(sys_days day, TimeGrain grain) {
  const int year = year_of(day);
  const unsigned month = month_of(day);
  switch (grain) {
    case TimeGrain::kWeek:
    case TimeGrain::kFortnight: {
      const sys_days sunday = day - (std::chrono::weekday(day) - std::chrono::Sunday);
      return {sunday, sunday + days(days_in(grain) - 1)};
    }
    case TimeGrain::kWeekend: {
      const sys_days saturday = day - (std::chrono::weekday(day) - std::chrono::Saturday);
      return {saturday, saturday + days(1)};
    }
    case TimeGrain::kMonth:
      return months_of(year, month, 1);
    case TimeGrain::kQuarter:
      return months_of(year, (month - 1) / 3 * 3 + 1, 3);
    case TimeGrain::kHalf:
      return months_of(year, (month - 1) / 6 * 6 + 1, 6);
    case TimeGrain::kYear:
      return months_of(year, 1, 12);
    case TimeGrain::kDecade:
      return months_of(year / 10 * 10, 1, 120);
    case TimeGrain::kCentury:
      return months_of(year / 100 * 100, 1, 1200);
    default:
      return {day, day};
  }
}

bool is_year_wide(TimeGrain grain) { return grain >= TimeGrain::kYear; }

}  // namespace

// Resolves one expression.
class Resolution {
 public:
  Resolution(const TimeWords& words, const std::optional<sys_days>& today, bool ahead)
      : w_(words), today_(today), ahead_(ahead) {}

  std::optional<Days> calendar() const {
    int year = w_.year;
    if (year == 0 && w_.year_offset != kNoYearOffset) {
      if (!today_) return std::nullopt;
      year = year_of(*today_) + w_.year_offset;
    }
    if (year != 0) return in_year(year);
    return today_ ? near() : std::nullopt;
  }

  std::optional<Days> near_publication() const {
    if (!today_) return std::nullopt;
    if (w_.part != kNoPart) return weekday();
    if (w_.length > 0) return stretch(*today_);
    if (w_.grain == TimeGrain::kHour) return Days{*today_, *today_};
    if (w_.grain == TimeGrain::kWeekend) return weekend();
    if (w_.counted) return counted_back();
    return period(shift(start(), w_.grain, w_.offset), w_.grain);
  }

  std::optional<Days> beside(const TimeAnchor& anchor) const {
    const auto from = std::chrono::floor<days>(anchor.span.from);
    const auto to = std::chrono::floor<days>(anchor.span.to);
    if (w_.length > 0) {
      const int count = w_.length;
      if (w_.offset < 0) return Days{shift(from, w_.grain, -count), from - days(1)};
      return Days{to + days(1), shift(to, w_.grain, count)};
    }
    // "a year earlier" beside a quarter is that quarter of the year before.
    const bool keeps_grain = anchor.grain >= TimeGrain::kMonth && anchor.grain < w_.grain &&
                             is_year_wide(w_.grain) && w_.offset != 0;
    if (keeps_grain) {
      const int months = months_in(w_.grain) * w_.offset;
      return Days{shift_months(from, months), shift_months(to + days(1), months) - days(1)};
    }
    return period(shift(from, w_.grain, w_.offset), w_.grain);
  }

 private:
  // Shifting by months must not leave the month.
  sys_days start() const {
    return months_in(w_.grain) == 0 ? *today_ : period(*today_, TimeGrain::kMonth).first;
  }

  std::optional<Days> in_year(int year) const {
    if (w_.ends) return ended(year);
    switch (w_.grain) {
      case TimeGrain::kDay: {
        const auto date =
            std::chrono::year(year) / std::chrono::month(w_.month) / std::chrono::day(w_.day);
        if (!date.ok()) return std::nullopt;
        return Days{sys_days(date), sys_days(date) + days(std::max(w_.length, 1) - 1)};
      }
      case TimeGrain::kMonth:
        return months_of(year, w_.month, std::clamp(w_.length, 1, 12));
      case TimeGrain::kQuarter:
        return months_of(year, static_cast<unsigned>(w_.part) * 3 - 2,
                         3 * std::clamp(w_.length, 1, 4));
      case TimeGrain::kHalf:
        return months_of(year, static_cast<unsigned>(w_.part) * 6 - 5, 6);
      case TimeGrain::kSeason:
        return months_of(year, static_cast<unsigned>(w_.part) * 3, 3);
      case TimeGrain::kDecade:
        return months_of(year, 1, 120);
      case TimeGrain::kCentury:
        return months_of(year, 1, 1200);
      default:
        return months_of(year, 1, 12 * std::clamp(w_.length, 1, 200));
    }
  }

  // "the year ended 30 September 1986"
  std::optional<Days> ended(int year) const {
    const auto month = std::chrono::year(year) / std::chrono::month(w_.month);
    const auto date = month / std::chrono::day(w_.day);
    if (w_.day != 0 && !date.ok()) return std::nullopt;
    const sys_days last = w_.day != 0 ? sys_days(date) : sys_days(month / std::chrono::last);
    return Days{shift(last + days(1), w_.grain, -w_.length), last};
  }

  // Of the years around the publication the one that the words mean.
  std::optional<Days> near() const {
    const int year = year_of(*today_);
    if (ahead_ || w_.offset > 0) {
      for (int y = year - 1; y <= year + 1; ++y) {
        const auto candidate = in_year(y);
        const sys_days least = w_.offset > 0 ? *today_ + days(1) : *today_;
        if (candidate && (w_.offset > 0 ? candidate->first : candidate->last) >= least)
          return candidate;
      }
      return std::nullopt;
    }
    for (int y = year + 1; y >= year - 4; --y) {
      const auto candidate = in_year(y);
      if (candidate && is_past(*candidate)) return candidate;
      if (candidate && is_quarter() && candidate->last < *today_) return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_quarter() const {
    return w_.grain == TimeGrain::kQuarter || w_.grain == TimeGrain::kHalf;
  }

  bool is_past(const Days& d) const {
    if (w_.offset < 0 || w_.ends) return d.last < *today_;
    if (is_quarter()) return d.last < *today_ && *today_ - d.last <= kReported;
    if (w_.grain == TimeGrain::kSeason) return d.first <= *today_;
    return d.first <= *today_ + kAhead;
  }

  Days weekday() const {
    const std::chrono::weekday wanted(static_cast<unsigned>(w_.part));
    const days back = std::chrono::weekday(*today_) - wanted;  // 0..6
    sys_days day = *today_ - back;
    const bool next = w_.offset > 0 || (ahead_ && w_.offset == 0);
    if (next && (back.count() > 0 || w_.offset > 0)) day += days(7);
    if (w_.offset < 0 && back.count() == 0) day -= days(7);
    return {day, day};
  }

  Days weekend() const {
    Days last = period(*today_, TimeGrain::kWeekend);
    const bool now = *today_ <= last.last;
    const int step = w_.offset > 0 || (ahead_ && !now) ? 7 : w_.offset < 0 && now ? -7 : 0;
    return {last.first + days(step), last.last + days(step)};
  }

  // "two weeks ago" is about that day, "two months ago" that month.
  Days counted_back() const {
    const sys_days day = shift(*today_, w_.grain, w_.offset);
    if (w_.grain == TimeGrain::kWeek || w_.grain == TimeGrain::kFortnight)
      return {day - days(3), day + days(3)};
    if (w_.grain >= TimeGrain::kDecade) return period(day, TimeGrain::kDecade);
    return period(day, w_.grain);
  }

  Days stretch(sys_days day) const {
    if (w_.grain == TimeGrain::kHour) return {day - days(1 + w_.length / 48), day};
    if (w_.offset < 0) return {shift(day, w_.grain, -w_.length), day};
    return {day, shift(day, w_.grain, w_.length)};
  }

  const TimeWords& w_;
  const std::optional<sys_days>& today_;
  bool ahead_;
};

void TimeAnchors::add(const TimeAnchor& anchor) {
  const auto rank = [](TimeGrain grain) {
    return grain < TimeGrain::kMonth ? 0 : grain < TimeGrain::kYear ? 1 : 2;
  };
  std::size_t at = 0;
  while (at < size_ && rank(latest_[at].grain) != rank(anchor.grain)) ++at;
  if (at == size_) ++size_;
  for (; at > 0; --at) latest_[at] = latest_[at - 1];
  latest_[0] = anchor;
}

const TimeAnchor* TimeAnchors::no_coarser_than(TimeGrain grain) const {
  for (std::size_t i = 0; i < size_; ++i) {
    if (latest_[i].grain <= grain) return &latest_[i];
  }
  return nullptr;
}

TimeResolver::TimeResolver(std::optional<sys_seconds> published) {
  if (published) today_ = std::chrono::floor<days>(*published);
}

std::optional<TimeSpan> TimeResolver::resolve(const TimeWords& words, bool ahead,
                                              const TimeAnchors& anchors) const {
  const Resolution resolution(words, today_, ahead);
  std::optional<Days> found;
  switch (words.base) {
    case TimeBase::kCalendar:
      found = resolution.calendar();
      break;
    case TimeBase::kPublication:
      found = resolution.near_publication();
      break;
    case TimeBase::kAnchor:
      // "that day" in a year that was named tells nothing.
      if (const TimeAnchor* anchor = anchors.no_coarser_than(words.grain))
        found = resolution.beside(*anchor);
      // Reports compare with the year before without naming their own.
      if (!found && is_year_wide(words.grain) && words.offset < 0 && words.length == 0)
        found = resolution.near_publication();
      break;
    case TimeBase::kNothing:
      break;
  }
  return found ? std::optional(span_of(*found)) : std::nullopt;
}

}  // namespace figured::claims
