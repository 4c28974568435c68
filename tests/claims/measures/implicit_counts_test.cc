#include "claims/measures/implicit_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct CountCase {
  std::string name;
  std::string text;
  std::string counts;  // "surface: value measure", parted by ", "
};

class ImplicitCountsTest : public testing::TestWithParam<CountCase> {};

TEST_P(ImplicitCountsTest, CountPeopleWithoutANumber) {
  std::string counts;
  const Reading reading = Extractor().read({{}, GetParam().text, {}, {}});
  for (const Claim& claim : reading.implied) {
    counts += (counts.empty() ? "" : ", ") + claim.figure.surface + ": " + in_words(claim.figure) +
              " " + claim.measure;
  }
  EXPECT_EQ(counts, GetParam().counts);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ImplicitCountsTest,
    testing::Values(
        CountCase{"Passive", "A soldier was killed in the raid.", "A soldier: 1 people.killed"},
        CountCase{"Also", "A nurse was also wounded.", "A nurse: 1 people.injured"},
        CountCase{"Active", "The blast injured a nurse.", "a nurse: 1 people.injured"},
        CountCase{"Ing", "The roof fell, killing a worker.", "a worker: 1 people.killed"},
        CountCase{"Arrested", "Police arrested a man.", "a man: 1 people.arrested"},
        CountCase{"Couple", "A man and his wife were killed.",
                  "A man: 1 people.killed, his wife: 1 people.killed"},
        CountCase{"Family", "A man, his wife and two children were killed.",
                  "A man: 1 people.killed, his wife: 1 people.killed"},
        CountCase{"Missing", "A sailor is missing.", "A sailor: 1 people.missing"},
        CountCase{"Rescued", "Rescuers saved a child.", "a child: 1 people.rescued"},
        CountCase{"Charged", "A driver was charged with theft.", "A driver: 1 people.charged"},
        CountCase{"Group", "A group of soldiers was killed.", ""},
        CountCase{"Bus", "A bus carrying 12 people was damaged.", ""},
        CountCase{"Car", "A car was destroyed.", ""},
        CountCase{"Member", "A member was elected.", ""},
        CountCase{"Elected", "A woman was elected.", ""},
        CountCase{"Owner", "The soldier's dog was killed.", ""},
        CountCase{"OfSoldier", "A soldier's dog was killed.", ""},
        CountCase{"Killer", "A soldier killed the dog.", ""},
        CountCase{"Suspect", "He was not a suspect.", ""},
        CountCase{"Life", "The vest saved his life.", ""},
        CountCase{"The", "The soldier was killed.", ""},
        CountCase{"Plain", "A man walked home.", ""},
        CountCase{"Later", "A worker watched while officers were arrested.", ""}),
    [](const auto& test) { return test.param.name; });

TEST(ImplicitCounts, AreNoClaims) {
  EXPECT_TRUE(claims_of("A soldier was killed in the raid.").empty());
}

struct NoneRow {
  std::string_view text;
  std::string_view measure;  // of the only claim; "" when there is none
};

TEST(ImplicitCounts, NoneIsAClaim) {
  const NoneRow rows[] = {
      {"No workers were injured.", "people.injured"},
      {"No sailors were hurt.", "people.injured"},
      {"No injuries were reported.", "people.injured"},
      {"There were no deaths in the blaze.", "people.killed"},
      {"There were no reports of injuries.", "people.injured"},
      {"There were no immediate reports of casualties.", "people.casualties"},
      {"No arrests were made.", "people.arrested"},
      {"Nobody was hurt in the fire.", "people.injured"},
      {"No one has been arrested.", "people.arrested"},
      {"The raid did not kill any sailors.", "people.killed"},
      {"The flood has not caused any deaths.", "people.killed"},
      {"The shell hit the barn without hurting anyone.", "people.injured"},
      {"No one else was hurt.", ""},
      {"The clip shows no flag, and injured people.", ""},
      {"No one may be arrested for it.", ""},
      {"Nobody knows the way.", ""},
      {"She would not hurt anyone.", ""},
      {"He did not mean to hurt anyone.", ""},
      {"The law does not let them arrest anyone.", ""},
      {"No plans were made.", ""},
      {"There is no injury lawyer in town.", ""},
      {"No reports were filed.", ""},
  };
  for (const NoneRow& row : rows) {
    const std::vector<Claim> claims = claims_of(row.text);
    ASSERT_EQ(claims.size(), row.measure.empty() ? 0u : 1u) << row.text;
    if (row.measure.empty()) continue;
    EXPECT_EQ(claims[0].figure.low, 0.0) << row.text;
    EXPECT_EQ(claims[0].measure, row.measure) << row.text;
    EXPECT_FALSE(claims[0].negated) << row.text;
  }
}

TEST(ImplicitCounts, AnotherIsAClaim) {
  for (const std::string_view text :
       {"Another guard was shot.", "Another person was shot.", "Gunmen shot another guard."}) {
    const std::vector<Claim> claims = claims_of(text);
    ASSERT_EQ(claims.size(), 1u) << text;
    EXPECT_EQ(claims[0].figure.low, 1.0) << text;
    EXPECT_EQ(claims[0].measure, "people.shot") << text;
    EXPECT_NE(std::find(claims[0].scope.begin(), claims[0].scope.end(), "other"),
              claims[0].scope.end())
        << text;
  }
  EXPECT_TRUE(claims_of("Another guard spoke.").empty());
  EXPECT_TRUE(claims_of("It was shot from another angle.").empty());
}

}  // namespace
}  // namespace figured::claims
