// RateWindow: how fast sums have grown in the last seconds.  It reads no clock.
#pragma once
#include <chrono>
#include <deque>

#include "daemon/vitals/daemon_metrics.h"

namespace figured::daemon {

class RateWindow {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RateWindow(std::chrono::seconds length) : length_(length) {}

  struct Rates {  // a second
    double polls = 0;
    double articles = 0;
    double claims = 0;
    double alerts = 0;
    double lateness = 0;  // seconds, of a poll on average
  };

  // Takes note of the sums and returns how they have grown since the oldest note that
  // lies within the window, or the last before it.
  Rates note(const DaemonMetrics::Sums& sums, Time now);

 private:
  struct Note {
    Time at;
    DaemonMetrics::Sums sums;
  };
  const std::chrono::seconds length_;
  std::deque<Note> notes_;
};

}  // namespace figured::daemon
