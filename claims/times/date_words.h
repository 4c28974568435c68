// DateWords reads the times that the calendar names: dates, months, years,
// quarters, seasons, holidays, weekdays, clock times.  It is the calendar's part
// of the grammar in time_words.cc: days in date_words.cc, years and their parts in
// period_words.cc.
#pragma once
#include <optional>

#include "claims/times/time_words.h"

namespace figured::claims {

// A number of things before a unit of time: "two", "18", "a few" (no value).
struct Count {
  bool any = false;
  int value = 0;  // 0 when the words give none
  int last = 0;   // the token behind it
};

// Four digits outside these are no year.
inline constexpr int kFirstYear = 1500, kLastYear = 2100;

class DateWords {
 public:
  DateWords(const SentenceView& sentence, int floor) : s_(sentence), floor_(floor) {}

  std::optional<TimeWords> read(int at) const;

  // A weekday, month, season or holiday at `at` behind "last", "this" or "next".
  std::optional<TimeWords> directed(int first, int at, int direction) const;

  // "year ended June 30", "months to end-March"; `unit` is the token of the grain.
  std::optional<TimeWords> ended(int first, int unit, int count) const;

  Count count(int at) const;
  std::optional<TimeGrain> grain(int at) const;

 private:
  bool roles(int i, std::uint64_t any_of) const { return s_.at(i).word->has_time_role(any_of); }
  int value(int i) const { return s_.at(i).word->time_value; }
  bool digits(int i) const { return s_.is_kind(i, TokenKind::kNumber); }
  bool touches(int i) const { return s_.has(i) && !s_.at(i).spaced; }
  bool is_sign(int i, std::string_view sign) const { return s_.at(i).text == sign; }

  TimeWords calendar(int first, int last, TimeGrain grain, std::string_view rule) const;
  void take_year(TimeWords& words) const;

  std::optional<TimeWords> number(int i) const;
  std::optional<TimeWords> numeric_date(int i) const;
  std::optional<TimeWords> slashed_date(int i) const;
  std::optional<TimeWords> clock(int i) const;
  std::optional<TimeWords> day_month(int i) const;
  std::optional<TimeWords> year(int i) const;
  std::optional<TimeWords> decade(int i) const;
  std::optional<TimeWords> century(int i) const;
  std::optional<TimeWords> month(int i) const;
  std::optional<TimeWords> month_day(int i, int next) const;
  std::optional<TimeWords> weekday(int i) const;
  std::optional<TimeWords> date_behind(int i) const;
  std::optional<TimeWords> ordinal(int i) const;
  std::optional<TimeWords> nth_of_month(int first, int month, int nth) const;
  std::optional<TimeWords> first_months(int first, int at) const;
  std::optional<TimeWords> first_of_owner(int first, int at) const;
  std::optional<TimeWords> nth_part(int first, int at, int nth, bool bound) const;
  std::optional<TimeWords> fiscal(int i) const;
  std::optional<TimeWords> code(int i) const;
  std::optional<TimeWords> fiscal_code(int i) const;
  std::optional<TimeWords> end_date(int at) const;
  TimeWords directed_month(TimeWords words, int at) const;
  std::optional<TimeWords> holiday(int i) const;
  int feast(int i, int& first) const;
  bool holiday_stands(int i) const;
  std::optional<TimeWords> season(int i) const;

  int year_at(int i) const;
  int short_year_at(int i, int century_of) const;
  unsigned day_at(int i) const;
  int day_end(int i) const;
  unsigned month_at(int i) const;
  int month_end(int i) const;
  bool month_stands(int i) const;
  bool year_stands(int i) const;
  bool counts_something(int i) const;
  bool names_work(int year) const;

  const SentenceView& s_;
  int floor_;
};

}  // namespace figured::claims
