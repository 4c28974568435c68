// What the parsers of all formats fill the fields of an Item by: of several values the first
// one counts.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/article.h"

namespace figured::feeds {

void keep_first(std::string& field, std::string value);

// Reads the date, unless there is one, and notes in `item` whether it lacks a zone.
void keep_first_date(std::optional<std::chrono::sys_seconds>& field, std::string_view text,
                     Item& item);

}  // namespace figured::feeds
