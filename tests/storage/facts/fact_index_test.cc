#include "storage/facts/fact_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "tests/storage/samples.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FactIndexTest : public testing::Test {
 protected:
  std::vector<std::int64_t> found(std::vector<claims::FactKey> keys, std::size_t limit = 10) const {
    return index_.find(keys, limit, {});
  }
  // Those with a live claim of one of the articles.
  std::vector<std::int64_t> found_of(std::vector<claims::FactKey> keys,
                                     std::set<std::int64_t> articles) const {
    return index_.find(keys, 10, [=](std::int64_t article, const claims::ArticleSketch&) {
      return articles.contains(article);
    });
  }
  void put(std::int64_t claim, std::int64_t fact, std::int64_t article,
           std::vector<claims::FactKey> keys) {
    if (!known_.contains(article)) index_.put_article(article, at(0), {});
    known_.insert(article);
    index_.put_claim(claim, fact, article, keys);
  }

  FactIndex index_;
  std::set<std::int64_t> known_;
};

TEST_F(FactIndexTest, FactsSpokenOfLastComeFirstAndEachOnce) {
  put(1, 1, 1, {7, 8});
  put(2, 2, 1, {7});
  put(3, 1, 2, {8});
  EXPECT_THAT(found({7}), ElementsAre(2, 1));
  EXPECT_THAT(found({7, 8}), ElementsAre(1, 2));
  EXPECT_THAT(found({7, 8}, 1), ElementsAre(1));
  EXPECT_THAT(found({9}), IsEmpty());
  EXPECT_THAT(found({}), IsEmpty());
}

TEST_F(FactIndexTest, FactsWithMostOfTheKeysComeFirst) {
  put(1, 1, 1, {7, 8, 9});
  put(2, 2, 2, {7, 8});
  put(3, 3, 3, {8});
  put(4, 4, 4, {7, 9});
  EXPECT_THAT(found({7, 8, 9}), ElementsAre(1, 4, 2, 3));
  EXPECT_THAT(found({7, 8, 9}, 2), ElementsAre(1, 4));
}

TEST_F(FactIndexTest, TheLimitIsOfThoseThatTheFilterLetsPass) {
  for (std::int64_t i = 1; i <= 20; ++i) put(i, i, i, {7});
  const auto of_even = [](std::int64_t article, const claims::ArticleSketch&) {
    return article % 2 == 0;
  };
  EXPECT_THAT(index_.find(std::vector<claims::FactKey>{7}, 3, of_even), ElementsAre(20, 18, 16));
}

TEST_F(FactIndexTest, AFilterIsAskedOfSoManyFactsAtMost) {
  std::set<std::int64_t> asked;
  for (std::int64_t i = 1; i <= 200; ++i) put(i, i, i, {static_cast<claims::FactKey>(i % 10)});
  const auto none = [&](std::int64_t article, const claims::ArticleSketch&) {
    asked.insert(article);
    return false;
  };
  EXPECT_THAT(index_.find(std::vector<claims::FactKey>{0, 1, 2, 3, 4}, 3, none), IsEmpty());
  EXPECT_EQ(asked.size(), FactIndex::kMostTried);
}

TEST_F(FactIndexTest, FactsOfOtherArticlesAreLeftOut) {
  put(1, 1, 1, {7});
  put(2, 2, 2, {7});
  put(3, 2, 3, {7});
  EXPECT_THAT(found_of({7}, {2}), ElementsAre(2));
  EXPECT_THAT(found_of({7}, {1, 3}), ElementsAre(2, 1));
  EXPECT_THAT(found_of({7}, {4}), IsEmpty());
}

TEST_F(FactIndexTest, ARetiredClaimSpeaksForItsFactNoMore) {
  put(1, 1, 1, {7});
  put(2, 1, 2, {7});
  index_.retire(2);
  EXPECT_THAT(found_of({7}, {2}), IsEmpty());
  EXPECT_THAT(found_of({7}, {1}), ElementsAre(1));
  EXPECT_THAT(found({7}), ElementsAre(1));  // its keys stay
}

TEST_F(FactIndexTest, ARevivedClaimSpeaksForItsFactAgain) {
  put(1, 1, 1, {7});
  index_.retire(1);
  index_.revive(1, 1);
  EXPECT_THAT(found_of({7}, {1}), ElementsAre(1));
}

TEST_F(FactIndexTest, OnlyTheNewestClaimsOfAFactCount) {
  const auto most = static_cast<std::int64_t>(claims::kMaxLiveClaims);
  for (std::int64_t claim = 1; claim <= most; ++claim) put(claim, 1, claim, {7});
  EXPECT_THAT(found_of({7}, {1}), ElementsAre(1));
  put(most + 1, 1, most + 1, {7});
  EXPECT_THAT(found_of({7}, {1}), IsEmpty());
}

TEST_F(FactIndexTest, AnArticleIsShownAsItsLastRevisionHasIt) {
  const std::vector<claims::NameSketch> before = {1, 2, 3}, shorter = {4}, longer = {5, 6, 7, 8};
  index_.put_article(1, std::nullopt, before);
  index_.put_article(2, at(9), shorter);
  index_.put_claim(1, 1, 1, std::vector<claims::FactKey>{7});
  index_.put_claim(2, 2, 2, std::vector<claims::FactKey>{7});
  const auto shown = [&](std::int64_t article) {
    std::string text = "nothing";
    index_.find(std::vector<claims::FactKey>{7}, 10,
                [&](std::int64_t id, const claims::ArticleSketch& sketch) {
                  if (id != article) return false;
                  text = sketch.published
                             ? std::to_string((*sketch.published - at(0)).count()) + ":"
                             : "undated:";
                  for (const auto name : sketch.names) text += " " + std::to_string(name);
                  return true;
                });
    return text;
  };
  EXPECT_EQ(shown(1), "undated: 1 2 3");
  EXPECT_EQ(shown(2), "9: 4");
  index_.put_article(1, at(1), shorter);
  EXPECT_EQ(shown(1), "1: 4");
  index_.put_article(1, std::nullopt, longer);
  EXPECT_EQ(shown(1), "undated: 5 6 7 8");
  EXPECT_EQ(shown(2), "9: 4");
}

TEST_F(FactIndexTest, AnUnknownArticleIsWorthReading) {
  index_.put_claim(1, 1, 5, std::vector<claims::FactKey>{7});
  EXPECT_THAT(found_of({7}, {}), ElementsAre(1));
}

TEST_F(FactIndexTest, WhatWasTakenBackIsLiveNoMore) {
  put(1, 1, 1, {7});
  put(2, 1, 2, {7});
  put(3, 3, 2, {8});
  index_.forget_from(2);
  EXPECT_THAT(found_of({7}, {1}), ElementsAre(1));
  EXPECT_THAT(found_of({7, 8}, {2}), IsEmpty());
  put(4, 1, 3, {7});
  EXPECT_THAT(found_of({7}, {3}), ElementsAre(1));
}

TEST_F(FactIndexTest, NumbersBeyondItsReachAreRefused) {
  const std::int64_t beyond = std::int64_t{std::numeric_limits<std::uint32_t>::max()} + 1;
  EXPECT_THROW(index_.put_article(beyond, std::nullopt, {}), std::length_error);
  EXPECT_THROW(index_.put_claim(1, beyond, 1, {}), std::length_error);
  EXPECT_THROW(index_.put_claim(-1, 1, 1, {}), std::length_error);
}

}  // namespace
}  // namespace figured::storage
