// date     = iso | words | unix
// iso      = year sep month [sep day [("T" | space) time [zone]]], sep "-", "/", "." or none
//          | year "-" day-of-year
// words    = any order of: [day-name] day month-name year time zone ["AM" | "PM"];
//            "." and "," part words, a comment stands in parentheses
// time     = hour ":" minute [":" second ["." fraction]]
// zone     = ("+" | "-") hh [":"] mm | name [("+" | "-") hh [":" mm]]
// unix     = 9 to 10 digits (seconds) or 12 to 13 (milliseconds)
#include "feeds/feed_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <string>
#include <vector>

#include "feeds/date_names.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using namespace std::chrono;

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

struct Parts {
  int year = -1;
  unsigned month = 0;
  unsigned day = 0;
  Clock clock;
  std::optional<minutes> zone;  // empty: none was given
};

std::optional<FeedDate> combine(const Parts& parts) {
  const year_month_day date{year{parts.year}, month{parts.month}, day{parts.day}};
  const Clock& clock = parts.clock;
  if (!date.ok() || parts.year < 1000 || parts.year > 9999) return std::nullopt;
  if (clock.hour > 24 || clock.minute > 59 || clock.second > 60) return std::nullopt;
  const minutes zone = parts.zone.value_or(minutes(0));
  if (abs(zone) > hours(15)) return std::nullopt;
  const auto local =
      sys_days(date) + hours(clock.hour) + minutes(clock.minute) + seconds(clock.second);
  return FeedDate{local - zone, parts.zone ? DateZone::kGiven : DateZone::kAssumed};
}

// Takes up to `most` digits off the front; -1 where there is none.
int take_number(std::string_view& text, std::size_t most = 9) {
  std::size_t length = 0;
  while (length < text.size() && length < most && is_digit(text[length])) ++length;
  if (length == 0) return -1;
  int number = 0;
  std::from_chars(text.data(), text.data() + length, number);
  text.remove_prefix(length);
  return number;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text[0]) == any_of.npos) return false;
  text.remove_prefix(1);
  return true;
}

// hh:mm[:ss[.f]], also hh.mm.ss; the separator must stand, for "2004" is a year.
std::optional<Clock> take_clock(std::string_view& text) {
  std::string_view rest = text;
  Clock clock;
  clock.hour = take_number(rest, 2);
  if (clock.hour < 0 || !take(rest, ":")) return std::nullopt;
  clock.minute = take_number(rest, 2);
  if (clock.minute < 0) return std::nullopt;
  if (take(rest, ":")) clock.second = std::max(0, take_number(rest, 2));
  if (take(rest, ".,")) take_number(rest, 12);
  text = rest;
  return clock;
}

// +hh:mm, +hhmm, +hh, after the sign.
std::optional<minutes> take_offset(std::string_view& text, bool negative) {
  const int hour = take_number(text, 2);
  if (hour < 0) return std::nullopt;
  take(text, ":");
  const int minute = std::max(0, take_number(text, 2));
  if (minute > 59) return std::nullopt;
  const minutes offset = hours(hour) + minutes(minute);
  return negative ? -offset : offset;
}

// A whole zone, which is not empty.  "GMT+2" is east of Greenwich in feeds, whatever POSIX says.
std::optional<minutes> read_zone(std::string_view text) {
  minutes base{0};
  std::size_t letters = 0;
  while (letters < text.size() && is_letter(text[letters])) ++letters;
  if (letters > 0) {
    const auto named = zone_by_name(text.substr(0, letters));
    // RFC 2822: the single letters were misused so much that they mean nothing.
    if (!named && letters > 1) return std::nullopt;
    base = named.value_or(minutes(0));
    text = trim(text.substr(letters));
    if (text.empty()) return base;
  }
  const bool negative = text[0] == '-';
  if (!take(text, "+-")) return std::nullopt;
  const auto offset = take_offset(text, negative);
  if (!offset) return std::nullopt;
  return base + *offset;
}

// With the zone that stands in `text`, if one does.
std::optional<FeedDate> combine_in_zone(Parts parts, std::string_view text) {
  text = trim(text);
  if (!text.empty() && !(parts.zone = read_zone(text))) return std::nullopt;
  return combine(parts);
}

// The "T" before a time; some set it off by blanks.
bool take_time_mark(std::string_view& text) {
  if (take(text, "Tt_")) return true;
  std::string_view rest = trim(text);
  if (!take(rest, "Tt")) return false;
  rest = trim(rest);
  if (rest.empty() || !is_digit(rest[0])) return false;
  text = rest;
  return true;
}

std::optional<FeedDate> read_iso(std::string_view text) {
  Parts parts;
  parts.month = parts.day = 1;
  const bool packed = text.size() >= 8 &&
                      text.substr(0, 8).find_first_not_of("0123456789") == std::string_view::npos;
  parts.year = take_number(text, 4);
  if (!packed && !text.empty() && text[0] == '-' && text.size() >= 4 && is_digit(text[3]) &&
      (text.size() == 4 || !is_digit(text[4])) && is_digit(text[2]) && is_digit(text[1])) {
    text.remove_prefix(1);
    const int of_year = take_number(text, 3);
    if (of_year < 1 || of_year > 366) return std::nullopt;
    const year_month_day date = sys_days(year{parts.year} / January / 1) + days(of_year - 1);
    parts.month = static_cast<unsigned>(date.month());
    parts.day = static_cast<unsigned>(date.day());
  } else if (packed || take(text, "-/.")) {
    const int month = take_number(text, 2);
    if (month < 1) return std::nullopt;
    parts.month = static_cast<unsigned>(month);
    if (packed || take(text, "-/.")) {
      const int day = take_number(text, 2);
      if (day < 1) return std::nullopt;
      parts.day = static_cast<unsigned>(day);
    }
  }
  const bool marked = take_time_mark(text) || packed;
  text = trim(text);
  if (text.empty()) return combine(parts);
  if (const auto clock = take_clock(text)) {
    parts.clock = *clock;
  } else if (marked && is_digit(text[0])) {  // T1030, T10
    parts.clock.hour = take_number(text, 2);
    parts.clock.minute = std::max(0, take_number(text, 2));
    parts.clock.second = std::max(0, take_number(text, 2));
  }
  text = trim(text);
  for (const char half : {'a', 'p'})
    if (text.size() >= 2 && lower(text[0]) == half && lower(text[1]) == 'm') {
      parts.clock.hour = parts.clock.hour % 12 + (half == 'p' ? 12 : 0);
      text = trim(text.substr(2));
    }
  return combine_in_zone(parts, text);
}

std::optional<FeedDate> read_unix(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.size() >= 12) number /= 1000;
  return FeedDate{sys_seconds(seconds(number)), DateZone::kGiven};
}

// RFC 822 comments nest and may escape their parentheses.
std::string without_comments(std::string_view text) {
  if (std::ranges::none_of(text, [](char c) { return c == '(' || c == ')' || c == '\\'; }))
    return std::string(text);
  std::string bare;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '(') {
      ++depth;
      bare += ' ';
    } else if (text[i] == ')') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0) {
      bare += text[i];
    }
  }
  return bare;
}

int full_year(int year) { return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year; }

// What the words of a date have said so far.
class WordDate {
 public:
  // False where the word makes no sense.
  bool take_word(std::string_view word) {
    std::string_view rest = word;
    if (!clock_seen_)
      if (const auto clock = take_clock(rest)) {
        parts_.clock = *clock;
        clock_seen_ = true;
        return rest.empty() || take_tail(rest);
      }
    if (is_digit(word[0])) return take_digits(word);
    return take_tail(word);
  }

  std::optional<FeedDate> finish() {
    if (parts_.month == 0) parts_.month = doubtful_month_;
    if (parts_.year < 0 || parts_.month == 0 || parts_.day == 0) return std::nullopt;
    if (half_) parts_.clock.hour = parts_.clock.hour % 12 + (*half_ == 'p' ? 12 : 0);
    return combine_in_zone(parts_, zone_);
  }

 private:
  bool take_digits(std::string_view word) {
    const std::size_t size = word.size();
    std::string_view rest = word;
    const int number = take_number(rest);
    const std::size_t digits = size - rest.size();
    if (!rest.empty() && rest[0] == '-') return take_dashed(number, rest.substr(1));
    if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "de") rest = {};
    if (!rest.empty()) return false;
    if (parts_.day == 0 && digits <= 2 && number >= 1 && number <= 31) {
      parts_.day = static_cast<unsigned>(number);
    } else if (parts_.year < 0 && (digits == 4 || digits == 2)) {
      parts_.year = digits == 4 ? number : full_year(number);
    } else {
      return false;
    }
    return true;
  }

  // 05-Nov-1994, 5-Nov-94
  bool take_dashed(int day, std::string_view rest) {
    const auto dash = rest.find('-');
    if (dash == rest.npos || day < 1 || day > 31) return false;
    const auto month = month_by_name(rest.substr(0, dash));
    rest.remove_prefix(dash + 1);
    const std::size_t digits = rest.size();
    const int year = take_number(rest, 4);
    if (!month || year < 0 || !rest.empty() || (digits != 2 && digits != 4)) return false;
    parts_.day = static_cast<unsigned>(day);
    parts_.month = *month;
    parts_.year = full_year(year);
    return true;
  }

  // A word that is no number: a month, half of the day, a zone, or the day's name.
  bool take_tail(std::string_view word) {
    if (equal_ignoring_case(word, "am") || equal_ignoring_case(word, "pm")) {
      half_ = lower(word[0]);
    } else if (const auto month = month_by_name(word); parts_.month == 0 && month) {
      const bool doubtful = parts_.day == 0 && maybe_day_name(word);
      (doubtful ? doubtful_month_ : parts_.month) = *month;
    } else if (clock_seen_ && (zone_.empty() || word[0] == '+' || word[0] == '-')) {
      zone_ += word;
    } else if (clock_seen_ && parts_.month != 0) {
      return true;  // "GMT Standard Time"
    }
    return true;  // the day's name, in whatever language
  }

  // French and Italian Tuesdays begin like March: "mar. 3 févr.", "mardi".
  static bool maybe_day_name(std::string_view word) {
    return equal_ignoring_case(word, "mar") || starts_ignoring_case(word, "mard") ||
           starts_ignoring_case(word, "mart");
  }

  Parts parts_;
  bool clock_seen_ = false;
  unsigned doubtful_month_ = 0;
  std::optional<char> half_;
  std::string zone_;
};

bool take_blank(std::string_view& text) { return take(text, " "); }

// Four digits behind a sign, or a name.
bool is_simple_zone(std::string_view zone) {
  const bool offset = !zone.empty() && (zone[0] == '+' || zone[0] == '-');
  if (offset) return zone.size() == 5 && std::ranges::all_of(zone.substr(1), is_digit);
  return std::ranges::all_of(zone, is_letter);
}

// "Sun, 22 Nov 2026 09:15:00 +0100", as nearly all write it; empty for all that is
// written otherwise in any way.
std::optional<FeedDate> read_rfc822(std::string_view text) {
  const bool day_name = text.size() > 5 && text[3] == ',' && text[4] == ' ' &&
                        std::ranges::all_of(text.substr(0, 3), is_letter);
  if (day_name) text.remove_prefix(5);
  Parts parts;
  const int day = take_number(text, 2);
  if (day < 1 || !take_blank(text) || text.size() < 4 || text[3] != ' ') return std::nullopt;
  const auto month = month_by_name(text.substr(0, 3));
  text.remove_prefix(4);
  if (!month || text.size() < 5 || text[4] != ' ') return std::nullopt;
  parts.day = static_cast<unsigned>(day);
  parts.month = *month;
  parts.year = take_number(text, 4);
  if (!take_blank(text)) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock || !take_blank(text) || !is_simple_zone(text)) return std::nullopt;
  parts.clock = *clock;
  return combine_in_zone(parts, text);
}

std::optional<FeedDate> read_words(std::string_view text) {
  if (const auto date = read_rfc822(text)) return date;
  WordDate date;
  const std::string bare = without_comments(text);
  const auto parts = [](char c) { return is_space(c) || c == ','; };
  for (std::string_view rest = bare; !rest.empty();) {
    std::string_view word(rest.begin(), std::ranges::find_if(rest, parts));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    word = trim(word, ".");
    if (!word.empty() && !date.take_word(word)) return std::nullopt;
  }
  return date.finish();
}

// 31/12/2003 and 12/31/2003, where only one reading makes a date.
std::optional<FeedDate> read_slashes(std::string_view text) {
  const int first = take_number(text, 2);
  take(text, "/.-");
  const int second = take_number(text, 2);
  if (!take(text, "/.-") || text.size() < 4) return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  if (year.find_first_not_of("0123456789") != year.npos) return std::nullopt;
  const bool day_first = first > 12;
  if (day_first == (second > 12) && first != second) return std::nullopt;
  std::array<char, 16> iso{};
  std::snprintf(iso.data(), iso.size(), "%.4s-%02d-%02d", year.data(), day_first ? second : first,
                day_first ? first : second);
  return read_iso(std::string(iso.data()) + std::string(text.substr(4)));
}

}  // namespace

std::optional<FeedDate> read_feed_date(std::string_view text) {
  text = trim(text);
  if (text.size() < 4 || text.size() > 200) return std::nullopt;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == text.size() && digits >= 9 && digits != 11 && digits <= 13) return read_unix(text);
  if (digits == 4 &&
      (text.size() == 4 || std::string_view("-/.").find(text[4]) != std::string_view::npos))
    return read_iso(text);
  if (digits == 8 || digits == 14) return read_iso(text);
  if (digits > 0 && digits <= 2 && digits < text.size() &&
      (text[digits] == '/' || (text[digits] != ' ' && digits + 1 < text.size() &&
                               is_digit(text[digits + 1]) && text[digits] != ':')))
    return read_slashes(text);
  return read_words(text);
}

std::optional<sys_seconds> parse_feed_date(std::string_view text) {
  const auto date = read_feed_date(text);
  if (!date) return std::nullopt;
  return date->time;
}

std::string format_feed_date(sys_seconds time) {
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", int{date.year()},
                unsigned{date.month()}, unsigned{date.day()}, int(clock.hours().count()),
                int(clock.minutes().count()), int(clock.seconds().count()));
  return text.data();
}

}  // namespace figured::feeds
