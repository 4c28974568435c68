#include "daemon/intake/disk_room.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

constexpr std::uint64_t kMiB = 1 << 20;

TEST(DiskRoomTest, WantsAQuarterMoreOnceThereWasTooLittle) {
  struct Step {
    std::uint64_t free;
    bool lacks;
  };
  const Step steps[] = {{500, false}, {100, false}, {99, true},   {100, true},
                        {124, true},  {125, false}, {101, false}, {0, true}};
  std::uint64_t free = 0;
  DiskRoom room("/data/figured.db", 100 * kMiB, [&](const std::string&) { return free * kMiB; });
  for (const Step& step : steps) {
    free = step.free;
    EXPECT_EQ(room.lack().has_value(), step.lacks) << step.free;
  }
}

TEST(DiskRoomTest, SaysHowMuchThereIs) {
  DiskRoom room("/data/figured.db", 64 * kMiB, [](const std::string&) { return 12 * kMiB; });
  EXPECT_EQ(room.lack(),
            "store '/data/figured.db': 12 MiB are free on its disk, 64 MiB are kept free "
            "(store.min_free)");
}

TEST(DiskRoomTest, WithNothingToKeepFreeItDoesNotAsk) {
  DiskRoom room("/data/figured.db", 0, [](const std::string&) -> std::optional<std::uint64_t> {
    ADD_FAILURE() << "asked";
    return 0;
  });
  EXPECT_EQ(room.lack(), std::nullopt);
}

TEST(DiskRoomTest, WhatCannotBeToldIsNoLack) {
  DiskRoom room("/data/figured.db", kMiB, [](const std::string&) { return std::nullopt; });
  EXPECT_EQ(room.lack(), std::nullopt);
  EXPECT_EQ(free_bytes("/no/such/folder/figured.db"), std::nullopt);
  EXPECT_GT(free_bytes("/tmp/figured.db").value_or(0), 0U);
}

}  // namespace
}  // namespace figured::daemon
