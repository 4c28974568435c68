// The years and their parts of the grammar at the head of time_words.cc.
#include <algorithm>
#include <cmath>

#include "claims/times/date_words.h"

namespace figured::claims {
namespace {

namespace role = time_role;

// Prepositions behind which four digits are a year whatever follows.
bool takes_year(const SentenceView& s, int i) {
  static constexpr WordList kWords = {"in",    "since", "until", "during", "circa",
                                      "mid",   "late",  "early", "pre",    "post",
                                      "until", "till",  "year",  "years"};
  return s.is_one_of(i, kWords);
}

bool is_dated(const TimeWords& words) {
  return words.year != 0 || words.year_offset != kNoYearOffset;
}

}  // namespace

// Takes the year that goes on with a date, a month, a quarter or a season.
void DateWords::take_year(TimeWords& words) const {
  int at = words.last;
  const bool comma = is_sign(at, ",");
  const bool of = s_.lower_is(at, "of") || s_.lower_is(at, "in");
  if (comma || of) ++at;
  if (const int year = year_at(at); year != 0 && !(comma && counts_something(at))) {
    words.year = year;
    words.last = at + 1;
    return;
  }
  if (comma) return;
  if (const auto year = fiscal(at); year && roles(at, role::kFiscal)) {
    words.year = year->year;
    words.last = year->last;
    return;
  }
  const bool the = s_.lower_is(at, "the");
  const int word = the ? at + 1 : at;
  const auto is_year = [this](int i) { return s_.lower_is(i, "year"); };
  if (roles(word, role::kLast | role::kThis | role::kNext) && is_year(word + 1)) {
    words.year_offset = roles(word, role::kLast) ? -1 : roles(word, role::kNext) ? 1 : 0;
    words.last = word + 2;
  } else if (the && of && is_year(word) &&
             !roles(word + 1, role::kEarlier | role::kLater | role::kEnded)) {
    words.year_offset = 0;
    words.last = word + 1;
  } else if ((s_.lower_is(at, "a") || s_.lower_is(at, "one")) && is_year(at + 1) &&
             roles(at + 2, role::kAgo | role::kEarlier)) {
    words.year_offset = -1;
    words.last = at + 3;
  }
}

// "in 2004", "the 2011 tornado", "1988-91"
std::optional<TimeWords> DateWords::year(int i) const {
  const int year = year_at(i);
  if (year == 0 || !year_stands(i)) return std::nullopt;
  TimeWords words = calendar(i, i + 1, TimeGrain::kYear, "year");
  words.year = year;
  words.named = names_work(i);
  if (s_.binds(i + 1) || (is_sign(i + 1, "/") && touches(i + 1))) {
    int until = year_at(i + 2);
    if (until == 0) until = short_year_at(i + 2, year);
    if (until > year) {
      words.length = until - year + 1;
      words.last = i + 3;
      words.rule = "years";
    }
  }
  return words;
}

bool DateWords::year_stands(int i) const {
  const int before = i - 1;
  if (s_.is_kind(before, TokenKind::kCurrency)) return false;
  if (s_.at(i + 1).word->unit != kNoIndex && !s_.lower_is(i + 1, "year")) return false;
  // "had 1986 sales of"
  if (roles(i + 1, role::kReported) && s_.is_word(before)) return true;
  if (takes_year(s_, before) || (s_.binds(before) && takes_year(s_, before - 1))) return true;
  if (is_sign(i + 1, "%")) return false;
  if (s_.at(i + 1).word->number_role != NumberRole::kNone && !roles(i + 1, role::kOrdinal))
    return false;
  if (roles(before, role::kPhase | role::kFiscal | role::kThan)) return !counts_something(i);
  if (s_.is_kind(before, TokenKind::kPossessiveEnd) || is_sign(before, "(")) return true;
  // "a 2019 law": behind "a" a number that counts has a plural.
  if ((s_.lower_is(before, "a") || s_.lower_is(before, "an")) && s_.is_word(i + 1) &&
      s_.at(i + 1).word->can_be(kNounSingular))
    return true;
  if (s_.is(before, kPreposition | kDeterminer | kConjunction) || i == s_.first())
    return !counts_something(i);
  if (is_sign(before, ",")) return !s_.is_word(i + 1) && !s_.binds(i + 1);
  if (s_.is_word(before) && s_.at(before).capital && !s_.binds(before)) return !counts_something(i);
  return s_.at(i + 1).word->is(kEventNoun) ||
         (s_.is_word(before) && s_.at(before).word->is(kEventNoun));
}

// The year at `i` belongs to a name: "the 2005 Act", "Rio 2016", "class of 2012".
bool DateWords::names_work(int i) const {
  if (s_.lower_is(i - 1, "of") && s_.lower_is(i - 2, "class")) return true;
  const Token& before = s_.at(i - 1);
  if (s_.is_word(i - 1) && before.capital && i - 1 > s_.first() && before.word->time_roles == 0 &&
      !before.word->is(kPreposition | kDeterminer | kConjunction))
    return true;
  if (!s_.is(i - 1, kDeterminer) && !s_.is_kind(i - 1, TokenKind::kPossessiveEnd)) return false;
  for (int next = i + 1; next < i + 6; ++next) {
    if (s_.binds(next)) continue;
    if (!s_.is_word(next) || s_.is(next, kPreposition | kBe | kHave | kSay | kClauseBreak)) break;
    if (roles(next, role::kWork)) return true;
  }
  return false;
}

// "the 1990s", "the '90s", "the 1800s"
std::optional<TimeWords> DateWords::decade(int i) const {
  const Token& token = s_.at(i);
  const bool s =
      touches(i + 1) && (s_.lower_is(i + 1, "s") || s_.is_kind(i + 1, TokenKind::kPossessiveEnd));
  if (!s || !token.plain_digits || token.text.size() > 4 || std::fmod(token.number, 10) != 0)
    return std::nullopt;
  int year = static_cast<int>(token.number);
  if (token.text.size() == 2 && s_.is_kind(i - 1, TokenKind::kQuote) && touches(i)) {
    year += year < 30 ? 2000 : 1900;
  } else if (token.text.size() != 4 || year < kFirstYear || year > kLastYear) {
    return std::nullopt;
  }
  const bool hundred = year % 100 == 0 && year < 2000;
  TimeWords words = calendar(i, i + 2, hundred ? TimeGrain::kCentury : TimeGrain::kDecade,
                             hundred ? "century" : "decade");
  words.year = year;
  return words;
}

// "the 19th century"
std::optional<TimeWords> DateWords::century(int i) const {
  int at = day_end(i);
  if (at == i + 1 || s_.at(i).number < 10 || s_.at(i).number > 21) return std::nullopt;
  if (s_.binds(at)) ++at;
  if (grain(at) != TimeGrain::kCentury) return std::nullopt;
  TimeWords words = calendar(i, at + 1, TimeGrain::kCentury, "century");
  words.year = (static_cast<int>(s_.at(i).number) - 1) * 100;
  return words;
}

// "first quarter of 1987", "third-quarter", "first nine months of 2014", "Fourth of July"
std::optional<TimeWords> DateWords::ordinal(int i) const {
  const bool in_digits = digits(i);
  // No day and no part of a year is numbered higher.
  const int nth = in_digits ? static_cast<int>(std::min(s_.at(i).number, 99.0)) : value(i);
  int at = in_digits ? day_end(i) : i + 1;
  if (s_.lower_is(at, "of") && month_at(at + 1) != 0) return nth_of_month(i, at + 1, nth);
  if (nth < 1 || nth > 4) return std::nullopt;
  const bool bound = s_.binds(at);
  if (bound) ++at;
  if (nth == 1) {
    if (auto words = first_months(i, at)) return words;
    if (auto words = first_of_owner(i, at)) return words;
  }
  return nth_part(i, at, nth, bound);
}

std::optional<TimeWords> DateWords::nth_of_month(int first, int month, int nth) const {
  TimeWords words = calendar(first, month_end(month), TimeGrain::kDay, "date");
  words.month = month_at(month);
  words.day = static_cast<unsigned>(nth);
  take_year(words);
  return words;
}

// "first nine months of 2014", "first three quarters of 1987"; only with a year
std::optional<TimeWords> DateWords::first_months(int first, int at) const {
  const Count months = count(at);
  const auto of = grain(months.last);
  if (!months.any || months.value <= 0) return std::nullopt;
  if (of != TimeGrain::kMonth && of != TimeGrain::kQuarter) return std::nullopt;
  TimeWords words = calendar(first, months.last + 1, *of, "first months of a year");
  words.part = words.month = 1;
  words.length = months.value;
  take_year(words);
  return is_dated(words) ? std::optional(words) : std::nullopt;
}

// "in its first three years": when that was, no word says.
std::optional<TimeWords> DateWords::first_of_owner(int first, int at) const {
  const bool owned =
      s_.is(first - 1, kPossessive) || s_.is_kind(first - 1, TokenKind::kPossessiveEnd);
  if (!owned) return std::nullopt;
  const Count length = count(at);
  const int unit = length.any ? length.last : at;
  const auto of = grain(unit);
  if (!of || *of < TimeGrain::kDay) return std::nullopt;
  TimeWords words = calendar(first, unit + 1, *of, "first stretch of something");
  words.base = TimeBase::kNothing;
  return words;
}

// A quarter, or the half of a year; "in the first half" may be that of a game.
std::optional<TimeWords> DateWords::nth_part(int first, int at, int nth, bool bound) const {
  const bool half = s_.lower_is(at, "half");
  if (half ? nth > 2 : grain(at) != TimeGrain::kQuarter) return std::nullopt;
  TimeWords words = calendar(first, at + 1, half ? TimeGrain::kHalf : TimeGrain::kQuarter,
                             half ? "half-year" : "quarter");
  words.part = nth;
  if (roles(first - 1, role::kFiscal)) words.base = TimeBase::kNothing;
  take_year(words);
  if (half && !bound && !is_dated(words)) return std::nullopt;
  return words;
}

// "fiscal 2016", "fiscal year 1987", "calendar 1986"
std::optional<TimeWords> DateWords::fiscal(int i) const {
  const bool year = s_.lower_is(i + 1, "year") || s_.lower_is(i + 1, "years");
  const int at = year ? i + 2 : i + 1;
  int number = year_at(at);
  if (number == 0 && s_.is_kind(at, TokenKind::kQuote) && touches(at + 1)) {
    number = short_year_at(at + 1, 1900);
    if (number != 0 && number < 1950) number += 100;
  }
  if (number == 0) return std::nullopt;
  TimeWords words =
      calendar(i, year_at(at) != 0 ? at + 1 : at + 2, TimeGrain::kYear, "fiscal year");
  words.year = number;
  return words;
}

// "FY2015", "FY15", "Q3 2015", "H1"
std::optional<TimeWords> DateWords::code(int i) const {
  const std::string_view text = s_.at(i).text;
  if (text.starts_with("FY")) return fiscal_code(i);
  const bool quarter = text.starts_with('Q');
  const int most = quarter ? '4' : '2';
  if (text.size() != 2 || (!quarter && text[0] != 'H') || text[1] < '1' || text[1] > most)
    return std::nullopt;
  TimeWords words = calendar(i, i + 1, quarter ? TimeGrain::kQuarter : TimeGrain::kHalf,
                             quarter ? "quarter" : "half-year");
  words.part = text[1] - '0';
  take_year(words);
  return words.last > i + 1 || s_.is(i - 1, kPreposition) ? std::optional(words) : std::nullopt;
}

std::optional<TimeWords> DateWords::fiscal_code(int i) const {
  const std::string_view text = s_.at(i).text;
  if (text.size() != 4 && text.size() != 6) return std::nullopt;
  int year = 0;
  for (const char c : text.substr(2)) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  TimeWords words = calendar(i, i + 1, TimeGrain::kYear, "fiscal year");
  words.year = text.size() == 6 ? year : year < 50 ? 2000 + year : 1900 + year;
  return words;
}

// "spring 1988", "the fall of 2014", "summer last year"
std::optional<TimeWords> DateWords::season(int i) const {
  TimeWords words = calendar(i, i + 1, TimeGrain::kSeason, "season");
  words.part = value(i);
  take_year(words);
  return words.last > i + 1 ? std::optional(words) : std::nullopt;
}

// "the year ended 30 September 1986", "the three months to end-March"
std::optional<TimeWords> DateWords::ended(int first, int unit, int count) const {
  const auto of = grain(unit);
  if (!of || *of < TimeGrain::kWeek || count <= 0) return std::nullopt;
  int at = unit + 1;
  if (!roles(at, role::kEnded) && !s_.lower_is(at, "to")) return std::nullopt;
  ++at;
  if (s_.lower_is(at, "on")) ++at;
  if (s_.lower_is(at, "end")) at += s_.binds(at + 1) ? 2 : 1;
  const bool last = roles(at, role::kLast);
  if (last || roles(at, role::kNext)) ++at;
  auto date = end_date(at);
  if (!date) return std::nullopt;
  date->first = first;
  if (last) date->offset = -1;
  // The grain is that of the stretch; a day of 0 means the end of the month.
  date->grain = *of;
  date->length = count;
  date->ends = true;
  date->rule = "period that ended on a date";
  return date;
}

// "30 September 1986", "March 31", "June"
std::optional<TimeWords> DateWords::end_date(int at) const {
  if (digits(at)) return day_month(at);
  if (month_at(at) == 0) return std::nullopt;
  if (auto date = month_day(at, month_end(at))) return date;
  TimeWords month = calendar(at, month_end(at), TimeGrain::kMonth, "month");
  month.month = month_at(at);
  take_year(month);
  return month;
}

}  // namespace figured::claims
