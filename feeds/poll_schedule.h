// PollSchedule decides how long a feed rests between two polls.
//
// A healthy feed rests for its interval.  Every failure in a row doubles the
// rest, up to the longest; the first success restores it, and no number of
// failures ends the polling.  A server that asks for a longer rest gets it.
//
// It keeps nothing of a feed and reads no clock: failures in, rest out.
#pragma once
#include <chrono>
#include <cstdint>

namespace figured::feeds {

enum class PollOutcome : std::uint8_t { kChanged, kUnchanged, kFailed };

class PollSchedule {
 public:
  using Seconds = std::chrono::seconds;

  // Rests are spread by up to `spread` of themselves, so that feeds that failed
  // together do not come back together.  Requires 0s < longest, 0 <= spread < 1.
  explicit PollSchedule(Seconds longest = std::chrono::hours(24), double spread = 0.1);

  // The rest after a poll that was the `failures`-th failure in a row; 0 after
  // a success.  `wish` is what the server asked for, 0s if it did not ask.
  // `seed` decides where in the spread the rest falls: the same seed, the same
  // rest.  Requires interval > 0s.
  Seconds rest_after(Seconds interval, int failures, Seconds wish, std::uint64_t seed) const;

 private:
  const Seconds longest_;
  const double spread_;
};

}  // namespace figured::feeds
