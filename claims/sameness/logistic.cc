#include "claims/sameness/logistic.h"

#include <array>
#include <cmath>

namespace figured::claims {
namespace {

constexpr std::size_t kN = kFeatureCount;
constexpr int kMostSteps = 30;
constexpr double kStill = 1e-6;  // a step this small ends the search
constexpr std::uint32_t kFolds = 10;

using Vector = std::array<double, kN>;
using Matrix = std::array<Vector, kN>;

// Adds what one pair tells of the slope and the curvature of the likelihood.
void add_pair(const LabelledPair& pair, const FeatureWeights& weights, Vector& slope,
              Matrix& curvature) {
  const double p = SamenessModel(weights).probability(pair.features);
  const double weight = static_cast<double>(pair.weight);
  const double error = weight * ((pair.same ? 1.0 : 0.0) - p), spread = weight * p * (1 - p);
  for (std::size_t i = 0; i < kN; ++i) {
    const double x = static_cast<double>(pair.features[i]);
    if (x == 0) continue;
    slope[i] += error * x;
    for (std::size_t j = 0; j <= i; ++j)
      curvature[i][j] += spread * x * static_cast<double>(pair.features[j]);
  }
}

// Solves curvature * x = slope by Cholesky's method; the curvature is positive
// definite by the penalty, and only its lower half is read.
Vector solve(Matrix a, Vector x) {
  for (std::size_t i = 0; i < kN; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
      a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
    }
  }
  for (std::size_t i = 0; i < kN; ++i) {
    for (std::size_t k = 0; k < i; ++k) x[i] -= a[i][k] * x[k];
    x[i] /= a[i][i];
  }
  for (std::size_t i = kN; i-- > 0;) {
    for (std::size_t k = i + 1; k < kN; ++k) x[i] -= a[k][i] * x[k];
    x[i] /= a[i][i];
  }
  return x;
}

template <class Takes>
SamenessModel fit(std::span<const LabelledPair> pairs, double penalty, const Takes& takes) {
  FeatureWeights weights{};
  for (int step = 0; step < kMostSteps; ++step) {
    Vector slope{};
    Matrix curvature{};
    for (const LabelledPair& pair : pairs) {
      if (takes(pair)) add_pair(pair, weights, slope, curvature);
    }
    for (std::size_t i = 0; i < kN; ++i) {
      const double held = static_cast<Feature>(i) == Feature::kBias ? 1e-6 : penalty;
      slope[i] -= held * weights[i];
      curvature[i][i] += held;
    }
    const Vector change = solve(curvature, slope);
    double most = 0;
    for (std::size_t i = 0; i < kN; ++i) {
      weights[i] += change[i];
      most = std::max(most, std::fabs(change[i]));
    }
    if (most < kStill) break;
  }
  return SamenessModel(weights);
}

}  // namespace

SamenessModel fit_sameness(std::span<const LabelledPair> pairs, double penalty) {
  return fit(pairs, penalty, [](const LabelledPair&) { return true; });
}

std::vector<double> predict_left_out(std::span<const LabelledPair> pairs, double penalty) {
  std::vector<double> predicted(pairs.size());
  for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
    const auto left_out = [&](const LabelledPair& pair) { return pair.event % kFolds == fold; };
    const SamenessModel model =
        fit(pairs, penalty, [&](const LabelledPair& pair) { return !left_out(pair); });
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (left_out(pairs[i])) predicted[i] = model.probability(pairs[i].features);
    }
  }
  return predicted;
}

}  // namespace figured::claims
