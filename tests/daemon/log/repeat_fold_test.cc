#include "daemon/log/repeat_fold.h"

#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;
constexpr RepeatFold::Time kStart{1h};

class RepeatFoldTest : public testing::Test {
 protected:
  int admitted(Event event, const std::string& subject, int lines, RepeatFold::Time at = kStart) {
    int said = 0;
    for (int i = 0; i < lines; ++i) said += fold_.admit(event, subject, at);
    return said;
  }
  RepeatFold fold_{{.lines = 3, .window = 60s}};
};

TEST_F(RepeatFoldTest, SaysTheFirstLinesOfAMinuteAndCountsTheRest) {
  EXPECT_EQ(admitted(Event::kFeedFailed, "", 10), 3);
  EXPECT_TRUE(fold_.take_over(kStart + 59s).empty());
  const auto folded = fold_.take_over(kStart + 60s);
  ASSERT_EQ(folded.size(), 1U);
  EXPECT_EQ(folded[0].event, Event::kFeedFailed);
  EXPECT_EQ(folded[0].lines, 7U);
  EXPECT_TRUE(fold_.take_over(kStart + 120s).empty()) << "told once";
  EXPECT_EQ(admitted(Event::kFeedFailed, "", 10, kStart + 121s), 3);
}

TEST_F(RepeatFoldTest, FewLinesAreAllSaidAndNothingIsTold) {
  EXPECT_EQ(admitted(Event::kFeedFailed, "", 3), 3);
  EXPECT_EQ(admitted(Event::kFeedFailed, "", 3, kStart + 61s), 3);
  EXPECT_TRUE(fold_.take_over(kStart + 200s).empty());
}

TEST_F(RepeatFoldTest, SubjectsAndKindsAreFoldedApart) {
  EXPECT_EQ(admitted(Event::kDeliveryFailed, "desk", 5), 3);
  EXPECT_EQ(admitted(Event::kDeliveryFailed, "pager", 5), 3);
  EXPECT_EQ(admitted(Event::kFeedFailed, "", 5), 3);
  EXPECT_EQ(fold_.take_all().size(), 3U);
}

TEST_F(RepeatFoldTest, WhatHappenedToADisputeIsAlwaysSaid) {
  EXPECT_EQ(admitted(Event::kDisputeOpened, "", 100), 100);
}

TEST_F(RepeatFoldTest, NothingThatWasCountedIsForgottenWhenNobodyAsksInTime) {
  admitted(Event::kFeedRead, "", 5);
  EXPECT_EQ(admitted(Event::kFeedRead, "", 5, kStart + 90s), 0);
  EXPECT_EQ(fold_.take_over(kStart + 91s).at(0).lines, 7U);
}

}  // namespace
}  // namespace figured::daemon
