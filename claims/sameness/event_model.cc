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

double event_probability(const ArticlePair& articles, bool same_place) {
  if (articles.one) return 1;
  const double days = articles.undated ? kUndatedDays : static_cast<double>(articles.days);
  const double logit = kBias + kNames * static_cast<double>(articles.names) +
                       kSharedNames * static_cast<double>(articles.shared_names) + kDays * days +
                       (same_place ? kSamePlace : 0);
  return 1 / (1 + std::exp(-logit));
}

double event_probability(const PairFeatures& features) {
  const auto value = [&](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
  const ArticlePair articles{.one = value(Feature::kArticle) != 0,
                             .names = value(Feature::kNames),
                             .shared_names = value(Feature::kSharedNames),
                             .days = value(Feature::kDays),
                             .undated = value(Feature::kUndated) != 0};
  return event_probability(articles, value(Feature::kSamePlace) != 0);
}

}  // namespace figured::claims
