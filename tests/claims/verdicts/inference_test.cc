#include "claims/verdicts/inference.h"

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
                    InferenceCase{"TheInjuredAreNotTheKilled",
                                  "The blast in Orsk injured 42 people.",
                                  "The blast in Orsk killed 42 people.", Inference::kNeutral},
                    InferenceCase{"OneYear", "The old mill in Orsk burned down in 1987.",
                                  "The mill burned in 1987.", Inference::kEntailment},
                    InferenceCase{"OtherYear", "The old mill in Orsk burned down in 1987.",
                                  "The mill burned in 1978.", Inference::kNeutral},
                    InferenceCase{"WordsOfTwoSentences",
                                  "The mill burned in 1987. Tom Berg sold the ferry of Lind.",
                                  "Tom Berg burned the mill house and its cellar in 1987.",
                                  Inference::kNeutral},
                    InferenceCase{"OtherStory", "The blast in Orsk killed 42 people.",
                                  "Voters in Lind chose 42 new mayors.", Inference::kNeutral}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
