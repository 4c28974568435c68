// How `figurectl top` shows a figured that is at work: some lines for a terminal.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "daemon/service/state_file.h"

namespace figured::cli {

// `width` in characters: longer lines are cut and end in "…"; empty = as wide as it gets.
std::vector<std::string> top_lines(const daemon::DaemonState& state, std::chrono::sys_seconds now,
                                   std::optional<std::size_t> width);

// "1.4 GiB", "212 MiB", "0 B"
std::string byte_words(std::uint64_t bytes);

// "3 s", "12 min", "5 h 20 min", "9 d 4 h"
std::string span_words(std::chrono::seconds span);

}  // namespace figured::cli
