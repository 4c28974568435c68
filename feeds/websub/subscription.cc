#include "feeds/websub/subscription.h"

namespace figured::feeds {

PushStanding standing_of(const Subscription& subscription) {
  const bool ending = subscription.state == SubscriptionState::kEnding;
  if (ending || !subscription.lease_ends) return {};
  return {*subscription.lease_ends, subscription.streak};
}

std::string_view format_subscription_state(SubscriptionState state) {
  switch (state) {
    case SubscriptionState::kAsked:
      return "asked";
    case SubscriptionState::kActive:
      return "active";
    case SubscriptionState::kDenied:
      return "denied";
    case SubscriptionState::kEnding:
      return "ending";
  }
  return "asked";
}

}  // namespace figured::feeds
