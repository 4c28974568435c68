#include "daemon/vitals/rate_window.h"

#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

using namespace std::chrono_literals;
constexpr RateWindow::Time kStart{1h};

DaemonMetrics::Sums sums(std::uint64_t polls, double lateness = 0) {
  DaemonMetrics::Sums sums;
  sums.polls = polls;
  sums.lateness = lateness;
  return sums;
}

TEST(RateWindowTest, AtFirstNothingIsKnown) {
  RateWindow window(10s);
  EXPECT_EQ(window.note(sums(100), kStart).polls, 0);
}

TEST(RateWindowTest, ARateIsThatOfTheWindow) {
  RateWindow window(10s);
  for (int second = 0; second <= 30; ++second) {
    const auto polls = static_cast<std::uint64_t>(second < 20 ? second : 20 + (second - 20) * 5);
    const auto rates = window.note(sums(polls), kStart + std::chrono::seconds(second));
    if (second == 15) {
      EXPECT_DOUBLE_EQ(rates.polls, 1);
    }
    if (second == 30) {
      EXPECT_DOUBLE_EQ(rates.polls, 5);
    }
  }
}

TEST(RateWindowTest, LatenessIsOfAPollOnAverage) {
  RateWindow window(10s);
  window.note(sums(10, 100), kStart);
  EXPECT_DOUBLE_EQ(window.note(sums(14, 102), kStart + 2s).lateness, 0.5);
  RateWindow idle(10s);
  idle.note(sums(10, 100), kStart);
  EXPECT_DOUBLE_EQ(idle.note(sums(10, 100), kStart + 2s).lateness, 0);
}

}  // namespace
}  // namespace figured::daemon
