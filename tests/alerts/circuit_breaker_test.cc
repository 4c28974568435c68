#include "alerts/circuit_breaker.h"

#include <gtest/gtest.h>

#include <sstream>

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;

// Runs a script against a breaker of 3 failures and 10 s:
//   "f" fails, "s" succeeds, "+10" lets seconds pass; after each the state is written:
//   "c" closed, "o12" open for 12 s more, "h" half open.
std::string run(const std::string& script) {
  CircuitBreaker breaker(3, 10s);
  std::chrono::sys_seconds now{1'000s};
  std::istringstream steps(script);
  std::string step, states;
  while (steps >> step) {
    if (step[0] == '+') {
      now += std::chrono::seconds(std::stoi(step));
    } else {
      breaker.begin(now);
      breaker.note(step == "s", now);
    }
    const auto state = breaker.state(now);
    if (!states.empty()) states += ' ';
    states += format_breaker_state(state)[0];
    if (state == CircuitBreaker::State::kOpen)
      states += std::to_string((breaker.next(now) - now).count());
  }
  return states;
}

struct BreakerCase {
  std::string name, script, states;
};
class CircuitBreakerTest : public testing::TestWithParam<BreakerCase> {};

TEST_P(CircuitBreakerTest, Script) { EXPECT_EQ(run(GetParam().script), GetParam().states); }

INSTANTIATE_TEST_SUITE_P(
    All, CircuitBreakerTest,
    testing::Values(
        BreakerCase{"TwoAreBorne", "f f", "c c"},
        BreakerCase{"ASuccessBetweenCountsAnew", "f f s f f", "c c c c c"},
        BreakerCase{"TheThirdOpens", "f f f +4", "c c o10 o6"},
        BreakerCase{"AfterTheRestAProbe", "f f f +10 s", "c c o10 h c"},
        BreakerCase{"AFailedProbeDoublesTheRest", "f f f +10 f +20 f", "c c o10 h o20 h o40"},
        BreakerCase{"NotBeyondTenMinutes", "f f f +10 f +20 f +40 f +80 f +160 f +320 f +600 f",
                    "c c o10 h o20 h o40 h o80 h o160 h o320 h o600 h o600"},
        BreakerCase{"WhatWasOnTheWayDoesNotCount", "f f f +2 f", "c c o10 o8 o8"},
        BreakerCase{"ASuccessForgetsTheRest", "f f f +10 f +20 s f f f",
                    "c c o10 h o20 h c c c o10"}),
    [](const auto& test) { return test.param.name; });

TEST(CircuitBreaker, WhileAProbeIsOutNothingElseGoes) {
  CircuitBreaker breaker(1, 10s);
  const std::chrono::sys_seconds now{1'000s};
  breaker.note(false, now);
  EXPECT_LE(breaker.next(now + 10s), now + 10s);
  breaker.begin(now + 10s);
  EXPECT_GT(breaker.next(now + 11s), now + 11s);
  breaker.note(true, now + 12s);
  EXPECT_LE(breaker.next(now + 12s), now + 12s);
}

TEST(CircuitBreaker, WithoutAThresholdItNeverOpens) {
  CircuitBreaker breaker(0, 10s);
  const std::chrono::sys_seconds now{1'000s};
  for (int i = 0; i < 100; ++i) breaker.note(false, now);
  EXPECT_EQ(breaker.state(now), CircuitBreaker::State::kClosed);
  EXPECT_EQ(breaker.failing_since(), now);
}

}  // namespace
}  // namespace figured::alerts
