#include "alerts/circuit_breaker.h"

#include <algorithm>

namespace figured::alerts {

CircuitBreaker::State CircuitBreaker::state(Time now) const {
  if (!open_until_) return State::kClosed;
  return now < *open_until_ ? State::kOpen : State::kHalfOpen;
}

CircuitBreaker::Time CircuitBreaker::next(Time now) const {
  if (!open_until_) return now;
  // A probe ends by itself, at its timeout at the latest.
  if (probing_) return std::max(*open_until_, now + std::chrono::seconds(1));
  return *open_until_;
}

void CircuitBreaker::begin(Time) { probing_ = open_until_.has_value(); }

void CircuitBreaker::note(bool success, Time now) {
  probing_ = false;
  if (success) {
    failures_ = 0;
    rest_ = first_rest_;
    open_until_.reset();
    failing_since_.reset();
    return;
  }
  if (!failing_since_) failing_since_ = now;
  ++failures_;
  if (threshold_ == 0 || failures_ < threshold_) return;
  // What was on the way when it opened does not open it for longer.
  if (open_until_ && now < *open_until_) return;
  if (open_until_) rest_ = std::min(2 * rest_, kLongestRest);
  open_until_ = now + rest_;
}

std::string_view format_breaker_state(CircuitBreaker::State state) {
  switch (state) {
    case CircuitBreaker::State::kClosed:
      return "closed";
    case CircuitBreaker::State::kOpen:
      return "open";
    case CircuitBreaker::State::kHalfOpen:
      return "half-open";
  }
  return "closed";
}

}  // namespace figured::alerts
