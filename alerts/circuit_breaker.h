// CircuitBreaker spares an endpoint that fails, and the alerts that wait for it.
//
// It is closed at first: messages go out.  After so many failures in a row it opens and
// nothing goes out for a rest; then it is half open: one message goes out as a probe.
// Its success closes the breaker, its failure opens it again for twice the rest, up to
// ten minutes.  So a dead endpoint costs few attempts, and no alert uses up its ten on a
// server that is known to be down.
//
// It reads no clock.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace figured::alerts {

class CircuitBreaker {
 public:
  using Time = std::chrono::sys_seconds;
  enum class State : std::uint8_t { kClosed, kOpen, kHalfOpen };
  static constexpr std::chrono::seconds kLongestRest{600};

  // Opens after `threshold` failures in a row; 0 = never.
  CircuitBreaker(std::size_t threshold, std::chrono::seconds rest)
      : threshold_(threshold), first_rest_(rest), rest_(rest) {}

  State state(Time now) const;
  // When the next message may go out; `now` or before: at once.  While a probe is out
  // nothing else may.
  Time next(Time now) const;

  // A message goes out.
  void begin(Time now);
  void note(bool success, Time now);

  // Since when every message has failed; empty while they succeed.
  std::optional<Time> failing_since() const { return failing_since_; }

 private:
  const std::size_t threshold_;
  const std::chrono::seconds first_rest_;
  std::chrono::seconds rest_;
  std::size_t failures_ = 0;  // in a row
  std::optional<Time> open_until_;
  bool probing_ = false;
  std::optional<Time> failing_since_;
};

std::string_view format_breaker_state(CircuitBreaker::State state);

}  // namespace figured::alerts
