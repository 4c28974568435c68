#include "claims/verdicts/article_odds.h"

#include <gtest/gtest.h>

#include <vector>

namespace figured::claims {
namespace {

constexpr std::uint64_t kMany = 5'000;

TEST(KnownOddsTest, RemembersEachArticleWhereItWas) {
  KnownOdds known;
  std::vector<KnownOdds::Articles*> places;
  for (std::uint64_t key = 0; key < kMany; ++key) {
    places.push_back(&known.of(key));
    places.back()->odds.event = static_cast<double>(key);
  }
  for (std::uint64_t key = 0; key < kMany; ++key) {
    EXPECT_EQ(&known.of(key), places[key]);
    EXPECT_EQ(known.of(key).odds.event, static_cast<double>(key));
  }
}

TEST(KnownOddsTest, ForgetsAllAtOnce) {
  KnownOdds known;
  for (int round = 0; round < 3; ++round) {
    for (std::uint64_t key = 1; key < kMany; key += 7) {
      KnownOdds::Articles& articles = known.of(key);
      EXPECT_FALSE(articles.compared || articles.sketched);
      EXPECT_EQ(articles.odds.likeliest, 0);
      articles.compared = articles.sketched = true;
      articles.odds.likeliest = 1;
    }
    known.forget_all();
  }
}

}  // namespace
}  // namespace figured::claims
