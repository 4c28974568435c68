// ClockWatch notices that the wall clock was set, and keeps the polls in step.
//
// When feeds are due stands in the store as times of the wall clock.  Set forward by
// a day, all would be due at once; set back, none for a day.  So when the wall clock
// and the steady clock part by more than a minute, what is left of each rest stays
// as it was.  A machine that slept looks like a clock set forward.
#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "feeds/feed.h"

namespace figured::daemon {

struct Clocks {
  std::function<std::chrono::sys_seconds()> wall;
  std::function<std::chrono::steady_clock::time_point()> steady;

  static Clocks of_the_system();
};

class ClockWatch {
 public:
  explicit ClockWatch(Clocks clocks);

  // By how much the wall clock was set since the last look; empty = it was not, or
  // by so little that it does not matter.
  std::optional<std::chrono::seconds> look();

  // The wall clock as nobody has set it since the last look: by it polls are due, so
  // that none is due by a jump before it was seen.
  std::chrono::sys_seconds now() const;

 private:
  const Clocks clocks_;
  std::chrono::sys_seconds wall_;
  std::chrono::steady_clock::time_point steady_;
};

// KeptRests lets stored feeds be due when they would have been had nobody set the
// clock.  It lives as long as the daemon, for a feed may sit out one rest over
// several jumps.
class KeptRests {
 public:
  // Of the feeds as they are stored, after the clock was set by `jump` (0s = it was
  // not).  A feed that was polled in what is now the future, by a clock that was wrong
  // and was set while figured did not run, gets the rest that it was given from now on.
  void keep(std::deque<feeds::Feed>& feeds, std::chrono::seconds jump,
            std::chrono::sys_seconds now);

 private:
  struct Moved {
    std::chrono::sys_seconds last_poll;  // as it is stored
    std::chrono::seconds by{0};          // since then
  };
  std::unordered_map<std::int64_t, Moved> moved_;  // by feed
};

}  // namespace figured::daemon
