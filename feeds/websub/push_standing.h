// PushStanding: how far a feed's hub may be relied on (WebSub), as polls need it.
#pragma once
#include <chrono>

namespace figured::feeds {

struct PushStanding {
  // The hub pushes until then; in the past = it does not.
  std::chrono::sys_seconds until{};
  // Pushes since a poll last found news that none had brought.
  int streak = 0;
  friend bool operator==(const PushStanding&, const PushStanding&) = default;
};

}  // namespace figured::feeds
