#include "daemon/intake/intake_budget.h"

#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;

class IntakeBudgetTest : public testing::Test {
 protected:
  IntakeBudget budget(IntakeLimits limits) {
    return IntakeBudget(limits, [this] { return resident_; });
  }
  std::size_t resident_ = 0;
  IntakeBudget::Time now_{1h};
};

TEST_F(IntakeBudgetTest, WithoutLimitsNothingIsShort) {
  IntakeBudget all = budget({0, 0, 0});
  resident_ = 1 << 30;
  for (int i = 0; i < 1'000; ++i) all.begin_fetch();
  all.hold(std::size_t{1} << 40);
  EXPECT_EQ(all.shortage(now_), "");
  EXPECT_EQ(all.reserve(now_), now_);
}

TEST_F(IntakeBudgetTest, WhatWasFetchedCountsUntilItIsStored) {
  IntakeBudget some = budget({1 << 20, 0, 0});
  some.begin_fetch();
  some.end_fetch(2 << 20);
  some.hold(2 << 20);
  EXPECT_EQ(some.shortage(now_), "in-flight");
  some.release(2 << 20);
  EXPECT_EQ(some.shortage(now_), "");
}

TEST_F(IntakeBudgetTest, WhatIsUnderWayCountsAsAnswersAreOnAverage) {
  IntakeBudget some = budget({1 << 20, 0, 0});
  for (int i = 0; i < 200; ++i) {
    some.begin_fetch();
    some.end_fetch(512 << 10);
  }
  some.begin_fetch();
  EXPECT_EQ(some.shortage(now_), "");
  some.begin_fetch();
  EXPECT_EQ(some.shortage(now_), "in-flight");
}

TEST_F(IntakeBudgetTest, OneAtATimeIsAlwaysLetIn) {
  IntakeBudget none = budget({1, 1, 0});
  resident_ = 100;
  EXPECT_EQ(none.shortage(now_), "");
  none.begin_fetch();
  EXPECT_NE(none.shortage(now_), "");
  none.end_fetch(0);
  EXPECT_EQ(none.shortage(now_), "");
}

TEST_F(IntakeBudgetTest, MemoryIsShortUntilATenthIsFreeAgain) {
  IntakeBudget some = budget({0, 1'000, 0});
  some.begin_fetch();
  const auto shortage_at = [&](std::size_t resident) {
    resident_ = resident;
    return some.shortage(now_ += 1s);
  };
  EXPECT_EQ(shortage_at(1'000), "");
  EXPECT_EQ(shortage_at(1'001), "memory");
  EXPECT_EQ(shortage_at(950), "memory");
  EXPECT_EQ(shortage_at(900), "");
  EXPECT_EQ(shortage_at(950), "");
}

TEST_F(IntakeBudgetTest, FetchesBeginAtTheRate) {
  IntakeBudget slow = budget({0, 0, 4});
  EXPECT_EQ(slow.reserve(now_), now_);
  EXPECT_EQ(slow.reserve(now_), now_ + 250ms);
  EXPECT_EQ(slow.reserve(now_), now_ + 500ms);
  EXPECT_EQ(slow.reserve(now_ + 10s), now_ + 10s) << "what was not used is not made up for";
}

}  // namespace
}  // namespace figured::daemon
