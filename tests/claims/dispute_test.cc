#include "claims/dispute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

SourcedClaim claim(std::int64_t id, double value) {
  SourcedClaim claim;
  claim.id = id;
  claim.claim.figure.low = claim.claim.figure.high = value;
  return claim;
}

// A dispute that claims of numbered values join, each against some before.
class DisputeTest : public testing::Test {
 protected:
  DisputeChange join(std::int64_t id, double value, std::vector<const SourcedClaim*> opposed) {
    now_ += seconds(1);
    return take_sides(dispute_, claim(id, value), opposed, 0.5, now_);
  }
  std::vector<std::vector<std::int64_t>> sides() const {
    std::vector<std::vector<std::int64_t>> ids;
    for (const Side& side : dispute_.sides) ids.push_back(side.claim_ids);
    return ids;
  }
  Dispute dispute_;
  sys_seconds now_{};
  const SourcedClaim first_ = claim(1, 42);
  const SourcedClaim second_ = claim(2, 31);
};

TEST_F(DisputeTest, TheFirstContradictionOpens) {
  EXPECT_EQ(join(2, 31, {&first_}), DisputeChange::kOpened);
  EXPECT_EQ(dispute_.state, DisputeState::kOpen);
  EXPECT_EQ(dispute_.sequence, 1);
  EXPECT_EQ(dispute_.opened_at, sys_seconds(seconds(1)));
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(1), testing::ElementsAre(2)));
}

TEST_F(DisputeTest, AClaimOnASideThatIsThereChangesNothing) {
  join(2, 31, {&first_});
  EXPECT_EQ(join(3, 42, {&second_}), DisputeChange::kNone);
  EXPECT_EQ(dispute_.sequence, 1);
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(1, 3), testing::ElementsAre(2)));
}

TEST_F(DisputeTest, ANewValueWidens) {
  join(2, 31, {&first_});
  EXPECT_EQ(join(3, 77, {&first_, &second_}), DisputeChange::kNewSide);
  EXPECT_EQ(dispute_.state, DisputeState::kWidened);
  EXPECT_EQ(dispute_.sides.size(), 3u);
  EXPECT_EQ(dispute_.sequence, 2);
}

TEST_F(DisputeTest, AVagueSideHidesNoPreciseValue) {
  SourcedClaim thousands = claim(5, 2000);
  thousands.claim.figure.high = 9999;
  thousands.claim.figure.bound = Bound::kRange;
  const SourcedClaim twenty = claim(6, 20'000);
  take_sides(dispute_, thousands, {&twenty}, 0.5, now_);
  EXPECT_EQ(join(7, 9'000, {&twenty}), DisputeChange::kNewSide);
  EXPECT_EQ(join(8, 7'000, {&twenty}), DisputeChange::kNewSide);
  EXPECT_EQ(dispute_.sides.size(), 4u);
}

// "About 3,500" and "about 3,300" overlap; where they were found to contradict they are two sides.
TEST_F(DisputeTest, WhatIsOpposedTakesNoSideTogether) {
  const auto about = [](std::int64_t id, double value) {
    SourcedClaim said = claim(id, value);
    said.claim.figure.bound = Bound::kAbout;
    return said;
  };
  const SourcedClaim more = about(5, 3'500), less = about(6, 3'300);
  EXPECT_EQ(take_sides(dispute_, less, {&more}, 0.1, now_), DisputeChange::kOpened);
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(5), testing::ElementsAre(6)));
  EXPECT_EQ(take_sides(dispute_, about(7, 3'310), {&more}, 0.1, now_), DisputeChange::kNone);
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(5), testing::ElementsAre(6, 7)));
}

TEST_F(DisputeTest, SettlesWhenOneSideIsLeftAndReopens) {
  join(2, 31, {&first_});
  EXPECT_EQ(withdraw_claims(dispute_, {2}, sys_seconds(seconds(9))), DisputeChange::kSettled);
  EXPECT_EQ(dispute_.state, DisputeState::kSettled);
  EXPECT_EQ(dispute_.changed_at, sys_seconds(seconds(9)));
  EXPECT_EQ(join(4, 20, {&first_}), DisputeChange::kReopened);
  EXPECT_EQ(dispute_.state, DisputeState::kReopened);
}

TEST_F(DisputeTest, WithdrawingOneOfManyKeepsItOpen) {
  join(2, 31, {&first_});
  join(3, 31, {&first_});
  EXPECT_EQ(withdraw_claims(dispute_, {2}, now_), DisputeChange::kNone);
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(1), testing::ElementsAre(3)));
}

TEST_F(DisputeTest, WithdrawingAStrangerIsNoChange) {
  join(2, 31, {&first_});
  const auto changed_at = dispute_.changed_at;
  EXPECT_EQ(withdraw_claims(dispute_, {99}, sys_seconds(seconds(9))), DisputeChange::kNone);
  EXPECT_EQ(dispute_.changed_at, changed_at);
}

TEST_F(DisputeTest, KeepsTheWorstSeverity) {
  take_sides(dispute_, second_, {&first_}, 0.9, now_);
  take_sides(dispute_, claim(3, 77), {&first_}, 0.2, now_);
  EXPECT_DOUBLE_EQ(dispute_.severity, 0.9);
}

TEST_F(DisputeTest, ValuesBeyondTheEighthTakeNoSide) {
  join(2, 31, {&first_});
  for (int more = 3; more <= 8; ++more) join(more, 100.0 * more, {&first_});
  EXPECT_EQ(dispute_.sides.size(), kMaxSides);
  EXPECT_EQ(join(9, 5'000, {&first_}), DisputeChange::kNone);
  EXPECT_EQ(join(10, 300, {&first_}), DisputeChange::kNone);
  EXPECT_EQ(dispute_.sides.size(), kMaxSides);
  EXPECT_THAT(dispute_.sides[2].claim_ids, testing::ElementsAre(3, 10));
}

// A dispute of 42 against 31 that somebody dismissed at second 100.
class DismissedTest : public DisputeTest {
 protected:
  DismissedTest() {
    join(2, 31, {&first_});
    EXPECT_TRUE(decide(dispute_, {DecisionKind::kDismissed, DismissalReason::kDifferentEvent, "",
                                  sys_seconds(seconds(100))}));
  }
  bool reopen() { return decide(dispute_, {DecisionKind::kReopened, {}, "", now_}); }
};

TEST_F(DismissedTest, IsAChangeOfItsOwn) {
  EXPECT_EQ(dispute_.state, DisputeState::kDismissed);
  EXPECT_EQ(dispute_.sequence, 2);
  EXPECT_EQ(dispute_.changed_at, sys_seconds(seconds(100)));
}

TEST_F(DismissedTest, ClaimsStillJoinAndNothingIsTold) {
  EXPECT_EQ(join(3, 42, {&second_}), DisputeChange::kNone);
  EXPECT_EQ(join(4, 77, {&first_, &second_}), DisputeChange::kNone);
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(1, 3), testing::ElementsAre(2),
                                            testing::ElementsAre(4)));
  EXPECT_EQ(dispute_.state, DisputeState::kDismissed);
  EXPECT_EQ(dispute_.sequence, 2);
  EXPECT_EQ(dispute_.changed_at, sys_seconds(seconds(100)));
}

TEST_F(DismissedTest, AWithdrawnSideSettlesNothing) {
  EXPECT_EQ(withdraw_claims(dispute_, {2}, now_), DisputeChange::kNone);
  EXPECT_EQ(dispute_.state, DisputeState::kDismissed);
  EXPECT_THAT(sides(), testing::ElementsAre(testing::ElementsAre(1)));
}

TEST_F(DismissedTest, EvenWithoutAnySideLeftItStaysQuiet) {
  withdraw_claims(dispute_, {1, 2}, now_);
  EXPECT_EQ(join(4, 77, {&first_}), DisputeChange::kNone);
  EXPECT_EQ(dispute_.state, DisputeState::kDismissed);
}

TEST_F(DismissedTest, ReopenedItTellsAgain) {
  EXPECT_TRUE(reopen());
  EXPECT_EQ(dispute_.state, DisputeState::kReopened);
  EXPECT_EQ(dispute_.sequence, 3);
  EXPECT_EQ(join(4, 77, {&first_}), DisputeChange::kNewSide);
}

TEST_F(DismissedTest, ReopenedWithOneSideItIsSettled) {
  withdraw_claims(dispute_, {2}, now_);
  EXPECT_TRUE(reopen());
  EXPECT_EQ(dispute_.state, DisputeState::kSettled);
  EXPECT_EQ(join(4, 20, {&first_}), DisputeChange::kReopened);
}

TEST_F(DismissedTest, ItCanBeDismissedForAnotherReason) {
  EXPECT_TRUE(decide(dispute_, {DecisionKind::kDismissed, DismissalReason::kMisread, "", now_}));
  EXPECT_EQ(dispute_.state, DisputeState::kDismissed);
}

TEST_F(DismissedTest, ItIsNotConfirmed) {
  EXPECT_FALSE(decide(dispute_, {DecisionKind::kConfirmed, {}, "", now_}));
  EXPECT_EQ(dispute_.state, DisputeState::kDismissed);
}

TEST_F(DisputeTest, ConfirmingChangesNothingOfIt) {
  join(2, 31, {&first_});
  EXPECT_TRUE(decide(dispute_, {DecisionKind::kConfirmed, {}, "", sys_seconds(seconds(9))}));
  EXPECT_EQ(dispute_.state, DisputeState::kOpen);
  EXPECT_EQ(dispute_.sequence, 1);
}

TEST_F(DisputeTest, WhatIsNotDismissedIsNotReopened) {
  join(2, 31, {&first_});
  EXPECT_FALSE(decide(dispute_, {DecisionKind::kReopened, {}, "", now_}));
  EXPECT_EQ(dispute_.state, DisputeState::kOpen);
}

TEST(DisputeState, IsNamed) {
  for (const auto state : {DisputeState::kOpen, DisputeState::kWidened, DisputeState::kSettled,
                           DisputeState::kReopened, DisputeState::kDismissed}) {
    EXPECT_EQ(parse_dispute_state(format_dispute_state(state)), state);
  }
  EXPECT_EQ(parse_dispute_state("ajar"), std::nullopt);
}

}  // namespace
}  // namespace figured::claims
