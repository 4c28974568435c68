// Words: how figurectl writes times, numbers and ranges for people.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "claims/dispute.h"

namespace figured::cli {

// "2026-11-22T00:35:29Z"; "-" where there is none.
std::string time_words(std::optional<std::chrono::sys_seconds> time);

// "12,400", "2.5"
std::string number_words(double number);

// "40", "1,000 to 2,000 km", "at least 40", "at most 7 percent"
std::string range_words(double low, double high, std::string_view unit);

// "0.80"
std::string share_words(double share);

// "1 feed", "12 feeds"
std::string count_words(std::int64_t count, std::string_view noun);

// The length of a UTF-8 text as a terminal shows it, but for wide and combining
// characters.
std::size_t characters(std::string_view text);

// Text of others without what a terminal would obey.
std::string tame(std::string_view text);

}  // namespace figured::cli
