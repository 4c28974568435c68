#include "alerts/claim_sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::alerts {
namespace {

using testing::ElementsAre;

std::vector<std::int64_t> asked_for(const Cause& cause) {
  std::vector<std::int64_t> ids;
  find_sources(cause, [&](std::int64_t id) {
    ids.push_back(id);
    return std::optional<ArticleSource>();
  });
  return ids;
}

claims::SourcedClaim claim(std::int64_t id) {
  claims::SourcedClaim claim;
  claim.id = id;
  return claim;
}

TEST(FindSources, OfWhatIsQuotedAndStandsOnSides) {
  Cause cause;
  EXPECT_THAT(asked_for(cause), ElementsAre());
  cause.claim = claim(9);
  cause.against = {{claim(4), {}}, {claim(7), {}}};
  cause.dispute.sides = {{1, 1, {4, 5}}, {2, 2, {9}}};
  EXPECT_THAT(asked_for(cause), ElementsAre(4, 5, 7, 9));
}

TEST(FindSources, OfASideTheNewest) {
  Cause cause;
  cause.dispute.sides = {{1, 1, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}}};
  EXPECT_THAT(asked_for(cause), ElementsAre(3, 4, 5, 6, 7, 8, 9, 10));
}

TEST(FindSources, WhatIsNotKnownIsLeftOut) {
  Cause cause;
  cause.against = {{claim(4), {}}, {claim(7), {}}};
  const auto sources = find_sources(cause, [](std::int64_t id) {
    ArticleSource source;
    source.article_id = 70;
    return id == 7 ? std::optional(source) : std::nullopt;
  });
  ASSERT_EQ(sources.size(), 1u);
  EXPECT_EQ(sources.at(7).article_id, 70);
}

}  // namespace
}  // namespace figured::alerts
