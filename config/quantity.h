// Durations and sizes as the configuration writes them.
//
//   duration = 1*( 1*DIGIT ( "s" / "m" / "h" / "d" ) )     "30s" "5m" "1h30m"
//   size     = 1*DIGIT ( "B" / "KiB" / "MiB" / "GiB" )     "16MiB"
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figured::config {

// Empty when it is none, or longer than a hundred years.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);
std::string format_duration(std::chrono::seconds duration);

// Empty when it is none, or past a tebibyte.
std::optional<std::uint64_t> parse_size(std::string_view text);
std::string format_size(std::uint64_t bytes);

}  // namespace figured::config
