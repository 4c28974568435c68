#include "claims/sameness/twin_headlines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "claims/text/names.h"

namespace figured::claims {
namespace {

// An article by its headline, and the names it knows beside those of the headline.
SourcedClaim article(const std::string& title, const std::string& names) {
  SourcedClaim claim;
  claim.title = title;
  std::istringstream words(title + ' ' + names);
  for (std::string word; words >> word;) {
    while (!word.empty() && word.back() == ',') word.pop_back();
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    claim.names.push_back(name_key(word));
  }
  std::sort(claim.names.begin(), claim.names.end());
  return claim;
}

struct Case {
  const char* what;
  const char* one;
  const char* other;
  bool twins;
  const char* names = "";  // that the other knows too
};

class TwinHeadlinesTest : public testing::TestWithParam<Case> {};

TEST_P(TwinHeadlinesTest, AreToldApart) {
  const Case& c = GetParam();
  const SourcedClaim one = article(c.one, ""), other = article(c.other, c.names);
  EXPECT_EQ(have_twin_headlines(one, other), c.twins);
  EXPECT_EQ(have_twin_headlines(other, one), c.twins);
  // At a glance nothing is missed.
  if (c.twins) {
    EXPECT_TRUE(may_be_twins(sketch_headline(c.one), sketch_headline(c.other)));
  }
}

TEST(HeadlineSketchTest, TellsMostHeadlinesApart) {
  const HeadlineSketch fire = sketch_headline("Fire at Velmont refinery kills 12");
  EXPECT_TRUE(may_be_twins(fire, sketch_headline("Fire at Quorlan refinery kills 40")));
  EXPECT_FALSE(may_be_twins(fire, sketch_headline("Council hears of a new plan")));
  EXPECT_FALSE(may_be_twins(fire, sketch_headline("Fire at the Velmont refinery kills 12")));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TwinHeadlinesTest,
    testing::Values(
        Case{"Places", "Fire at Velmont refinery", "Fire at Quorlan refinery", true},
        Case{"KnownPlaces", "Flood in Toulouse kills dozens", "Flood in Lisbon kills dozens", true},
        Case{"Firms", "Velmont Corp posts profit of $12m", "Quorlan Corp posts profit of $900m",
             true},
        Case{"TwoNames", "Quake shakes Velmont, Tarsia province",
             "Quake shakes Quorlan, Ombria province", true},
        Case{"EveryWordWithCapital", "Fire At Velmont Refinery Kills Workers",
             "Fire At Quorlan Refinery Kills Workers", true},
        Case{"OtherNumbers", "Fire at Velmont refinery kills 12",
             "Fire at Velmont refinery kills 40", false},
        Case{"NumberAndName", "Fire at Velmont refinery kills 12",
             "Fire at Quorlan refinery kills 40", true},
        Case{"TheSame", "Fire at Velmont refinery", "Fire at Velmont refinery", false},
        Case{"OtherWords", "Fire at Velmont refinery", "Blast at Velmont refinery", false},
        Case{"OtherWordWithCapital", "Mayor Wins Ohio Vote Today", "Mayor Takes Ohio Vote Today",
             false},
        Case{"NameAndWord", "Fire at Velmont refinery", "Blast at Quorlan refinery", false},
        Case{"Spellings", "Blast in central Kyiv district", "Blast in central Kiev district",
             false},
        Case{"NameIsKnownToTheOther", "Fire at Velmont refinery", "Fire at Quorlan refinery", false,
             "Velmont"},
        Case{"TooFewWords", "Velmont burns", "Quorlan burns", false},
        Case{"MoreWords", "Fire at Velmont refinery", "Fire at the Quorlan refinery", false},
        Case{"None", "", "", false}),
    [](const auto& tested) { return std::string(tested.param.what); });

}  // namespace
}  // namespace figured::claims
