#include "claims/sameness/fit_quality.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

#include "claims/verdicts/matcher.h"

namespace figured::claims {
namespace {

constexpr double kSurest = 1e-12;  // a probability of 0 would make the loss infinite

double weight_of(const LabelledPair& pair) { return static_cast<double>(pair.weight); }

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

// Pairs of one probability come at one time: their order tells nothing.
double average_precision(std::span<const LabelledPair> pairs,
                         std::span<const double> probabilities) {
  std::vector<std::size_t> order(pairs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
  double all = 0, same = 0, sum = 0;
  for (std::size_t at = 0; at < order.size();) {
    double gained = 0;
    for (const double here = probabilities[order[at]];
         at < order.size() && probabilities[order[at]] == here; ++at) {
      const LabelledPair& pair = pairs[order[at]];
      all += weight_of(pair);
      if (pair.same) gained += weight_of(pair);
    }
    same += gained;
    sum += gained * share(same, all);
  }
  return share(sum, same);
}

double log_loss(std::span<const LabelledPair> pairs, std::span<const double> probabilities) {
  double loss = 0, all = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const double of_truth = pairs[i].same ? probabilities[i] : 1 - probabilities[i];
    loss -= weight_of(pairs[i]) * std::log(std::max(of_truth, kSurest));
    all += weight_of(pairs[i]);
  }
  return share(loss, all);
}

}  // namespace

FitQuality measure_fit(std::span<const LabelledPair> pairs, std::span<const double> probabilities) {
  assert(pairs.size() == probabilities.size());
  double gathered = 0, same = 0, both = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool gathers = gathering_score(pairs[i].features, probabilities[i]) >= kSameEnough;
    const double weight = weight_of(pairs[i]);
    if (gathers) gathered += weight;
    if (pairs[i].same) same += weight;
    if (gathers && pairs[i].same) both += weight;
  }
  return {average_precision(pairs, probabilities), share(both, gathered), share(both, same),
          log_loss(pairs, probabilities)};
}

std::vector<double> predict(const SamenessModel& model, std::span<const LabelledPair> pairs) {
  std::vector<double> probabilities;
  probabilities.reserve(pairs.size());
  for (const LabelledPair& pair : pairs) probabilities.push_back(model.probability(pair.features));
  return probabilities;
}

}  // namespace figured::claims
