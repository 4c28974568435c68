#include "claims/sameness/event_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace figured::claims {
namespace {

ArticlePair articles(float names, double days) {
  ArticlePair pair;
  pair.names = 0.3F;
  pair.telling_names = names / kManyNames;
  pair.days = static_cast<float>(std::log1p(days) / std::log1p(365));
  return pair;
}

double probability(float names, double days) {
  return event_probability(articles(names, days), false);
}

TEST(EventModel, MoreNamesAreSurer) {
  for (const double days : {0.0, 3.0, 400.0}) {
    double before = 0;
    for (const float names : {0.0F, 0.2F, 1.0F, 2.0F, 4.0F, 8.0F}) {
      EXPECT_GT(probability(names, days), before) << names << ' ' << days;
      before = probability(names, days);
    }
  }
}

TEST(EventModel, DaysApartAreLessSure) {
  EXPECT_GT(probability(2, 0), probability(2, 5));
  EXPECT_GT(probability(2, 5), probability(2, 300));
}

TEST(EventModel, ANameOfOneDayMayBeOfOneEvent) {
  EXPECT_LT(probability(0.3F, 0), 0.05);
  EXPECT_NEAR(probability(1.3F, 0), 0.5, 0.1);
  EXPECT_GT(probability(4, 0), 0.9);
}

TEST(EventModel, OnePlaceAndOneArticleAreSurer) {
  EXPECT_GT(event_probability(articles(1, 0), true), event_probability(articles(1, 0), false));
  ArticlePair one;
  one.one = true;
  EXPECT_EQ(event_probability(one, false), 1);
}

TEST(EventModel, WithoutDatesItIsAsIfDaysLayBetween) {
  ArticlePair undated = articles(2, 0);
  undated.undated = true;
  EXPECT_LT(event_probability(undated, false), probability(2, 1));
  EXPECT_GT(event_probability(undated, false), probability(2, 300));
}

}  // namespace
}  // namespace figured::claims
