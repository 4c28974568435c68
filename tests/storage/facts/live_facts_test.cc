#include "storage/facts/live_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/samples.h"

namespace figured::storage {
namespace {

class LiveFactsTest : public testing::Test {
 protected:
  static claims::SourcedClaim claim(const std::string& surface) {
    return claim_in({}, article("guid:1"), surface);
  }
  static claims::Fact fact(std::int64_t id, const std::vector<std::string>& surfaces) {
    claims::Fact fact;
    fact.id = id;
    for (const std::string& surface : surfaces) fact.live.push_back(claim(surface));
    return fact;
  }
  std::vector<std::string> live(std::int64_t id) {
    const claims::SharedFact found = held_.find(id);
    return found ? surfaces(found->live) : std::vector<std::string>{"not held"};
  }

  // Room for three facts of a claim each and for one more claim.
  LiveFacts held_{3 * LiveFacts::bytes_of(fact(1, {"a"})) + LiveFacts::bytes_of(claim("a"))};
};

using testing::ElementsAre;

TEST_F(LiveFactsTest, HoldsWhatItWasTold) {
  held_.hold(fact(1, {"20k"}));
  held_.add_claim(1, claim("9,000"));
  EXPECT_THAT(live(1), ElementsAre("20k", "9,000"));
  EXPECT_THAT(live(2), ElementsAre("not held"));
}

TEST_F(LiveFactsTest, FindsManyAsItFindsEach) {
  held_.hold(fact(1, {"20k"}));
  held_.hold(fact(3, {"9,000"}));
  const std::vector<std::int64_t> ids{3, 2, 1};
  const auto found = held_.find_all(ids);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_THAT(surfaces(found[0]->live), ElementsAre("9,000"));
  EXPECT_EQ(found[1], nullptr);
  EXPECT_THAT(surfaces(found[2]->live), ElementsAre("20k"));
}

// Asked for with others it is spared as if it were asked for alone.
TEST_F(LiveFactsTest, WhatIsFoundAmongManyStaysLonger) {
  for (const std::int64_t id : {1, 2, 3}) held_.hold(fact(id, {"a"}));
  held_.find_all(std::vector<std::int64_t>{1});
  held_.hold(fact(4, {"a"}));
  held_.hold(fact(5, {"a"}));
  EXPECT_THAT(live(1), ElementsAre("a"));
  EXPECT_THAT(live(2), ElementsAre("not held"));
}

TEST_F(LiveFactsTest, WhatWasGivenStaysAsItWas) {
  held_.hold(fact(1, {"20k"}));
  const claims::SharedFact given = held_.find(1);
  held_.add_claim(1, claim("9,000"));
  EXPECT_THAT(surfaces(given->live), ElementsAre("20k"));
  EXPECT_THAT(live(1), ElementsAre("20k", "9,000"));
}

TEST_F(LiveFactsTest, HoldingAgainReplaces) {
  held_.hold(fact(1, {"20k"}));
  held_.hold(fact(1, {"9,000"}));
  EXPECT_THAT(live(1), ElementsAre("9,000"));
}

TEST_F(LiveFactsTest, ThoseNotAskedForLongestLeave) {
  held_.hold(fact(1, {"a"}));
  held_.hold(fact(2, {"b"}));
  held_.hold(fact(3, {"c"}));
  live(1);
  held_.hold(fact(4, {"d"}));
  EXPECT_THAT(live(2), ElementsAre("not held"));
  EXPECT_THAT(live(1), ElementsAre("a"));
  EXPECT_THAT(live(4), ElementsAre("d"));
}

TEST_F(LiveFactsTest, AGrowingFactPushesOthersOut) {
  held_.hold(fact(1, {"a"}));
  held_.hold(fact(2, {"b"}));
  for (const char* surface : {"c", "d", "e"}) held_.add_claim(2, claim(surface));
  EXPECT_THAT(live(1), ElementsAre("not held"));
  EXPECT_THAT(live(2), ElementsAre("b", "c", "d", "e"));
}

TEST_F(LiveFactsTest, AFactTooBigIsNotHeld) {
  held_.hold(fact(1, {"a", "b", "c", "d", "e", "f"}));
  EXPECT_THAT(live(1), ElementsAre("not held"));
}

TEST_F(LiveFactsTest, ForgetsOneOrAll) {
  held_.hold(fact(1, {"a"}));
  held_.hold(fact(2, {"b"}));
  held_.forget(1);
  held_.forget(7);
  EXPECT_THAT(live(1), ElementsAre("not held"));
  EXPECT_THAT(live(2), ElementsAre("b"));
  held_.forget_all();
  EXPECT_THAT(live(2), ElementsAre("not held"));
}

TEST_F(LiveFactsTest, OnlyTheNewestClaimsAreLive) {
  LiveFacts roomy(1'000'000);
  roomy.hold(fact(1, {}));
  for (std::size_t i = 0; i <= claims::kMaxLiveClaims; ++i)
    roomy.add_claim(1, claim(std::to_string(i)));
  const auto& live = roomy.find(1)->live;
  ASSERT_EQ(live.size(), claims::kMaxLiveClaims);
  EXPECT_EQ(live.front().claim.figure.surface, "1");
}

}  // namespace
}  // namespace figured::storage
