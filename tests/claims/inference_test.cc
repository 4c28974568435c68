#include "claims/inference.h"

#include <gtest/gtest.h>

#include <string>

namespace figured::claims {
namespace {

struct InferenceCase {
  std::string name;
  std::string premise;
  std::string hypothesis;
  Inference inference;
};

class InferenceTest : public testing::TestWithParam<InferenceCase> {};

TEST_P(InferenceTest, OfTwoSentences) {
  EXPECT_EQ(infer(GetParam().premise, GetParam().hypothesis), GetParam().inference);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, InferenceTest,
    testing::Values(InferenceCase{"Follows", "The blast in Orsk killed 42 people on Monday.",
                                  "The blast killed 42 people.", Inference::kEntailment},
                    InferenceCase{"OtherFigure", "The blast in Orsk killed 42 people.",
                                  "The blast killed 61 people.", Inference::kContradiction},
                    InferenceCase{"OtherMeasure", "The blast in Orsk injured 42 people.",
                                  "The blast killed 61 people.", Inference::kNeutral},
                    InferenceCase{"OtherStory", "The blast in Orsk killed 42 people.",
                                  "Voters in Lind chose 42 new mayors.", Inference::kNeutral}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
