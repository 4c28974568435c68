// RateLimit keeps to a Rate: at most so many messages in any stretch of its length.
//
// It reads no clock, and forgets what is longer ago than a stretch.
#pragma once
#include <chrono>
#include <deque>

#include "alerts/endpoint.h"

namespace figured::alerts {

class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RateLimit(Rate rate) : rate_(rate) {}

  // When the next message may go out; `now` or before: at once.
  Time next(Time now) const {
    if (rate_.count == 0 || sent_.size() < rate_.count) return now;
    return sent_[sent_.size() - rate_.count] + rate_.per;
  }

  void note(Time now) {
    if (rate_.count == 0) return;
    sent_.push_back(now);
    if (sent_.size() > rate_.count) sent_.pop_front();
  }

 private:
  const Rate rate_;
  std::deque<Time> sent_;  // the last rate_.count at most
};

}  // namespace figured::alerts
