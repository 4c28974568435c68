// The names that dates are made of: months in many languages, zones.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace figured::feeds {

// 1..12 for the name or the abbreviation of a month, without regard to case,
// in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
// Swedish, Norwegian, Danish, Czech, Hungarian, Greek, Russian, Turkish.
std::optional<unsigned> month_by_name(std::string_view name);

// Distance from UTC of "EST", "CEST", "Z" and the like, without regard to case.
std::optional<std::chrono::minutes> zone_by_name(std::string_view name);

}  // namespace figured::feeds
