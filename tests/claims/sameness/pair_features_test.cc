#include "claims/sameness/pair_features.h"

#include <gtest/gtest.h>

#include "claims/verdicts/context_words.h"
#include "claims/verdicts/matcher.h"
#include "tests/claims/figures/figure_words.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

const std::string kOrsk =
    "The Harbour Blast in Orsk shook the Velma District, Mayor Ana Ruiz said. ";

struct FeatureRow {
  std::string_view name;
  std::string a;
  std::string b;
  std::string with;     // features that hold
  std::string without;  // features that do not
};

// "same_noun,same_place"
std::vector<Feature> named(const std::string& names) {
  std::vector<Feature> features;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const std::string name(feature_name(i));
    if ((',' + names + ',').find(',' + name + ',') != std::string::npos)
      features.push_back(static_cast<Feature>(i));
  }
  return features;
}

class PairFeaturesTest : public testing::TestWithParam<FeatureRow> {};

TEST_P(PairFeaturesTest, HoldOfTwoReports) {
  const FeatureRow& row = GetParam();
  const PairFeatures features =
      compare_claims(told("A", kOrsk + row.a), told("B", kOrsk + row.b)).features;
  for (const Feature feature : named(row.with))
    EXPECT_GT(features[static_cast<std::size_t>(feature)], 0) << feature_name(feature);
  for (const Feature feature : named(row.without))
    EXPECT_EQ(features[static_cast<std::size_t>(feature)], 0) << feature_name(feature);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, PairFeaturesTest,
    testing::Values(
        FeatureRow{"OneWording", "It killed 42 people in Orsk.", "It killed 31 people in Orsk.",
                   "bias,same_measure,same_noun,same_unit,same_place,words,near_words,names,"
                   "telling_names,only_ones,undoubted",
                   "same_value,article,other_noun,other_scope,undated,one_time"},
        FeatureRow{"OneValue", "It killed 42 people.", "The toll stood at 42.",
                   "same_measure,same_value", "same_singular"},
        FeatureRow{"OneSingularValue", "It killed 1,461 people.", "The toll stood at 1,461.",
                   "same_value,same_singular", "small"},
        FeatureRow{"Siblings", "It killed 42 people.", "It injured 42 people.", "sibling_measure",
                   "same_measure,wider_measure,near_measure"},
        FeatureRow{"OtherNouns", "It killed 42 sailors.", "It killed 31 nurses.", "other_noun",
                   "same_noun,near_noun"},
        FeatureRow{"OtherDays", "On Monday it killed 42 people.", "On Tuesday it killed 31 people.",
                   "other_time", "same_time,one_time"},
        FeatureRow{"OneDay", "On Monday it killed 42 people.", "It killed 31 people.", "one_time",
                   "same_time,other_time"},
        FeatureRow{"Miles", "The fire burned for 3 miles.", "The fire burned for 9 km.", "",
                   "same_unit,same_value"},
        FeatureRow{"Small", "It killed two people.", "It killed 31 people.", "small", "same_value"},
        FeatureRow{"Bounds", "It killed at least 40 people.", "It killed 31 people.", "other_bound",
                   "same_value"},
        FeatureRow{"Stances", "It may have killed 42 people.", "It killed 31 people.",
                   "other_modality", "undoubted"},
        FeatureRow{"RateOfAGroup", "The jobless rate for young men rose to 9 percent.",
                   "The jobless rate rose to 8 percent.", "other_restriction", "undoubted"},
        FeatureRow{"Others", "It killed 42 others.", "It killed 31 people.",
                   "one_other,other_scope", "undoubted"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PairFeatures, AreTheSameBothWays) {
  const SourcedClaim a = told("A", kOrsk + "On Monday it killed 42 sailors in Orsk.");
  const SourcedClaim b = told("B", kOrsk + "At least 31 people died in Lind.");
  EXPECT_EQ(compare_claims(a, b).features, compare_claims(b, a).features);
}

TEST(PairFeatures, HaveNamesOfTheirOwn) {
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    EXPECT_FALSE(feature_name(i).empty());
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(feature_name(i), feature_name(j));
  }
}

TEST(ContextWords, AreStemsByDistance) {
  const Claim claim = told("A", "The blast in Orsk killed 42 people working there.").claim;
  const auto distance = [&](std::string_view word) {
    for (const ContextWord& near : claim.context) {
      if (near.stem == stem_key(word)) return static_cast<int>(near.distance);
    }
    return -1;
  };
  EXPECT_EQ(distance("killing"), 0);
  EXPECT_EQ(distance("Orsk"), 1);
  EXPECT_EQ(distance("blasts"), 3);
  EXPECT_EQ(distance("people"), 0);
  EXPECT_EQ(distance("works"), 1);
  EXPECT_EQ(distance("in"), -1);
}

}  // namespace
}  // namespace figured::claims
