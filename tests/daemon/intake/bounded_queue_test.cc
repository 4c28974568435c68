#include "daemon/intake/bounded_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <numeric>
#include <thread>

namespace figured::daemon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(BoundedQueueTest, KeepsTheOrderOfValues) {
  BoundedQueue<int> queue(3);
  for (const int value : {1, 2, 3}) queue.push(value);
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), 3);
}

TEST(BoundedQueueTest, TryPushLeavesTheValueWhereItIsFull) {
  BoundedQueue<std::unique_ptr<int>> queue(1);
  auto first = std::make_unique<int>(1);
  auto second = std::make_unique<int>(2);
  EXPECT_TRUE(queue.try_push(first));
  EXPECT_FALSE(queue.try_push(second));
  ASSERT_TRUE(second);
  EXPECT_EQ(*second, 2);
}

std::size_t one_each(int) { return 1; }

TEST(BoundedQueueTest, PushAheadTakesMoreThanItHolds) {
  BoundedQueue<int> queue(1);
  queue.push(1);
  EXPECT_TRUE(queue.push_ahead(2));
  EXPECT_THAT(queue.pop_group(8, one_each), ElementsAre(2, 1));
  queue.close();
  EXPECT_FALSE(queue.push_ahead(3));
}

TEST(BoundedQueueTest, WhatIsPushedAheadLeavesFirstInItsOwnOrder) {
  BoundedQueue<int> queue(8);
  queue.push(1);
  queue.push_ahead(2);
  queue.push(3);
  queue.push_ahead(4);
  queue.push_ahead(5);
  EXPECT_EQ(queue.pop(), 2);
  queue.push_ahead(6);
  EXPECT_THAT(queue.pop_group(2, one_each), ElementsAre(4, 5));
  queue.push_ahead(7);
  EXPECT_THAT(queue.pop_group(3, one_each), ElementsAre(6, 7, 1));
  queue.push_ahead(8);
  EXPECT_THAT(queue.pop_group(8, one_each), ElementsAre(8, 3));
}

TEST(BoundedQueueTest, AGroupIsAllThatWaitsUpToTheLimit) {
  BoundedQueue<int> queue(8);
  for (const int value : {1, 2, 3, 4, 5}) queue.push(value);
  EXPECT_THAT(queue.pop_group(3, one_each), ElementsAre(1, 2, 3));
  EXPECT_THAT(queue.pop_group(3, one_each), ElementsAre(4, 5));
}

TEST(BoundedQueueTest, AGroupWeighsNoMoreThanTheLimitUnlessItIsOne) {
  BoundedQueue<int> queue(8);
  const auto weight = [](int value) { return static_cast<std::size_t>(value); };
  for (const int value : {9, 1, 2, 3, 0, 1}) queue.push(value);
  EXPECT_THAT(queue.pop_group(6, weight), ElementsAre(9));
  EXPECT_THAT(queue.pop_group(6, weight), ElementsAre(1, 2, 3, 0));
  EXPECT_THAT(queue.pop_group(6, weight), ElementsAre(1));
}

TEST(BoundedQueueTest, WhatIsInAClosedQueueCanBePopped) {
  BoundedQueue<int> queue(8);
  queue.push(1);
  queue.push(2);
  queue.close();
  EXPECT_FALSE(queue.push(3));
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_THAT(queue.pop_group(8, one_each), ElementsAre(2));
  EXPECT_EQ(queue.pop(), std::nullopt);
  EXPECT_THAT(queue.pop_group(8, one_each), IsEmpty());
}

TEST(BoundedQueueTest, CloseWakesThoseWhoPop) {
  BoundedQueue<int> queue(1);
  std::optional<int> popped = 0;
  std::thread popper([&] { popped = queue.pop(); });
  queue.close();
  popper.join();
  EXPECT_EQ(popped, std::nullopt);
}

TEST(BoundedQueueTest, CloseWakesThoseWhoPush) {
  BoundedQueue<int> queue(1);
  queue.push(1);
  bool taken = true;
  std::thread pusher([&] { taken = queue.push(2); });
  queue.close();
  pusher.join();
  EXPECT_FALSE(taken);
}

TEST(BoundedQueueTest, APushIntoAFullQueueEndsWhenRoomIsMade) {
  BoundedQueue<int> queue(1);
  queue.push(1);
  bool taken = false;
  std::thread pusher([&] { taken = queue.push(2); });
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), 2);
  pusher.join();
  EXPECT_TRUE(taken);
}

TEST(BoundedQueueTest, ManyThreadsLoseNothingAndDoubleNothing) {
  constexpr int kThreads = 4;
  constexpr int kValues = 2'000;
  BoundedQueue<int> queue(3);
  std::atomic<long> sum = 0;
  std::atomic<int> count = 0;
  std::vector<std::thread> pushers;
  std::vector<std::thread> poppers;
  for (int t = 0; t < kThreads; ++t) {
    pushers.emplace_back([&, t] {
      for (int i = 0; i < kValues; ++i) queue.push(t * kValues + i);
    });
    poppers.emplace_back([&, t] {
      const std::size_t limit = t % 2 == 0 ? 1 : 7;
      for (auto group = queue.pop_group(limit, one_each); !group.empty();
           group = queue.pop_group(limit, one_each)) {
        sum += std::accumulate(group.begin(), group.end(), 0L);
        count += static_cast<int>(group.size());
      }
    });
  }
  for (std::thread& thread : pushers) thread.join();
  queue.close();
  for (std::thread& thread : poppers) thread.join();
  constexpr long kAll = kThreads * kValues;
  EXPECT_EQ(count, kAll);
  EXPECT_EQ(sum, kAll * (kAll - 1) / 2);
}

}  // namespace
}  // namespace figured::daemon
