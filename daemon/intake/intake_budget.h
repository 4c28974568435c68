// IntakeBudget: how much figured may take in at a time, so that it keeps to its memory
// and does not ask the world faster than it may.
//
// What was fetched counts until it is stored, as it was sent; what is being fetched by
// what answers are on average.  Beyond the limit no fetch is begun, but for one at a
// time, so that there is always progress: limits slow figured down and never stop it.
// It reads no clock and waits for nobody; BudgetedHttpClient does.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>

namespace figured::daemon {

struct IntakeLimits {
  std::size_t in_flight = std::size_t{64} << 20;  // bytes; 0 = no limit
  std::size_t memory = std::size_t{640} << 20;    // resident, of all of figured; 0 = no limit
  std::size_t rate = 0;                           // fetches begun a second; 0 = no limit
};

class IntakeBudget {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Resident = std::function<std::size_t()>;  // bytes

  IntakeBudget(IntakeLimits limits, Resident resident);

  // When a fetch may begin by the rate; the place is kept.
  Time reserve(Time now);
  // What is short for one more: "in-flight", "memory"; "" = nothing.
  std::string_view shortage(Time now);
  // Whether memory was short when it was last looked at; it is not again before a
  // tenth of the limit is free.
  bool is_memory_short() const { return memory_short_; }
  std::size_t memory_used() const { return used_; }

  void begin_fetch() { ++fetching_; }
  // Of one that was begun; `bytes` of its answer, 0 = there was none.
  void end_fetch(std::size_t bytes);
  void hold(std::size_t bytes) { held_ += bytes; }
  void release(std::size_t bytes) { held_ -= bytes; }

  std::size_t held() const { return held_; }
  const IntakeLimits& limits() const { return limits_; }

 private:
  void look_at_memory(Time now);

  const IntakeLimits limits_;
  const Resident resident_;
  std::size_t fetching_ = 0;
  std::size_t held_ = 0;
  double expected_ = 32 << 10;  // bytes of an answer
  Time next_place_{};           // by the rate
  Time looked_{};
  std::size_t used_ = 0;
  bool memory_short_ = false;
};

}  // namespace figured::daemon
