// Subscription: a feed's hub was asked to push what is new (W3C WebSub), or is to be.
//
// subscription_steps.h says how it changes.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/websub/push_standing.h"

namespace figured::feeds {

enum class SubscriptionState : std::uint8_t {
  kAsked,   // or to be asked
  kActive,  // the hub has called back; it pushes while the lease lasts
  kDenied,  // by the hub
  kEnding,  // not wanted any more
};

struct Subscription {
  std::string key;  // by which the hub's calls are known; nobody can guess it
  std::int64_t feed_id = 0;
  std::string hub;
  std::string topic;
  std::string callback;  // with the key
  std::string secret;    // under which pushes are signed
  SubscriptionState state = SubscriptionState::kAsked;
  std::chrono::sys_seconds next_step{};
  std::optional<std::chrono::sys_seconds> lease_ends{};
  int failures = 0;     // times it was asked and has not called back, in a row
  std::string error{};  // why; "" = nothing is wrong
  std::int64_t pushes = 0;
  int streak = 0;  // see PushStanding
  std::optional<std::chrono::sys_seconds> last_push{};
  friend bool operator==(const Subscription&, const Subscription&) = default;
};

PushStanding standing_of(const Subscription& subscription);

// "asked", "active", "denied", "ending"
std::string_view format_subscription_state(SubscriptionState state);

}  // namespace figured::feeds
