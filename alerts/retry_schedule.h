// RetrySchedule decides what becomes of a delivery after an attempt.
//
// An answer 2xx delivers.  Everything else is a failure, redirects too, and is
// tried again after the rests of the Standard Webhooks specification: ten
// attempts over three days.  A server that asks for a longer rest (Retry-After)
// gets it, up to a day.  410 means that the endpoint is gone; it and the last
// failure end the delivery.
//
// It reads no clock, and its jitter follows from the alert, so that the same
// question has the same answer.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/alert.h"

namespace figured::alerts {

// What an attempt met.
struct Answer {
  int status = 0;     // HTTP status; 0 when there was no answer
  std::string error;  // why there was none; else the server's words, "" without any
  std::optional<std::chrono::seconds> retry_after;
};

// What follows from it.
struct NextStep {
  DeliveryState state = DeliveryState::kPending;
  std::chrono::sys_seconds next_attempt;  // when still pending
  std::string error;                      // "" when delivered
  bool gone = false;                      // 410: nothing more is to be sent there
};

class RetrySchedule {
 public:
  using Seconds = std::chrono::seconds;

  // `first` are the rests after the first failures, instead of the usual ones.
  explicit RetrySchedule(const std::vector<Seconds>& first = {});

  // `attempts` counts from 1 and includes the one that was answered.
  NextStep after(const Answer& answer, int attempts, std::string_view alert_id,
                 std::chrono::sys_seconds now) const;

  std::size_t max_attempts() const { return rests_.size() + 1; }

 private:
  std::vector<Seconds> rests_;  // after the first, second ... failure
};

}  // namespace figured::alerts
