#include "daemon/intake/intake_budget.h"

#include <algorithm>

namespace figured::daemon {
namespace {

constexpr std::chrono::milliseconds kLookAtMemory{250};
constexpr double kWeightOfLatest = 0.05;

}  // namespace

IntakeBudget::IntakeBudget(IntakeLimits limits, Resident resident)
    : limits_(limits), resident_(std::move(resident)) {}

IntakeBudget::Time IntakeBudget::reserve(Time now) {
  if (limits_.rate == 0) return now;
  const Time place = std::max(now, next_place_);
  next_place_ = place + std::chrono::nanoseconds(std::chrono::seconds(1)) / limits_.rate;
  return place;
}

std::string_view IntakeBudget::shortage(Time now) {
  look_at_memory(now);
  if (fetching_ == 0 && held_ == 0) return "";
  if (memory_short_) return "memory";
  const double taken = static_cast<double>(held_) + static_cast<double>(fetching_ + 1) * expected_;
  const bool is_full = limits_.in_flight != 0 && taken > static_cast<double>(limits_.in_flight);
  return is_full ? "in-flight" : "";
}

void IntakeBudget::end_fetch(std::size_t bytes) {
  --fetching_;
  if (bytes != 0) expected_ += kWeightOfLatest * (static_cast<double>(bytes) - expected_);
}

// Asking the kernel costs some microseconds, and memory does not change faster.
void IntakeBudget::look_at_memory(Time now) {
  if (limits_.memory == 0 || (looked_ != Time{} && now - looked_ < kLookAtMemory)) return;
  looked_ = now;
  used_ = resident_();
  memory_short_ = used_ > (memory_short_ ? limits_.memory - limits_.memory / 10 : limits_.memory);
}

}  // namespace figured::daemon
