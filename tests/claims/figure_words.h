// Figures in few signs, for tables: "42", "~9000", ">6000", "<=50", "[5,7] km".
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "claims/extractor.h"
#include "claims/figure_reader.h"

namespace figured::claims {

std::string in_words(const Figure& figure);

// The figures of a text, parted by "; ".
std::string figures_of(std::string_view text);

// 2026-11-22 in a test: day(2026, 11, 22).
std::chrono::sys_seconds day(int year, unsigned month, unsigned day);

// The claims of a text that is published on 2026-11-20, a Friday.
std::vector<Claim> claims_of(std::string_view text, std::string_view title = {});

// A claim as the article `article` of `outlet` makes it; the text must hold one
// figure, or `figure` chooses among several.
SourcedClaim told(const std::string& outlet, std::string_view text, std::size_t figure = 0);

}  // namespace figured::claims
