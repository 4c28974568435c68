#include "claims/sameness/event_model.h"

#include <cmath>

namespace figured::claims {
namespace {

constexpr double kBias = 0.85;
constexpr double kNames = 6.45;
constexpr double kSharedNames = 0.31;
constexpr double kDays = -7.27;
constexpr double kSamePlace = 0.18;
// As if half a month lay between: without dates the names must tell.
constexpr double kUndatedDays = 0.46;

}  // namespace

double event_probability(const PairFeatures& features) {
  const auto value = [&](Feature feature) {
    return static_cast<double>(features[static_cast<std::size_t>(feature)]);
  };
  if (value(Feature::kArticle) != 0) return 1;
  const double days = value(Feature::kUndated) != 0 ? kUndatedDays : value(Feature::kDays);
  const double logit = kBias + kNames * value(Feature::kNames) +
                       kSharedNames * value(Feature::kSharedNames) + kDays * days +
                       kSamePlace * value(Feature::kSamePlace);
  return 1 / (1 + std::exp(-logit));
}

}  // namespace figured::claims
