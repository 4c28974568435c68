// The days of the grammar at the head of time_words.cc.
#include "claims/times/date_words.h"

#include <cmath>

namespace figured::claims {

namespace role = time_role;

std::optional<TimeWords> DateWords::read(int i) const {
  const Token& token = s_.at(i);
  if (token.kind == TokenKind::kNumber) return number(i);
  if (token.kind == TokenKind::kMixed) return code(i);
  if (roles(i, role::kOrdinal)) return ordinal(i);
  if (roles(i, role::kFiscal)) return fiscal(i);
  if (roles(i, role::kSeason)) return season(i);
  if (!token.capital) return std::nullopt;
  if (roles(i, role::kMonth | role::kShortMonth)) return month(i);
  if (roles(i, role::kWeekday | role::kShortWeekday)) return weekday(i);
  return roles(i, role::kHoliday | role::kGrain) ? holiday(i) : std::nullopt;
}

TimeWords DateWords::calendar(int first, int last, TimeGrain grain, std::string_view rule) const {
  TimeWords words;
  words.first = first;
  words.last = last;
  words.base = TimeBase::kCalendar;
  words.grain = grain;
  words.rule = rule;
  return words;
}

std::optional<TimeGrain> DateWords::grain(int i) const {
  if (!roles(i, role::kGrain)) return std::nullopt;
  static constexpr std::string_view kLetters = "hdewfmq__yDC";
  return static_cast<TimeGrain>(kLetters.find(static_cast<char>(value(i))));
}

Count DateWords::count(int i) const {
  const Token& token = s_.at(i);
  if (digits(i)) {
    const bool small = token.number >= 0.5 && token.number < 1000;
    return {small, small ? static_cast<int>(std::lround(token.number)) : 0, i + 1};
  }
  if (s_.lower_is(i, "few")) return {true, 0, i + 1};
  const Word& word = *token.word;
  switch (word.number_role) {
    case NumberRole::kSmall:
      return {true, static_cast<int>(word.low()), i + 1};
    case NumberRole::kTen: {
      const Word& next = *s_.at(i + 2).word;
      const bool joined = s_.binds(i + 1) && next.number_role == NumberRole::kSmall;
      return {true, static_cast<int>(word.low() + (joined ? next.low() : 0)),
              joined ? i + 3 : i + 1};
    }
    case NumberRole::kCount:
      return {true, static_cast<int>(word.low()), s_.lower_is(i + 1, "of") ? i + 2 : i + 1};
    case NumberRole::kSeveral:
      return {true, 0, i + 1};
    default:
      return {};
  }
}

int DateWords::year_at(int i) const {
  const Token& token = s_.at(i);
  const bool year = token.kind == TokenKind::kNumber && token.plain_digits &&
                    token.text.size() == 4 && token.number >= kFirstYear &&
                    token.number <= kLastYear;
  if (!year || (touches(i + 1) && (s_.is_word(i + 1) || is_sign(i + 1, "%")))) return 0;
  return static_cast<int>(token.number);
}

// "91" of "1988-91"
int DateWords::short_year_at(int i, int century_of) const {
  const Token& token = s_.at(i);
  if (!digits(i) || !token.plain_digits || token.text.size() != 2) return 0;
  return century_of / 100 * 100 + static_cast<int>(token.number);
}

unsigned DateWords::day_at(int i) const {
  const Token& token = s_.at(i);
  const bool day = token.kind == TokenKind::kNumber && token.plain_digits &&
                   token.text.size() <= 2 && token.number >= 1 && token.number <= 31;
  if (!day || is_sign(i + 1, "%") || (is_sign(i + 1, ":") && digits(i + 2))) return 0;
  return static_cast<unsigned>(token.number);
}

// Behind "15" and "15th".
int DateWords::day_end(int i) const {
  if (!touches(i + 1)) return i + 1;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (s_.lower_is(i + 1, ending)) return i + 2;
  }
  return i + 1;
}

unsigned DateWords::month_at(int i) const {
  if (!s_.at(i).capital || !roles(i, role::kMonth | role::kShortMonth)) return 0;
  return static_cast<unsigned>(value(i));
}

int DateWords::month_end(int i) const {
  return roles(i, role::kShortMonth) && is_sign(i + 1, ".") ? i + 2 : i + 1;
}

// The number at `i` counts the noun behind it: "12 people", "12-year", "12 percent".
bool DateWords::counts_something(int i) const {
  const int next = i + 1;
  if (s_.binds(next) && s_.is_word(next + 1)) return true;
  if (!s_.is_word(next) || s_.at(next).capital) return false;
  const Word& word = *s_.at(next).word;
  if (word.has_time_role(role::kOrdinal)) return false;
  if (word.number_role != NumberRole::kNone || word.unit != kNoIndex) return true;
  if (word.is(kEventNoun) || s_.is(next, kBe | kHave | kPreposition | kConjunction | kNoPlural))
    return false;
  return word.noun != kNoIndex || (s_.at(next).text.ends_with('s') && word.verb_forms == 0);
}

std::optional<TimeWords> DateWords::number(int i) const {
  if (auto words = numeric_date(i)) return words;
  if (auto words = slashed_date(i)) return words;
  if (auto words = clock(i)) return words;
  if (auto words = day_month(i)) return words;
  if (auto words = century(i)) return words;
  if (day_end(i) > i + 1) return ordinal(i);
  if (auto words = decade(i)) return words;
  return year(i);
}

// 2021-08-15
std::optional<TimeWords> DateWords::numeric_date(int i) const {
  const int year = year_at(i);
  if (year == 0 || !s_.binds(i + 1) || !s_.binds(i + 3)) return std::nullopt;
  const unsigned month = day_at(i + 2), day = day_at(i + 4);
  if (month == 0 || month > 12 || day == 0) return std::nullopt;
  TimeWords words = calendar(i, i + 5, TimeGrain::kDay, "date");
  words.year = year;
  words.month = month;
  words.day = day;
  return words;
}

// 15/08/2021, 8/15/2021; 5/6/2021 could be two days; 9/11
std::optional<TimeWords> DateWords::slashed_date(int i) const {
  if (!is_sign(i + 1, "/") || !touches(i + 1) || !digits(i + 2) || !touches(i + 2))
    return std::nullopt;
  const unsigned one = day_at(i), two = day_at(i + 2);
  if (one == 0 || two == 0) return std::nullopt;
  const bool has_year = is_sign(i + 3, "/") && digits(i + 4);
  TimeWords words = calendar(i, has_year ? i + 5 : i + 3, TimeGrain::kDay, "date");
  words.day = one > 12 ? one : two;
  words.month = one > 12 ? two : one;
  if (!has_year) {
    words.year = 2001;
    return one == 9 && two == 11 ? std::optional(words) : std::nullopt;
  }
  words.year = year_at(i + 4);
  if (words.year == 0) words.year = short_year_at(i + 4, 1900);
  if (words.year == 0) return std::nullopt;
  if (words.year < 1930) words.year += 100;
  if ((one <= 12) == (two <= 12) && one != two) words.base = TimeBase::kNothing;
  return words;
}

// "9:55 p.m. ET", "10 a.m.", "14:30"
std::optional<TimeWords> DateWords::clock(int i) const {
  int last = i + 1;
  const bool minutes = is_sign(last, ":") && touches(last) && digits(last + 1) && touches(last + 1);
  if (minutes) last += 2;
  const bool meridiem = roles(last, role::kMeridiem) && s_.at(i).number < 24;
  if (!minutes && !meridiem) return std::nullopt;
  if (meridiem) last += is_sign(last + 1, ".") && touches(last + 1) && s_.has(last + 2) ? 2 : 1;
  if (roles(last, role::kTimeZone) && (s_.at(last).capital || s_.lower_is(last + 1, "time")))
    ++last;
  if (s_.lower_is(last, "time")) ++last;
  TimeWords words = calendar(i, last, TimeGrain::kHour, "clock time");
  words.base = TimeBase::kNothing;
  return words;
}

// "15 August 2021", "the 15th of August", "5-7 May"
std::optional<TimeWords> DateWords::day_month(int i) const {
  const unsigned day = day_at(i);
  if (day == 0) return std::nullopt;
  int at = day_end(i);
  unsigned until = 0;
  if (s_.binds(at) || s_.lower_is(at, "and") || s_.lower_is(at, "to")) {
    until = day_at(at + 1);
    if (until > day) {
      at = day_end(at + 1);
    } else if (s_.binds(at)) {
      ++at;  // 15-Aug-2021
    }
  }
  if (s_.lower_is(at, "of")) ++at;
  const unsigned month = month_at(at);
  if (month == 0) return std::nullopt;
  const int last = s_.binds(at + 1) ? at + 2 : month_end(at);
  TimeWords words = calendar(i, last, TimeGrain::kDay, "date");
  words.month = month;
  words.day = day;
  if (until > day) words.length = static_cast<int>(until - day) + 1;
  take_year(words);
  if (s_.is_kind(words.last - 1, TokenKind::kHyphen)) --words.last;
  return words;
}

std::optional<TimeWords> DateWords::month(int i) const {
  const int next = month_end(i);
  if (auto words = month_day(i, next)) return words;
  if (s_.at(next).capital && s_.lower_is(next, "day") && value(i) == 5) {
    TimeWords words = calendar(i, next + 1, TimeGrain::kDay, "holiday");
    words.month = 5;
    words.day = 1;
    take_year(words);
    return words;
  }
  TimeWords words = calendar(i, next, TimeGrain::kMonth, "month");
  words.month = month_at(i);
  take_year(words);
  if (words.last == next && !month_stands(i)) return std::nullopt;
  if (words.last == next && is_sign(next - 1, ".") && !s_.has(next)) words.last = i + 1;
  return words;
}

// "Aug. 15", "August 15-17, 2021", "June 12 and 13"
std::optional<TimeWords> DateWords::month_day(int i, int next) const {
  const unsigned day = day_at(next);
  if (day == 0 || (s_.lower_is(i - 1, "in") && counts_something(next))) return std::nullopt;
  TimeWords words = calendar(i, day_end(next), TimeGrain::kDay, "date");
  words.month = month_at(i);
  words.day = day;
  const int to = words.last;
  if (s_.binds(to) || s_.lower_is(to, "and") || s_.lower_is(to, "to") ||
      s_.lower_is(to, "through")) {
    const unsigned until = day_at(to + 1);
    if (until > day && !counts_something(to + 1)) {
      words.length = static_cast<int>(until - day) + 1;
      words.last = day_end(to + 1);
    }
  }
  take_year(words);
  const bool terror = roles(words.last, role::kTerror) || roles(words.last + 1, role::kTerror);
  if (words.year == 0 && words.month == 9 && day == 11 && terror) words.year = 2001;
  return words;
}

// A month without a day or a year is one only where its place says so: "May",
// "March" and "April" are words and names as well.
bool DateWords::month_stands(int i) const {
  const int before = i - 1, next = month_end(i);
  const Token& behind = s_.at(next);
  const bool name = s_.is_word(next) && behind.capital;
  for (const std::string_view word : {"in", "since", "until", "during", "by", "through"}) {
    if (s_.lower_is(before, word)) return true;
  }
  if (name) return false;
  if (roles(before, role::kPhase) || (s_.binds(before) && roles(before - 1, role::kPhase)))
    return true;
  if (roles(i, role::kShortMonth)) return s_.is(before, kPreposition);
  const bool joined = s_.lower_is(before, "to") || s_.lower_is(before, "and") ||
                      s_.lower_is(before, "or") || s_.binds(before) || is_sign(before, ",");
  if (joined && (month_at(before - 1) != 0 || digits(before - 1))) return true;
  const bool march = value(i) == 3;
  if (s_.is(before, kDeterminer) && (march || value(i) == 5))
    return s_.is_word(next) && s_.at(next).word->is(kEventNoun);
  if (s_.is_kind(before, TokenKind::kPossessiveEnd)) return !march;
  return s_.is(before, kPreposition | kDeterminer) && !s_.at(before).capital;
}

std::optional<TimeWords> DateWords::weekday(int i) const {
  int last = i + 1;
  if (roles(i, role::kShortWeekday)) {
    const bool dot = is_sign(last, ".") || is_sign(last, ",");
    const int date = dot ? last + 1 : last;
    if (month_at(date) == 0 && day_at(date) == 0 && !s_.lower_is(i - 1, "on")) return std::nullopt;
    if (is_sign(last, ".")) ++last;
  }
  if (roles(i - 1, role::kDayName) && s_.at(i - 1).capital) return std::nullopt;
  if (roles(last, role::kDayTitle) && s_.at(last).capital) return std::nullopt;
  if (roles(last, role::kDayPart)) ++last;
  if (auto words = date_behind(last)) {
    words->first = i;
    return words;
  }
  TimeWords words = calendar(i, last, TimeGrain::kDay, "weekday before publication");
  words.base = TimeBase::kPublication;
  words.part = value(i);
  return words;
}

// The date that goes on behind a weekday: ", Aug. 15", " (15 August)", " the 15th"
std::optional<TimeWords> DateWords::date_behind(int i) const {
  int at = i;
  if (is_sign(at, ",") || is_sign(at, "(")) ++at;
  if (s_.lower_is(at, "the")) ++at;
  std::optional<TimeWords> words;
  if (month_at(at) != 0) words = month_day(at, month_end(at));
  if (digits(at)) words = day_month(at);
  if (words && is_sign(i, "(") && is_sign(words->last, ")")) ++words->last;
  return words;
}

std::optional<TimeWords> DateWords::directed(int first, int at, int direction) const {
  TimeWords words = calendar(first, at + 1, TimeGrain::kDay, "near time of that name");
  words.offset = direction;
  if (month_at(at) != 0) return directed_month(words, at);
  if (roles(at, role::kWeekday) && s_.at(at).capital) {
    words.base = TimeBase::kPublication;
    words.part = value(at);
    if (roles(words.last, role::kDayPart)) ++words.last;
    return words;
  }
  if (roles(at, role::kSeason) && !s_.at(at).capital) {
    words.grain = TimeGrain::kSeason;
    words.part = value(at);
    if (direction == 0 && value(at) != 4) words.year_offset = 0;
    return words;
  }
  if (!roles(at, role::kHoliday) || !s_.at(at).capital) return std::nullopt;
  auto feast = holiday(at);
  if (feast) feast->first = first, feast->offset = direction;
  return feast;
}

// "last April", "next May 5"
TimeWords DateWords::directed_month(TimeWords words, int at) const {
  words.grain = TimeGrain::kMonth;
  words.month = month_at(at);
  words.last = month_end(at);
  if (const unsigned day = day_at(words.last); day != 0 && !counts_something(words.last)) {
    words.grain = TimeGrain::kDay;
    words.day = day;
    words.last = day_end(words.last);
  }
  if (words.offset == 0) words.year_offset = 0;
  return words;
}

// "Christmas Eve", "Boxing Day", "New Year's Day"; `i` is a holiday, "Day" or "Year"
std::optional<TimeWords> DateWords::holiday(int i) const {
  TimeWords words = calendar(i, i + 1, TimeGrain::kDay, "holiday");
  const int date = feast(i, words.first);
  if (date == 0) return std::nullopt;
  const int at = s_.is_kind(i + 1, TokenKind::kPossessiveEnd) ? i + 2 : i + 1;
  const bool eve = s_.lower_is(at, "eve");
  const bool day = eve || s_.lower_is(at, "day");
  if (day) words.last = at + 1;
  if (!day && words.first == i && !holiday_stands(i)) return std::nullopt;
  const int nth = date % 100 - (eve ? 1 : 0);
  words.month = static_cast<unsigned>(nth == 0 ? 12 : date / 100);
  words.day = static_cast<unsigned>(nth == 0 ? 31 : nth);
  take_year(words);
  return words;
}

// The month and day of the feast that goes on at `i`; 0 when there is none.
int DateWords::feast(int i, int& first) const {
  if (roles(i, role::kHoliday)) return value(i);
  if (s_.lower_is(i, "year") && s_.lower_is(i - 1, "new") && s_.at(i - 1).capital) {
    first = i - 1;
    return 101;
  }
  const int name = s_.is_kind(i - 1, TokenKind::kPossessiveEnd) ? i - 2 : i - 1;
  if (!s_.lower_is(i, "day") || name < floor_) return 0;
  if (!roles(name, role::kFeast) || !s_.at(name).capital) return 0;
  first = name;
  return value(name);
}

// "on Halloween", "last Christmas", not "a Christmas tree"
bool DateWords::holiday_stands(int i) const {
  if (roles(i - 1, role::kLast | role::kThis | role::kNext | role::kPast)) return true;
  const int next = i + 1;
  const bool noun =
      s_.is_word(next) && !s_.is(next, kPreposition | kConjunction | kBe | kHave | kPronoun);
  return !noun && s_.is(i - 1, kPreposition | kConjunction);
}

}  // namespace figured::claims
