#include "alerts/rate_limit.h"

#include <gtest/gtest.h>

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;

TEST(RateLimitTest, ABurstGoesAtOnceAndTheNextWaits) {
  RateLimit limit({2, 10s});
  const RateLimit::Time start{};
  for (int i = 0; i < 2; ++i) {
    EXPECT_LE(limit.next(start + 1s), start + 1s);
    limit.note(start + 1s);
  }
  EXPECT_EQ(limit.next(start + 1s), start + 11s);
  limit.note(start + 11s);
  EXPECT_EQ(limit.next(start + 11s), start + 11s);
  limit.note(start + 12s);
  EXPECT_EQ(limit.next(start + 12s), start + 21s);
}

TEST(RateLimitTest, NoRateLetsAllThrough) {
  RateLimit limit(Rate{});
  const RateLimit::Time start{};
  for (int i = 0; i < 100; ++i) limit.note(start);
  EXPECT_EQ(limit.next(start), start);
}

}  // namespace
}  // namespace figured::alerts
