// How well probabilities of sameness fit labelled pairs.
#pragma once
#include <span>
#include <vector>

#include "claims/sameness/logistic.h"

namespace figured::claims {

// All are of weighted pairs.
struct FitQuality {
  // The mean precision over the pairs of one fact, from the likeliest pair down; 0
  // where no pair is of one fact.
  double average_precision = 0;
  // Of the pairs that these probabilities would gather (pair_score.h: gathering_score,
  // kSameEnough), the share that is of one fact; and of those, the share gathered.
  // Both 0 where there are none.
  double precision = 0;
  double recall = 0;
  // The mean of -log(probability given to what is so); lower is better.
  double log_loss = 0;
};

// Requires a probability for each pair.
FitQuality measure_fit(std::span<const LabelledPair> pairs, std::span<const double> probabilities);

// What the model gives each pair.
std::vector<double> predict(const SamenessModel& model, std::span<const LabelledPair> pairs);

}  // namespace figured::claims
