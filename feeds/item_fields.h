// What the parsers of all formats fill the fields of an Item by: of several values the first
// one counts.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "feeds/article.h"

namespace figured::feeds {

void keep_first(std::string& field, std::string value);

// Reads the date, unless there is one.
void keep_first_date(std::optional<FeedDate>& field, std::string_view text);

}  // namespace figured::feeds
