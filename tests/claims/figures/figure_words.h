// Figures in few signs, for tables: "42", "~9000", ">6000", "<=50", "[5,7] km".
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "claims/extractor.h"
#include "claims/quantity_reader.h"

namespace figured::claims {

std::string in_words(const Figure& figure);

// The figures of a text, parted by "; ".
std::string figures_of(std::string_view text);

// The nouns of what a text counts, likewise; "-" for a count without one.  What
// is measured in a unit has none and is left out.
std::string nouns_of(std::string_view text);

// Why the numbers of a text are no figures: "date time"; a reason that repeats
// itself is named once.
std::string rejects_of(std::string_view text);

// A table of texts with what is expected of each; all rows that fail are shown.
struct TextRow {
  std::string_view text;
  std::string_view expected;
};
void expect_figures(const std::vector<TextRow>& rows);
void expect_nouns(const std::vector<TextRow>& rows);
// The text has no figure, and its numbers are rejected for these reasons.
void expect_rejects(const std::vector<TextRow>& rows);

// 2026-11-22 in a test: day(2026, 11, 22).
std::chrono::sys_seconds day(int year, unsigned month, unsigned day);

// The claims of a text that is published on 2026-11-20, a Friday.
std::vector<Claim> claims_of(std::string_view text, std::string_view title = {});

// A claim as the article `article` of `outlet` makes it; the text must hold one
// figure, or `figure` chooses among several.
SourcedClaim told(const std::string& outlet, std::string_view text, std::size_t figure = 0);

}  // namespace figured::claims
