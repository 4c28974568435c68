// Whether two names of owners or places may mean one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

// The word a name is known by, in lower case: the last but for "Inc" and its like.
std::string last_word(std::string_view name);

// Every word of the shorter name stands in the longer: "Massoud" and "Ahmad
// Massoud", not "General Motors" and "American Motors".
bool owners_agree(const std::string& a, const std::string& b);

// The words of a name, hashed and sorted, "Inc" and its like left out.
std::vector<std::uint64_t> owner_keys(std::string_view name);

// One name ends as the other does, or stands in it.
bool names_agree(const std::string& a, const std::string& b);

// Whether the place is among the names of an article.
bool mentions(const std::vector<NameKey>& names, std::string_view place);

bool is_country(const std::string& place);

}  // namespace figured::claims
