// The rivals of a claim in one column of text: "12 12;40 60 alike".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace figured::storage {

std::string join_rivals(const std::vector<claims::Rival>& rivals);

// What cannot be read is left out.
std::vector<claims::Rival> split_rivals(std::string_view text);

}  // namespace figured::storage
