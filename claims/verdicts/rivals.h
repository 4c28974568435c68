// Rivals: the other values that one article gives for a claim's measure.
//
// An article that tells eleven dead at the airport and twenty at the station
// knows two facts where the words of each claim may show one.  Another article's
// twenty is then no contradiction of its eleven: it has told the two apart.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

// A headline and the text below it lie no further apart, as a factor, where either was mended
// and the other forgotten: they are of one fact.
inline constexpr double kForgottenGap = 1.2;

// An article with more values of a measure than this is a list of them.
inline constexpr std::size_t kMaxRivals = 8;

// Sets the rivals of the claims of one article; those without a measure have none.
void find_rivals(std::vector<Claim>& claims,
                 std::optional<std::chrono::sys_seconds> published = std::nullopt);

}  // namespace figured::claims
