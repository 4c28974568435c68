#include "claims/sameness/fit_quality.h"

#include <gtest/gtest.h>

#include <cmath>

#include "claims/verdicts/matcher.h"

namespace figured::claims {
namespace {

// Of one article, so that the probability alone gathers.
LabelledPair pair_of(bool same, float weight = 1) {
  LabelledPair pair;
  pair.features[0] = 1;
  pair.features[static_cast<std::size_t>(Feature::kArticle)] = 1;
  pair.same = same;
  pair.weight = weight;
  return pair;
}

struct QualityCase {
  std::string name;
  std::vector<LabelledPair> pairs;
  std::vector<double> probabilities;
  double average_precision;
  double precision;
  double recall;
};

class FitQualityTest : public testing::TestWithParam<QualityCase> {};

TEST_P(FitQualityTest, IsMeasured) {
  const FitQuality quality = measure_fit(GetParam().pairs, GetParam().probabilities);
  EXPECT_NEAR(quality.average_precision, GetParam().average_precision, 1e-9);
  EXPECT_NEAR(quality.precision, GetParam().precision, 1e-9);
  EXPECT_NEAR(quality.recall, GetParam().recall, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FitQualityTest,
    testing::Values(
        QualityCase{"Nothing", {}, {}, 0, 0, 0},
        QualityCase{"AllRight", {pair_of(true), pair_of(false)}, {0.9, 0.1}, 1, 1, 1},
        QualityCase{"AllWrong", {pair_of(true), pair_of(false)}, {0.1, 0.9}, 0.5, 0, 0},
        QualityCase{"NoneOfOneFact", {pair_of(false)}, {0.9}, 0, 0, 0},
        QualityCase{"SecondIsWrong",
                    {pair_of(true), pair_of(false), pair_of(true)},
                    {0.9, 0.8, 0.7},
                    (1 + 2.0 / 3) / 2,
                    2.0 / 3,
                    1},
        QualityCase{"OneIsMissed", {pair_of(true), pair_of(true)}, {0.9, 0.2}, 1, 1, 0.5},
        // Drawn pairs weigh as much as those they stand for.
        QualityCase{"WeightsCount", {pair_of(true), pair_of(false, 3)}, {0.8, 0.9}, 0.25, 0.25, 1},
        QualityCase{"AlikeComeAtOnce", {pair_of(false), pair_of(true)}, {0.5, 0.5}, 0.5, 0.5, 1}),
    [](const auto& test) { return test.param.name; });

TEST(FitQuality, LogLossIsThatOfTheTruth) {
  const std::vector<LabelledPair> pairs{pair_of(true), pair_of(false, 3)};
  const std::vector<double> probabilities{0.5, 0.2};
  EXPECT_NEAR(measure_fit(pairs, probabilities).log_loss, -(std::log(0.5) + 3 * std::log(0.8)) / 4,
              1e-12);
}

TEST(FitQuality, ACertainErrorIsDearButFinite) {
  const std::vector<LabelledPair> pairs{pair_of(true)};
  EXPECT_TRUE(std::isfinite(measure_fit(pairs, std::vector{0.0}).log_loss));
}

TEST(FitQuality, WhatIsVetoedIsNotGathered) {
  LabelledPair killed_and_injured = pair_of(false);
  killed_and_injured.features[static_cast<std::size_t>(Feature::kSiblingMeasure)] = 1;
  const std::vector<LabelledPair> pairs{pair_of(true), killed_and_injured};
  EXPECT_EQ(measure_fit(pairs, std::vector{0.9, 0.95}).precision, 1);
  EXPECT_EQ(gathering_score(killed_and_injured.features, 0.95), 0);
}

TEST(FitQuality, PredictsWithTheModel) {
  FeatureWeights weights{};
  weights[0] = 2;
  const auto predicted = predict(SamenessModel(weights), std::vector{pair_of(true)});
  ASSERT_EQ(predicted.size(), 1U);
  EXPECT_NEAR(predicted[0], 1 / (1 + std::exp(-2)), 1e-12);
}

}  // namespace
}  // namespace figured::claims
