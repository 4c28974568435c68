#include "claims/sameness/article_pair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "claims/text/names.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

std::vector<NameKey> names_of(const std::string& words) {
  std::vector<NameKey> names;
  std::istringstream in(words);
  for (std::string word; in >> word;) names.push_back(name_key(word));
  std::sort(names.begin(), names.end());
  return names;
}

SourcedClaim article(const std::string& outlet, const std::string& names) {
  SourcedClaim claim = made_claim(outlet, "people.killed", "42");
  claim.names = names_of(names);
  return claim;
}

ArticlePair pair_of(const SourcedClaim& a, const SourcedClaim& b) {
  const auto profile = profile_of(b);
  NameTable names;
  names.fill(b.names);
  return pair_articles(a, {b, *profile}, names);
}

ArticlePair sketched(const SourcedClaim& a, const SourcedClaim& b) {
  const std::vector<NameSketch> sketch = sketch_names(a.names);
  SketchTable names;
  names.fill(b.names);
  return pair_articles(ArticleSketch{a.published, sketch}, b.published, names);
}

struct Case {
  const char* what;
  const char* one;
  const char* other;
  float names;  // share
  float least;  // of the weight
  float most;
};

class ArticlePairTest : public testing::TestWithParam<Case> {};

TEST_P(ArticlePairTest, NamesAreWorthWhatTheyTell) {
  const Case& c = GetParam();
  const SourcedClaim a = article("A", c.one), b = article("B", c.other);
  for (const ArticlePair& pair : {pair_of(a, b), pair_of(b, a)}) {
    EXPECT_FLOAT_EQ(pair.names, c.names);
    EXPECT_GE(kManyNames * pair.telling_names, c.least);
    EXPECT_LE(kManyNames * pair.telling_names, c.most);
    // By its sketch an article is as much like the other, or more.
    EXPECT_GE(sketched(a, b).names, pair.names);
    EXPECT_GE(sketched(a, b).telling_names, pair.telling_names);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ArticlePairTest,
    testing::Values(
        Case{"None", "Velmont Lindt", "Orsk Jorv", 0, 0, 0},
        Case{"Usual", "House Senate Velmont Lindt", "House Senate Orsk Jorv", 0.5F, 0, 0.05F},
        Case{"Rare", "Velmont Lindt House Senate", "Velmont Lindt York Obama", 0.5F, 2, 2},
        Case{"Briefs", "Velmont House", "Velmont House", 1, 2.6F, 2.62F},
        Case{"BriefOfAUsualTown", "Munich", "Munich", 1, 1.9F, 2.1F},
        Case{"OneBrief", "Velmont", "Velmont Lindt Jorv Orsk", 1, 2.6F, 2.6F},
        Case{"AsManyAsCount", "Ab Cd Ef Gh Ij Kl Mn Op Qr St", "Ab Cd Ef Gh Ij Kl Mn Op Qr St", 1,
             kManyNames, kManyNames}),
    [](const auto& test) { return test.param.what; });

TEST(ArticlePair, OneArticleIsOne) {
  const SourcedClaim a = article("A", "Velmont");
  EXPECT_TRUE(pair_of(a, a).one);
}

TEST(ArticlePair, TwinHeadlinesShareNothing) {
  SourcedClaim a = article("A", "Lindt Coast Orsk"), b = article("B", "Jorv Coast Orsk");
  EXPECT_GT(pair_of(a, b).telling_names, 0);
  a.title = "Fire at Lindt refinery in the north";
  b.title = "Fire at Jorv refinery in the north";
  EXPECT_EQ(pair_of(a, b).names, 0);
  EXPECT_EQ(pair_of(a, b).telling_names, 0);
}

}  // namespace
}  // namespace figured::claims
