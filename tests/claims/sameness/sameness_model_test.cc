#include "claims/sameness/sameness_model.h"

#include <gtest/gtest.h>

#include "claims/sameness/logistic.h"

namespace figured::claims {
namespace {

std::string error_of(const std::string& text) {
  const auto parsed = parse_sameness_model(text);
  const auto* error = std::get_if<std::string>(&parsed);
  return error == nullptr ? "" : *error;
}

TEST(SamenessModel, TheBuiltInWeightsAreWrittenAsTheyAreRead) {
  const std::string text = format_sameness_model(SamenessModel::builtin());
  const auto parsed = parse_sameness_model("# a comment\n\n" + text);
  ASSERT_TRUE(std::holds_alternative<SamenessModel>(parsed));
  EXPECT_EQ(std::get<SamenessModel>(parsed).weights(), SamenessModel::builtin().weights());
}

TEST(SamenessModel, BadFilesAreRefusedByLine) {
  const std::string good = format_sameness_model(SamenessModel::builtin());
  EXPECT_EQ(error_of("bias\t1\nbiass\t2\n"), "line 2: no feature is called 'biass'");
  EXPECT_EQ(error_of("bias\tmuch\n"), "line 1: 'much' is no weight");
  EXPECT_EQ(error_of("bias\tinf\n"), "line 1: 'inf' is no weight");
  EXPECT_EQ(error_of("bias\n"), "line 1: '' is no weight");
  EXPECT_EQ(error_of(good + "bias\t1\n"),
            "line " + std::to_string(kFeatureCount + 1) + ": the feature was given before");
  EXPECT_EQ(error_of("bias\t1\n"), "no weight for 'same_measure'");
}

TEST(SamenessModel, ExplainsByTheTermsThatTellMost) {
  FeatureWeights weights{};
  weights[0] = -1;
  weights[static_cast<std::size_t>(Feature::kWords)] = 4;
  weights[static_cast<std::size_t>(Feature::kSmall)] = -9;
  weights[static_cast<std::size_t>(Feature::kNames)] = -3;
  PairFeatures features{};
  features[0] = 1;
  features[static_cast<std::size_t>(Feature::kWords)] = 0.5F;
  features[static_cast<std::size_t>(Feature::kNames)] = 1;
  const auto terms = explain_features(SamenessModel(weights), features);
  ASSERT_EQ(terms.size(), 3U) << "a feature that does not hold tells nothing";
  EXPECT_EQ(terms[0].feature, Feature::kNames);
  EXPECT_EQ(terms[0].product(), -3);
  EXPECT_EQ(terms[1].feature, Feature::kWords);
  EXPECT_EQ(terms[1].product(), 2);
  EXPECT_EQ(terms[2].feature, Feature::kBias);
}

// Pairs of which the first feature beside the bias tells nine times in ten.
std::vector<LabelledPair> made_pairs() {
  std::vector<LabelledPair> pairs;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    LabelledPair pair;
    pair.features[0] = 1;
    pair.features[1] = static_cast<float>(i % 2);
    pair.same = (i % 2 == 1) != (i % 20 < 2);
    pair.event = i / 20;
    pairs.push_back(pair);
  }
  return pairs;
}

TEST(Logistic, FindsTheOddsOfWhatItWasTold) {
  const SamenessModel model = fit_sameness(made_pairs(), 1e-9);
  PairFeatures with{}, without{};
  with[0] = without[0] = 1;
  with[1] = 1;
  EXPECT_NEAR(model.probability(with), 0.9, 1e-4);
  EXPECT_NEAR(model.probability(without), 0.1, 1e-4);
  EXPECT_EQ(model.weights()[2], 0);
}

TEST(Logistic, APenaltyDrawsTheWeightsToNought) {
  const auto pairs = made_pairs();
  EXPECT_LT(fit_sameness(pairs, 100).weights()[1], fit_sameness(pairs, 1).weights()[1]);
}

TEST(Logistic, AWeightStandsForRepetition) {
  auto pairs = made_pairs();
  const SamenessModel once = fit_sameness(pairs);
  for (LabelledPair& pair : pairs) pair.weight = 3;
  std::vector<LabelledPair> thrice;
  for (int i = 0; i < 3; ++i) {
    for (LabelledPair pair : made_pairs()) thrice.push_back(pair);
  }
  EXPECT_NEAR(fit_sameness(pairs).weights()[1], fit_sameness(thrice).weights()[1], 1e-9);
  EXPECT_GT(fit_sameness(pairs).weights()[1], once.weights()[1]);
}

TEST(Logistic, WhatIsLeftOutIsPredictedFromTheRest) {
  // Each event has a feature of its own that tells all of it: fitted with it, the
  // event would be known by heart.
  std::vector<LabelledPair> pairs;
  for (std::uint32_t event = 0; event < 10; ++event) {
    for (int i = 0; i < 20; ++i) {
      LabelledPair pair;
      pair.features[0] = 1;
      pair.features[10 + event] = i % 2 == 0 ? 1 : 0;
      pair.same = i % 2 == 0;
      pair.event = event;
      pairs.push_back(pair);
    }
  }
  const SamenessModel model = fit_sameness(pairs, 0.01);
  EXPECT_GT(model.probability(pairs[0].features), 0.9);
  const auto predicted = predict_left_out(pairs, 0.01);
  EXPECT_NEAR(predicted[0], predicted[1], 1e-9);
}

}  // namespace
}  // namespace figured::claims
