#include "claims/time_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace figured::claims {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr int kReach = 40;  // tokens between a figure and the time it goes with
constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kWeekdays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

TimeSpan day_span(sys_days day) {
  return {sys_seconds(day), sys_seconds(day) + days(1) - std::chrono::seconds(1)};
}

template <std::size_t N>
unsigned position(const std::string_view (&names)[N], std::string_view word) {
  const std::string lower = lower_case(word);
  for (unsigned i = 0; i < N; ++i) {
    if (lower.starts_with(names[i])) return i;
  }
  return 0;
}

class TimeReader {
 public:
  TimeReader(const SentenceView& s, std::optional<sys_seconds> published)
      : s_(s), published_(published) {}

  std::optional<TimeSpan> at(int i) const {
    if (!s_.at(i).capital) {
      if (published_ && s_.is(i, kDayWord)) return day_word(i);
      return year(i);
    }
    if (s_.is(i, kMonth)) return date(i);
    if (s_.is(i, kWeekday) && published_) return weekday(i);
    return std::nullopt;
  }

 private:
  std::optional<TimeSpan> day_word(int i) const {
    const sys_days today = std::chrono::floor<days>(*published_);
    if (s_.lower_is(i, "yesterday")) return day_span(today - days(1));
    if (s_.lower_is(i, "tomorrow")) return day_span(today + days(1));
    return day_span(today);
  }

  std::optional<TimeSpan> weekday(int i) const {
    const sys_days today = std::chrono::floor<days>(*published_);
    const std::chrono::weekday wanted(position(kWeekdays, s_.at(i).text));
    return day_span(today - (std::chrono::weekday(today) - wanted));
  }

  int year_at(int i) const {
    const Token& token = s_.at(i);
    const bool year = token.kind == TokenKind::kNumber && token.plain_digits &&
                      token.text.size() == 4 && token.number >= 1800 && token.number <= 2100;
    return year ? static_cast<int>(token.number) : 0;
  }

  unsigned day_at(int i) const {
    const Token& token = s_.at(i);
    const bool day = token.kind == TokenKind::kNumber && token.plain_digits && token.number >= 1 &&
                     token.number <= 31;
    return day ? static_cast<unsigned>(token.number) : 0;
  }

  // "August 15", "Aug. 15, 2021", "15 August 2021", "August 2021"
  std::optional<TimeSpan> date(int i) const {
    const std::chrono::month month(position(kMonths, s_.at(i).text) + 1);
    int next = s_.at(i + 1).text == "." ? i + 2 : i + 1;
    unsigned day = day_at(next);
    if (day != 0) {
      ++next;
    } else {
      day = day_at(i - 1);
    }
    if (s_.at(next).text == ",") ++next;
    int year = year_at(next);
    if (year == 0 && published_) year = year_before(month, day);
    if (year == 0) return std::nullopt;
    if (day == 0) return month_span(std::chrono::year(year), month);
    const auto date = std::chrono::year(year) / month / std::chrono::day(day);
    if (!date.ok()) return std::nullopt;
    return day_span(sys_days(date));
  }

  // Without a year it is the last such day up to a month after publication.
  int year_before(std::chrono::month month, unsigned day) const {
    const std::chrono::year_month_day today(std::chrono::floor<days>(*published_));
    const auto date = today.year() / month / std::chrono::day(day == 0 ? 1 : day);
    const bool ahead =
        date.ok() && sys_days(date) > std::chrono::floor<days>(*published_) + days(31);
    return static_cast<int>(today.year()) - (ahead ? 1 : 0);
  }

  static TimeSpan month_span(std::chrono::year year, std::chrono::month month) {
    const sys_days first(year / month / 1);
    const sys_days last(year / month / std::chrono::last);
    return {sys_seconds(first), sys_seconds(last) + days(1) - std::chrono::seconds(1)};
  }

  // "in 2004", "the 2011 tornado"
  std::optional<TimeSpan> year(int i) const {
    const int year = year_at(i);
    if (year == 0) return std::nullopt;
    const bool said = s_.is(i - 1, kPreposition | kDeterminer) || s_.is(i + 1, kEventNoun) ||
                      s_.at(i + 1).capital || s_.is_kind(i - 1, TokenKind::kPossessiveEnd);
    if (!said) return std::nullopt;
    const sys_days first(std::chrono::year(year) / 1 / 1);
    const sys_days next(std::chrono::year(year + 1) / 1 / 1);
    return TimeSpan{sys_seconds(first), sys_seconds(next) - std::chrono::seconds(1)};
  }

  const SentenceView& s_;
  std::optional<sys_seconds> published_;
};

}  // namespace

std::optional<TimeSpan> read_event_time(const SentenceView& s, int at,
                                        std::optional<sys_seconds> published) {
  const TimeReader reader(s, published);
  std::optional<TimeSpan> nearest;
  int distance = kReach;
  for (int i = std::max(s.first(), at - kReach); i < std::min(s.last(), at + kReach); ++i) {
    if (!s.is(i, kMonth | kWeekday | kDayWord) && !s.is_kind(i, TokenKind::kNumber)) continue;
    if (std::abs(i - at) >= distance) continue;
    if (const auto time = reader.at(i)) {
      nearest = time;
      distance = std::abs(i - at);
    }
  }
  return nearest;
}

}  // namespace figured::claims
