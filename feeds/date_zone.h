// DateZone: by what the moment of a date is known, which is written as a clock showed it.
#pragma once
#include <cstdint>
#include <string_view>

namespace figured::feeds {

// Stands in the store by its number.
enum class DateZone : std::uint8_t {
  kUnknown,  // there is no date, or nobody kept it
  kGiven,    // the date names its zone
  kFeed,     // it names none, and was read in that of the feed (FeedSource::zone)
  kAssumed,  // nor does the feed; it was read in UTC, and is off by as much as its zone is
};

// "given", "feed", "assumed"; "" = not known.
std::string_view format_date_zone(DateZone zone);

}  // namespace figured::feeds
