// ScopeReader reads what makes a figure a part, an addition, a rate or a change
// rather than the whole.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/measures/measure_reader.h"

namespace figured::claims {

// Restrictions, sorted, none twice:
//   part other new previous remaining      which of the things
//   average net peak change                which value of the quantity
//   serious light                          how badly injured
//   superseded                             told before, and replaced (answers.h)
//   list                                   one of several counts that add up
//   aftershock                             of a second shock
//   per:day of:child nation:Thailand at:airport from:kabul
// "total" and "cumulative" say that the figure is the whole; they restrict nothing.
std::vector<std::string> read_scope(const SentenceView& sentence, const ReadFigure& figure,
                                    const ReadMeasure& measure);

// Whether a token parts what is counted from the whole.
bool restricts(std::string_view token);

// Whether two figures with these scopes may be of one quantity: the same
// restrictions, whatever else they say.
bool same_restrictions(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace figured::claims
