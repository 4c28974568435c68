#include "claims/sameness/event_model.h"

#include <cmath>

namespace figured::claims {
namespace {

constexpr double kBias = -1.05;
constexpr double kTellingNames = 3.5;
constexpr double kFewest = 0.05;  // as if so much of a name were always shared
constexpr double kDays = -1.5;
constexpr double kSamePlace = 0.18;
// As if half a month lay between: without dates the names must tell.
constexpr double kUndatedDays = 0.46;

}  // namespace

double event_probability(const ArticlePair& articles, bool same_place) {
  if (articles.one) return 1;
  const double days = articles.undated ? kUndatedDays : static_cast<double>(articles.days);
  const double names = static_cast<double>(kManyNames * articles.telling_names);
  const double logit = kBias + kTellingNames * std::log(kFewest + names) + kDays * days +
                       (same_place ? kSamePlace : 0);
  return 1 / (1 + std::exp(-logit));
}

double event_probability(const PairFeatures& features) {
  const auto value = [&](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
  const ArticlePair articles{.one = value(Feature::kArticle) != 0,
                             .telling_names = value(Feature::kTellingNames),
                             .days = value(Feature::kDays),
                             .undated = value(Feature::kUndated) != 0};
  return event_probability(articles, value(Feature::kSamePlace) != 0);
}

}  // namespace figured::claims
