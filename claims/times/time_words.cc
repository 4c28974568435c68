// expression = date | month | year | quarter | season | holiday | weekday
//            | near | ago | stretch | anchored | ended | clock
// date     = number ["-" number] ["of"] MONTH [of-year] | MONTH number [("-"|"and") number]
// [of-year]
//          | weekday [","|"("] date | yyyy-mm-dd | dd/mm/yyyy | mm/dd/yyyy | "9/11"
// month    = [DIRECTION] MONTH [of-year]
// year     = yyyy ["-" (yyyy|yy)] | FISCAL ["year"] (yyyy|yy) | yyy0 "s" | number "th" "century"
// quarter  = ORDINAL (quarter|half) [of-year] | ORDINAL number "months" of-year | "Q3" [of-year]
// season   = DIRECTION season | season of-year | ("in"|"during"|"by") ["the"] season
// of-year  = ["of"|"in"|","] (yyyy | DIRECTION "year" | FISCAL ["year"] yyyy)
// weekday  = [DIRECTION] WEEKDAY [DAYPART]
// near     = DAYWORD [DAYPART] | DIRECTION (GRAIN|DAYPART) | "the" "weekend"
// ago      = ("a"|number) GRAIN "ago"
// stretch  = ("last"|"past"|"next") number GRAIN | "the" ("last"|"past") GRAIN
// anchored = ("a"|"the"|number) GRAIN ("earlier"|"before"|"later"|"after")
//          | ("previous"|"same"|"that"|"the" "next") [number] GRAIN
//          | "the" "same" ["time"] ("frame"|"period"|"span"|"stretch") "of"
// ended    = [number] GRAIN ("ended"|"ending"|"to") date
// clock    = number ":" number [MERIDIEM [ZONE]] | number MERIDIEM [ZONE]
#include "claims/times/time_words.h"

#include "claims/times/date_words.h"

namespace figured::claims {
namespace {

namespace role = time_role;

class Grammar {
 public:
  Grammar(const SentenceView& s, int floor) : s_(s), floor_(floor), dates_(s, floor) {}

  std::optional<TimeWords> read(int i) const {
    if (auto words = dates_.read(i)) return words;
    if (s_.is_kind(i, TokenKind::kNumber)) return counted(i);
    if (roles(i, role::kDayWord)) return day_word(i);
    if (roles(i, role::kLast | role::kPast | role::kNext | role::kThis)) {
      if (auto words = directed(i)) return words;
    }
    if (roles(i, role::kPrevious | role::kFollowing | role::kSame | role::kComparable)) {
      if (auto words = anchored_by_word(i)) return words;
    }
    if (roles(i, role::kSeason)) return season(i);
    if (roles(i, role::kGrain)) return bare_grain(i);
    return counted(i);
  }

 private:
  bool roles(int i, std::uint64_t any_of) const { return s_.at(i).word->has_time_role(any_of); }
  int value(int i) const { return s_.at(i).word->time_value; }
  std::optional<TimeGrain> grain(int i) const { return dates_.grain(i); }
  bool plural(int i) const { return s_.at(i).text.ends_with('s'); }
  bool may_look_at(int i) const { return i >= floor_ && s_.has(i); }

  static TimeWords words(int first, int last, TimeBase base, TimeGrain grain, int offset,
                         std::string_view rule) {
    TimeWords out;
    out.first = first;
    out.last = last;
    out.base = base;
    out.grain = grain;
    out.offset = offset;
    out.rule = rule;
    return out;
  }

  std::optional<TimeWords> day_word(int i) const {
    if (s_.is(i - 1, kNegation)) return std::nullopt;  // "as if there were no tomorrow"
    const int last = roles(i + 1, role::kDayPart) ? i + 2 : i + 1;
    return words(i, last, TimeBase::kPublication, TimeGrain::kDay, value(i), "day word");
  }

  // "two days ago", "18 months earlier", "the first" is no count
  std::optional<TimeWords> counted(int i) const {
    const Count count = dates_.count(i);
    if (!count.any) return std::nullopt;
    const int unit = s_.binds(count.last) ? count.last + 1 : count.last;
    const auto of = grain(unit);
    if (!of) return std::nullopt;
    if (auto ended = dates_.ended(i, unit, count.value)) return ended;
    return shifted(i, unit, count.value, *of);
  }

  // What follows "two days", "a year", "the month": ago, earlier, before ...
  std::optional<TimeWords> shifted(int first, int unit, int count, TimeGrain of) const {
    const int at = s_.binds(unit + 1) ? unit + 2 : unit + 1;
    if (roles(at, role::kAgo)) {
      auto out = words(first, at + 1, count == 0 ? TimeBase::kNothing : TimeBase::kPublication, of,
                       -count, "counted back from publication");
      out.counted = true;
      return out;
    }
    if (!roles(at, role::kEarlier | role::kLater) || !stands_alone(at)) return std::nullopt;
    return words(first, at + 1, count == 0 ? TimeBase::kNothing : TimeBase::kAnchor, of,
                 roles(at, role::kEarlier) ? -count : count, "counted from the time named before");
  }

  // "a year before" but not "a year before the war"
  bool stands_alone(int i) const {
    if (!s_.lower_is(i, "before") && !s_.lower_is(i, "after")) return true;
    if (s_.lower_is(i + 1, "last") || s_.lower_is(i + 1, "and")) return true;
    return !s_.is_word(i + 1) && !s_.is_kind(i + 1, TokenKind::kNumber);
  }

  // "a year ago", "the day before", "a year-ago quarter", "the weekend", "years ago"
  std::optional<TimeWords> bare_grain(int i) const {
    const auto of = grain(i);
    if (!of) return std::nullopt;
    const bool article = may_look_at(i - 1) && s_.is(i - 1, kDeterminer);
    const int first = article ? i - 1 : i;
    if (auto ended = dates_.ended(first, i, 1)) return ended;
    const bool bound = s_.binds(i + 1) && roles(i + 2, role::kAgo | role::kEarlier);
    if (article || bound || plural(i)) {
      if (auto out = shifted(first, i, plural(i) ? 0 : 1, *of)) return out;
    }
    if (*of == TimeGrain::kWeekend && s_.lower_is(i - 1, "the") && !s_.at(i).capital)
      return words(first, i + 1, TimeBase::kPublication, *of, 0, "weekend before publication");
    return std::nullopt;
  }

  // "last", "this past", "the next", "this coming"
  std::optional<TimeWords> directed(int i) const {
    int at = i + 1;
    int direction = direction_of(i);
    if (roles(i, role::kThis) && roles(at, role::kPast | role::kNext))
      direction = direction_of(at++);
    const bool the = may_look_at(i - 1) && s_.lower_is(i - 1, "the");
    const int first = the ? i - 1 : i;
    if (direction != 0) {
      if (auto out = stretch(first, at, direction)) return out;
    }
    if (roles(at, role::kDayPart) && direction <= 0 && !the) return day_part(i, at, direction);
    if (auto out = dates_.directed(first, at, direction)) return out;
    return directed_grain(first, at, direction, the, i);
  }

  int direction_of(int i) const {
    return roles(i, role::kLast | role::kPast) ? -1 : roles(i, role::kNext) ? 1 : 0;
  }

  std::optional<TimeWords> stretch(int first, int at, int direction) const {
    const Count count = dates_.count(at);
    if (!count.any) return std::nullopt;
    const auto of = grain(count.last);
    if (!of) return std::nullopt;
    if (auto ended = dates_.ended(first, count.last, count.value)) return ended;
    auto out = words(first, count.last + 1,
                     count.value == 0 ? TimeBase::kNothing : TimeBase::kPublication, *of, direction,
                     direction < 0 ? "stretch up to publication" : "stretch from publication");
    out.length = count.value;
    return out;
  }

  // "last night", "this morning"
  std::optional<TimeWords> day_part(int first, int at, int direction) const {
    return words(first, at + 1, TimeBase::kPublication, TimeGrain::kDay, direction,
                 "part of a day near publication");
  }

  // "last week", "this year", "the past year", "the next day"
  std::optional<TimeWords> directed_grain(int first, int at, int direction, bool the,
                                          int word) const {
    if (roles(at, role::kFiscal)) ++at;
    const auto of = grain(at);
    if (!of || plural(at) || *of == TimeGrain::kHour || s_.lower_is(at + 1, "of"))
      return std::nullopt;
    if (s_.binds(at + 1)) return std::nullopt;
    const bool within = the && (s_.is(word - 2, kPreposition) || *of >= TimeGrain::kDecade);
    if (the && roles(word, role::kNext) && !within)
      return words(first, at + 1, TimeBase::kAnchor, *of, 1, "after the time named before");
    if (the && direction < 0 && *of == TimeGrain::kDay) return std::nullopt;
    auto out = words(first, at + 1, TimeBase::kPublication, *of, direction,
                     direction < 0   ? "period before publication"
                     : direction > 0 ? "period after publication"
                                     : "period of publication");
    // "the last quarter" is a quarter, "the past year" the twelve months so far.
    const bool so_far = roles(word, role::kPast) || (the && roles(word, role::kLast));
    if (direction < 0 && so_far && *of != TimeGrain::kQuarter && *of != TimeGrain::kWeekend)
      out.length = 1;
    if (direction > 0 && within) out.length = 1;
    if (*of == TimeGrain::kDay && direction == 0) return std::nullopt;
    return out;
  }

  // "the previous year", "the same day", "that week", "the prior-year quarter"
  std::optional<TimeWords> anchored_by_word(int i) const {
    const bool the = may_look_at(i - 1) && s_.is(i - 1, kDeterminer);
    const int first = the ? i - 1 : i;
    int at = i + 1;
    if (roles(i, role::kComparable) || roles(at, role::kComparable)) return comparable(first, i);
    if (auto frame = same_frame(first, i)) return frame;
    const Count count = dates_.count(at);
    if (count.any && count.value > 0) at = count.last;
    if (roles(at, role::kFiscal)) ++at;
    const auto of = grain(at);
    if (!of || *of == TimeGrain::kHour || (plural(at) && !count.any)) return std::nullopt;
    if (roles(i, role::kSame) && (s_.binds(at + 1) || count.any)) return std::nullopt;
    if (roles(i, role::kSame) && s_.lower_is(i, "same") && !the) return std::nullopt;
    const int step = roles(i, role::kPrevious) ? -1 : roles(i, role::kFollowing) ? 1 : 0;
    auto out = words(first, at + 1, TimeBase::kAnchor, *of, step, "beside the time named before");
    if (count.any) out.length = count.value;
    return out;
  }

  // "in the same span of her sister's career": no word says when that was.
  std::optional<TimeWords> same_frame(int first, int i) const {
    if (!s_.lower_is(i, "same")) return std::nullopt;
    int at = i + 1;
    if (s_.lower_is(at, "time") && s_.is_word(at + 1)) ++at;
    if (s_.binds(at)) ++at;
    for (const std::string_view frame : {"frame", "timeframe", "period", "span", "stretch"}) {
      if (s_.lower_is(at, frame) && s_.lower_is(at + 1, "of"))
        return words(first, at + 1, TimeBase::kNothing, TimeGrain::kYear, 0,
                     "stretch named before");
    }
    return std::nullopt;
  }

  // "the comparable quarter", "the prior corresponding period": a year before,
  // unless the year is named.
  std::optional<TimeWords> comparable(int first, int i) const {
    const int at = roles(i, role::kComparable) ? i + 1 : i + 2;
    if (!grain(at) && !s_.lower_is(at, "period")) return std::nullopt;
    return words(first, at + 1, TimeBase::kAnchor, TimeGrain::kYear, -1,
                 "comparable period a year before");
  }

  // "in the summer"; with a year or a direction the date words have read it
  std::optional<TimeWords> season(int i) const {
    const int before = s_.lower_is(i - 1, "the") ? i - 2 : i - 1;
    const bool said = s_.lower_is(before, "in") || s_.lower_is(before, "during") ||
                      s_.lower_is(before, "by") || s_.lower_is(before, "over");
    if (!said || s_.at(i).capital || before < floor_) return std::nullopt;
    if (s_.is_word(i + 1) && !s_.is(i + 1, kPreposition | kConjunction | kClauseBreak))
      return std::nullopt;
    if (s_.lower_is(i + 1, "of")) return std::nullopt;
    auto out = words(before + 1, i + 1, TimeBase::kCalendar, TimeGrain::kSeason, 0,
                     "season before publication");
    out.part = value(i);
    return out;
  }

  const SentenceView& s_;
  int floor_;
  DateWords dates_;
};

}  // namespace

bool may_tell_time(const Token& token) {
  constexpr std::uint64_t kTellsTime =
      role::kMonth | role::kShortMonth | role::kWeekday | role::kShortWeekday | role::kDayWord |
      role::kGrain | role::kSeason | role::kOrdinal | role::kLast | role::kPast | role::kThis |
      role::kNext | role::kPrevious | role::kFollowing | role::kSame | role::kComparable |
      role::kFiscal | role::kHoliday;
  return token.kind == TokenKind::kNumber || token.kind == TokenKind::kMixed ||
         token.word->number_role != NumberRole::kNone || token.word->has_time_role(kTellsTime);
}

std::optional<TimeWords> read_time_words(const SentenceView& sentence, int at, int floor) {
  return Grammar(sentence, floor).read(at);
}

}  // namespace figured::claims
