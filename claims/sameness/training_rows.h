// Rows of labelled pairs as text: what a SamenessModel is fitted to, without a
// word of what was read.
//
//   event  same  weight  same_measure  wider_measure ...
//   17     1     1       1             0
//
// Fields are parted by tabs.  The first line names them; `event` is a whole number,
// `same` is 0 or 1, and every feature but the bias, which is always 1, has a column,
// in any order.  '#' begins a comment line.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims/sameness/logistic.h"

namespace figured::claims {

// The pairs, or a message that names the line and what is wrong with it.
std::variant<std::vector<LabelledPair>, std::string> parse_training_rows(std::string_view text);

// Values have three digits, which is what is fitted to.
std::string format_training_header();
std::string format_training_row(const LabelledPair& pair);

// The pairs of training.tsv, which is built in: the builtin model is fitted to them.
std::span<const LabelledPair> builtin_training();

// One pair's features by name, "same_measure=1 words=0.213", those that are 0 left
// out.  What cannot be read, or is no feature any more, is left out.
std::string format_features(const PairFeatures& features);
PairFeatures parse_features(std::string_view text);

}  // namespace figured::claims
