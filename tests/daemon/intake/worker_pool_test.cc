#include "daemon/intake/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <latch>

namespace figured::daemon {
namespace {

TEST(WorkerPoolTest, RunsEveryJobBeforeItEnds) {
  std::atomic<int> ran = 0;
  {
    WorkerPool pool(2, 100);
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(pool.try_post([&] { ++ran; }));
  }
  EXPECT_EQ(ran, 100);
}

TEST(WorkerPoolTest, RunsAsManyJobsAtATimeAsItHasThreads) {
  // Each job waits for the two others, so that they only end if all three run at once.
  std::barrier together(3);
  WorkerPool pool(3, 3);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(pool.try_post([&] { together.arrive_and_wait(); }));
}

TEST(WorkerPoolTest, RefusesAJobWhereTooManyWait) {
  std::latch started(1);
  std::latch release(1);
  WorkerPool pool(1, 1);
  ASSERT_TRUE(pool.try_post([&] {
    started.count_down();
    release.wait();
  }));
  started.wait();
  EXPECT_TRUE(pool.try_post([] {}));
  EXPECT_FALSE(pool.try_post([] {}));
  release.count_down();
}

TEST(WorkerPoolTest, KnowsHowLongAJobRuns) {
  std::latch started(1);
  std::latch release(1);
  WorkerPool pool(2, 2, 1);
  EXPECT_EQ(pool.lag().count(), 0);
  ASSERT_TRUE(pool.try_post([&] {
    started.count_down();
    release.wait();
  }));
  started.wait();
  const auto first = pool.lag();
  EXPECT_GT(first.count(), 0);
  EXPECT_GT(pool.lag(), first);
  release.count_down();
  while (pool.lag().count() != 0) std::this_thread::yield();
}

// As where every thread hangs before it has taken its job.
TEST(WorkerPoolTest, KnowsHowLongNoJobIsTaken) {
  WorkerPool pool(0, 2);
  EXPECT_EQ(pool.lag().count(), 0);
  ASSERT_TRUE(pool.try_post([] {}));
  const auto first = pool.lag();
  ASSERT_TRUE(pool.try_post([] {}));
  EXPECT_GT(pool.lag(), first);
}

}  // namespace
}  // namespace figured::daemon
