// MeasuredNoun finds the noun whose quantity a figure gives: "turnover" of "a
// turnover of $500 million", "stake" of "a 44 percent stake", "wages" of "wages
// fell 3.8 percent", "payment" of "was paid $45,000".
//
// It reads money, percent, units, and counts that have no counted noun behind
// them ("raised the retirement age to 69").
#pragma once
#include <string>
#include <string_view>

#include "claims/figures/figure_reader.h"

namespace figured::claims {

struct MeasuredNoun {
  int head = -1;                  // token of the noun; -1 when a class names it, or nothing does
  std::string_view name;          // what a class names it: "payment"
  std::int16_t event = kNoIndex;  // what the verb that names it stands for
  int governor = -1;              // the verb that ties the figure to it
  int whole = -1;                 // what it is a share of: "voters" of "40 percent of voters"
  bool change = false;            // the figure is by how much the quantity changed
  bool inherits = false;          // "compared with 3.5 million": what the figure before measures
  std::string_view rule;          // why, in a short phrase; "" when nothing was found
};

// Tokens [first, last) of a figure.
struct FigureTokens {
  int first = -1;
  int last = -1;
};

// `previous`: the figure before in the same sentence, {-1, -1} when there is none.
MeasuredNoun read_measured_noun(const SentenceView& sentence, const ReadFigure& figure,
                                FigureTokens previous);

}  // namespace figured::claims
