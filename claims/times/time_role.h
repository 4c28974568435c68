// Time roles: what a word does in the name of a time (times.tsv).
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace figured::claims {

// The bit of a role is its place in kTimeRoleNames; a word can have several.
namespace time_role {
enum Bit : std::uint64_t {
  kMonth = 1ull << 0,
  kShortMonth = 1ull << 1,
  kWeekday = 1ull << 2,
  kShortWeekday = 1ull << 3,
  kDayWord = 1ull << 4,
  kDayPart = 1ull << 5,
  kGrain = 1ull << 6,
  kSeason = 1ull << 7,
  kOrdinal = 1ull << 8,
  kLast = 1ull << 9,
  kPast = 1ull << 10,
  kThis = 1ull << 11,
  kNext = 1ull << 12,
  kPrevious = 1ull << 13,
  kFollowing = 1ull << 14,
  kSame = 1ull << 15,
  kComparable = 1ull << 16,
  kAgo = 1ull << 17,
  kEarlier = 1ull << 18,
  kLater = 1ull << 19,
  kPhase = 1ull << 20,
  kFiscal = 1ull << 21,
  kEnded = 1ull << 22,
  kHoliday = 1ull << 23,
  kFeast = 1ull << 24,
  kDayName = 1ull << 25,
  kDayTitle = 1ull << 26,
  kWork = 1ull << 27,
  kTelling = 1ull << 28,
  kThan = 1ull << 29,
  kCompare = 1ull << 30,
  kLevel = 1ull << 31,
  kTerm = 1ull << 32,
  kMost = 1ull << 33,
  kComing = 1ull << 34,
  kTerror = 1ull << 35,
  kMeridiem = 1ull << 36,
  kTimeZone = 1ull << 37,
  kReported = 1ull << 38,
};
}  // namespace time_role

inline constexpr std::array<std::string_view, 39> kTimeRoleNames = {
    "month",     "short_month", "weekday",    "short_weekday", "day_word", "day_part",  "grain",
    "season",    "ordinal",     "last",       "past",          "this",     "next",      "previous",
    "following", "same",        "comparable", "ago",           "earlier",  "later",     "phase",
    "fiscal",    "ended",       "holiday",    "feast",         "day_name", "day_title", "work",
    "telling",   "than",        "compare",    "level",         "term",     "most",      "coming",
    "terror",    "meridiem",    "time_zone",  "reported"};

}  // namespace figured::claims
