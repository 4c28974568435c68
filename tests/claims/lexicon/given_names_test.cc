#include "claims/lexicon/given_names.h"

#include <gtest/gtest.h>

#include <string>

namespace figured::claims {
namespace {

struct GenderCase {
  std::string name;
  Gender gender;
};

class GivenNameTest : public testing::TestWithParam<GenderCase> {};

TEST_P(GivenNameTest, TellsTheGender) {
  EXPECT_EQ(gender_of_given_name(GetParam().name), GetParam().gender);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, GivenNameTest,
    testing::Values(GenderCase{"aaron", Gender::kMale}, GenderCase{"zoe", Gender::kFemale},
                    GenderCase{"zachary", Gender::kMale}, GenderCase{"abigail", Gender::kFemale},
                    GenderCase{"robin", Gender::kUnknown}, GenderCase{"orskel", Gender::kUnknown},
                    GenderCase{"Zoe", Gender::kFemale}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
