// Fits the weights of a SamenessModel to labelled pairs.
//
// Logistic regression with an L2 penalty on all weights but the bias, by Newton's
// method (iteratively reweighted least squares; Hastie, Tibshirani and Friedman,
// The Elements of Statistical Learning, 4.4.1).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "claims/sameness/sameness_model.h"

namespace figured::claims {

// Two claims of which somebody has said whether they mean one fact.
struct LabelledPair {
  PairFeatures features{};
  bool same = false;
  float weight = 1;
  std::uint32_t event = 0;  // pairs of one event stand or fall together
};

inline constexpr double kUsualPenalty = 3;

SamenessModel fit_sameness(std::span<const LabelledPair> pairs, double penalty = kUsualPenalty);

// For each pair the probability by a model that was fitted without the pairs of
// its event; events are left out a tenth at a time.
std::vector<double> predict_left_out(std::span<const LabelledPair> pairs,
                                     double penalty = kUsualPenalty);

}  // namespace figured::claims
