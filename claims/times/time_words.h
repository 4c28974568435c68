// TimeWords: what one expression of time says, before it is set against a date.
//
// "last Thursday", "Aug. 15, 2021", "two days ago", "the first quarter of 1987",
// "the past two weeks", "a year earlier", "9:55 p.m.".  The grammar stands at the
// head of time_words.cc.  A figure is no time: "for five years", "a two-week
// strike" and "2,000 people" are not read.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "claims/text/sentence_view.h"

namespace figured::claims {

// From fine to coarse.
enum class TimeGrain : std::uint8_t {
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kHalf,
  kSeason,
  kYear,
  kDecade,
  kCentury,
};

// What an expression is counted from.
enum class TimeBase : std::uint8_t {
  kCalendar,     // names a place in the calendar; without a year the near one
  kPublication,  // "today", "last week", "two days ago"
  kAnchor,       // the time the text spoke of before: "a year earlier"
  kNothing,      // names a time but none that can be told: "decades ago", "9 p.m."
};

inline constexpr int kNoPart = -1;
inline constexpr int kNoYearOffset = 99;

struct TimeWords {
  int first = 0;  // tokens [first, last); no preposition before them
  int last = 0;
  TimeBase base = TimeBase::kNothing;
  TimeGrain grain = TimeGrain::kDay;
  int year = 0;        // 0 = not said
  unsigned month = 0;  // 1..12
  unsigned day = 0;    // 1..31
  int part = kNoPart;  // weekday 0..6; which quarter, half or season, from 1
  // In grains from the base: "last" -1, "this" 0, "three years ago" -3.
  int offset = 0;
  int year_offset = kNoYearOffset;  // "March last year" -1
  // Grains of a stretch that ends (offset < 0) or begins at the base, or begins
  // at the date: "the past two weeks" 2, "Feb. 16-20" 5.  0 = no stretch.
  int length = 0;
  bool counted = false;  // "two weeks ago": about that day, no week of the calendar
  bool ends = false;     // the stretch ends with the date: "the year ended June 30"
  bool named = false;    // belongs to a name: "the 2005 Act", "class of 2012"
  std::string_view rule;
};

// The expression that holds token `at`, its telling word: a month, a weekday, a
// number, "last" ...  It begins no earlier than token `floor`.
std::optional<TimeWords> read_time_words(const SentenceView& sentence, int at, int floor);

// Whether a token can be the telling word of an expression; cheap.
bool may_tell_time(const Token& token);

}  // namespace figured::claims
