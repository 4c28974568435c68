#include "claims/sameness/training_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace figured::claims {
namespace {

constexpr std::size_t kWords = static_cast<std::size_t>(Feature::kWords);
constexpr std::size_t kSmall = static_cast<std::size_t>(Feature::kSmall);

LabelledPair made_pair() {
  LabelledPair pair;
  pair.features[0] = 1;
  pair.features[kWords] = 0.25F;
  pair.features[kSmall] = 1;
  pair.same = true;
  pair.weight = 10;
  pair.event = 7;
  return pair;
}

std::vector<LabelledPair> read(const std::string& text) {
  auto parsed = parse_training_rows(text);
  if (const auto* wrong = std::get_if<std::string>(&parsed)) {
    ADD_FAILURE() << *wrong;
    return {};
  }
  return std::get<std::vector<LabelledPair>>(parsed);
}

std::string error_of(const std::string& text) {
  const auto parsed = parse_training_rows(text);
  const auto* wrong = std::get_if<std::string>(&parsed);
  return wrong == nullptr ? "" : *wrong;
}

// The row of made_pair with one field, by its place, replaced.
std::string row_with(std::size_t place, const std::string& field) {
  std::string row = format_training_row(made_pair());
  std::size_t start = 0;
  while (place-- > 0) start = row.find('\t', start) + 1;
  return row.replace(start, row.find_first_of("\t\n", start) - start, field);
}

TEST(TrainingRows, AreReadAsTheyAreWritten) {
  const auto pairs = read("# of three\n" + format_training_header() + "\n" +
                          format_training_row(made_pair()) + format_training_row({}));
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].features, made_pair().features);
  EXPECT_TRUE(pairs[0].same);
  EXPECT_EQ(pairs[0].weight, 10);
  EXPECT_EQ(pairs[0].event, 7U);
  EXPECT_FALSE(pairs[1].same);
  EXPECT_EQ(pairs[1].features[0], 1) << "the bias is not written";
}

TEST(TrainingRows, ColumnsMayStandInAnyOrder) {
  std::string header = format_training_header(), row = format_training_row(made_pair());
  // The first column moves behind the last.
  for (std::string* line : {&header, &row}) {
    const std::string first = line->substr(0, line->find('\t'));
    line->erase(0, first.size() + 1);
    line->insert(line->size() - 1, '\t' + first);
  }
  const auto pairs = read(header + row);
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].event, 7U);
  EXPECT_EQ(pairs[0].features, made_pair().features);
}

struct WrongRowCase {
  std::string name;
  std::string text;
  std::string error;
};

class WrongRowTest : public testing::TestWithParam<WrongRowCase> {};

TEST_P(WrongRowTest, IsNamedByItsLine) { EXPECT_EQ(error_of(GetParam().text), GetParam().error); }

INSTANTIATE_TEST_SUITE_P(
    Cases, WrongRowTest,
    testing::Values(
        WrongRowCase{"Empty", "", "no line names the columns"},
        WrongRowCase{"CommentsOnly", "# rows\n\n", "no line names the columns"},
        WrongRowCase{"UnknownColumn", "event\tsame\tweight\tmood\n",
                     "line 1: no feature is called 'mood'"},
        WrongRowCase{"ColumnTwice", "event\tsame\tevent\n",
                     "line 1: the column 'event' is there twice"},
        WrongRowCase{"ColumnMissing", "event\tsame\tweight\n",
                     "line 1: there is no column 'same_measure'"},
        WrongRowCase{"TooFewFields", "# rows\n" + format_training_header() + "1\t0\t1\n",
                     "line 3: has 3 fields instead of " + std::to_string(kFeatureCount + 2)},
        WrongRowCase{"EventIsAName", format_training_header() + row_with(0, "fire"),
                     "line 2: 'fire' is no event"},
        WrongRowCase{"EventBelowNought", format_training_header() + row_with(0, "-1"),
                     "line 2: '-1' is no event"},
        WrongRowCase{"SameIsAWord", format_training_header() + row_with(1, "yes"),
                     "line 2: 'yes' is no same"},
        WrongRowCase{"NoWeight", format_training_header() + row_with(2, "0"),
                     "line 2: '0' is no weight"},
        WrongRowCase{"FeatureIsEmpty", format_training_header() + row_with(3, ""),
                     "line 2: '' is no same_measure"},
        WrongRowCase{"FeatureIsInfinite", format_training_header() + row_with(3, "inf"),
                     "line 2: 'inf' is no same_measure"},
        WrongRowCase{"FeatureBelowNought", format_training_header() + row_with(4, "-0.5"),
                     "line 2: '-0.5' is no wider_measure"},
        WrongRowCase{"FirstOfTwo",
                     format_training_header() + row_with(1, "2") + row_with(0, "fire"),
                     "line 2: '2' is no same"}),
    [](const auto& test) { return test.param.name; });

TEST(TrainingRows, FeaturesOfOnePairAreNamed) {
  EXPECT_EQ(format_features(made_pair().features), "bias=1 words=0.25 small=1");
  EXPECT_EQ(parse_features("bias=1 words=0.25 small=1"), made_pair().features);
  EXPECT_EQ(parse_features(""), PairFeatures{});
}

TEST(TrainingRows, FeaturesThatAreNoMoreAreLeftOut) {
  EXPECT_EQ(parse_features("bias=1 mood=1 words=0.25 small small=1 days= near_words=x"),
            made_pair().features);
}

// sameness.tsv is what `figurectl train` makes of training.tsv.
TEST(TrainingRows, TheBuiltInWeightsAreFittedToTheBuiltInRows) {
  const auto rows = builtin_training();
  ASSERT_GT(rows.size(), 1000U);
  const FeatureWeights fitted = fit_sameness(rows).weights();
  for (std::size_t i = 0; i < kFeatureCount; ++i)
    EXPECT_NEAR(fitted[i], SamenessModel::builtin().weights()[i], 0.001) << feature_name(i);
}

}  // namespace
}  // namespace figured::claims
