#include "storage/sqlite/asked_readings.h"

#include <gtest/gtest.h>

#include <utility>

namespace figured::storage {
namespace {

RestoredReading reading(std::int64_t first, std::int64_t count) {
  RestoredReading reading;
  reading.first_claim = first;
  reading.end = first + count;
  return reading;
}

class AskedReadingsTest : public testing::Test {
 protected:
  // The first claim of the reading that holds the claim; 0 = none does.
  std::int64_t holder(std::int64_t claim) const {
    const RestoredReading* const found = asked_.find(claim);
    return found == nullptr ? 0 : found->first_claim;
  }

  AskedReadings asked_;
};

TEST_F(AskedReadingsTest, AReadingHoldsItsClaimsAndNoOthers) {
  asked_.put(reading(10, 3));
  asked_.put(reading(20, 1));
  EXPECT_EQ(holder(9), 0);
  EXPECT_EQ(holder(10), 10);
  EXPECT_EQ(holder(12), 10);
  EXPECT_EQ(holder(13), 0);
  EXPECT_EQ(holder(20), 20);
  EXPECT_EQ(holder(21), 0);
}

TEST_F(AskedReadingsTest, WhatChangesInTheFileIsForgotten) {
  asked_.put(reading(10, 3));
  asked_.put(reading(20, 1));
  asked_.forget(10);
  asked_.forget(11);  // none begins there
  EXPECT_EQ(holder(11), 0);
  EXPECT_EQ(holder(20), 20);
  asked_.forget_all();
  EXPECT_EQ(holder(20), 0);
}

TEST_F(AskedReadingsTest, ThoseThatCameFirstLeaveWhenThereIsNoRoom) {
  constexpr auto kMost = static_cast<std::int64_t>(AskedReadings::kMost);
  for (std::int64_t i = 1; i <= kMost; ++i) asked_.put(reading(10 * i, 2));
  EXPECT_EQ(holder(11), 10);
  asked_.put(reading(10 * (kMost + 1), 2));
  EXPECT_EQ(holder(11), 0);
  EXPECT_EQ(holder(21), 20);
}

TEST_F(AskedReadingsTest, OneThatCameAgainStaysAsLongAsTheOthers) {
  constexpr auto kMost = static_cast<std::int64_t>(AskedReadings::kMost);
  asked_.put(reading(10, 2));
  asked_.put(reading(10, 2));
  asked_.forget(10);
  asked_.put(reading(10, 2));
  for (std::int64_t i = 2; i <= kMost; ++i) asked_.put(reading(10 * i, 2));
  EXPECT_EQ(holder(11), 10);
  asked_.put(reading(10 * (kMost + 1), 2));
  EXPECT_EQ(holder(11), 0);
}

TEST_F(AskedReadingsTest, ALongTextIsNotHeld) {
  RestoredReading book = reading(10, 2);
  book.revision.text.assign(AskedReadings::kLongestText + 1, 'a');
  asked_.put(std::move(book));
  EXPECT_EQ(holder(10), 0);
}

TEST_F(AskedReadingsTest, OneThatCameAgainIsHeldAsItIsNow) {
  asked_.put(reading(10, 3));
  asked_.forget(10);
  asked_.put(reading(10, 1));
  EXPECT_EQ(holder(10), 10);
  EXPECT_EQ(holder(11), 0);
}

}  // namespace
}  // namespace figured::storage
