// The numbers under which enums stand in a store's columns.
//
// They are the enumerators' own values, so the order of an enum is part of the
// file format: new enumerators go to the end, none is moved or taken out.  What
// follows fails to compile where that is broken.
#pragma once
#include "alerts/alert.h"
#include "claims/claim.h"
#include "claims/decision.h"
#include "claims/dispute.h"
#include "claims/verdict.h"
#include "feeds/date_zone.h"
#include "feeds/feed.h"
#include "feeds/websub/subscription.h"
#include "storage/store.h"

namespace figured::storage {

template <typename Enum>
constexpr bool stands_at(Enum value, int number) {
  return static_cast<int>(value) == number;
}

static_assert(stands_at(claims::Bound::kExact, 0) && stands_at(claims::Bound::kAbout, 1) &&
              stands_at(claims::Bound::kMore, 2) && stands_at(claims::Bound::kAtLeast, 3) &&
              stands_at(claims::Bound::kLess, 4) && stands_at(claims::Bound::kAtMost, 5) &&
              stands_at(claims::Bound::kRange, 6));
static_assert(stands_at(claims::Field::kText, 0) && stands_at(claims::Field::kTitle, 1));
static_assert(stands_at(claims::Modality::kAsserted, 0) &&
              stands_at(claims::Modality::kPlanned, 1) &&
              stands_at(claims::Modality::kPossible, 2) &&
              stands_at(claims::Modality::kConditional, 3) &&
              stands_at(claims::Modality::kDenied, 4) && stands_at(claims::Modality::kAsked, 5) &&
              stands_at(claims::Modality::kCapacity, 6) &&
              stands_at(claims::Modality::kEstimate, 7) && stands_at(claims::Modality::kOffer, 8));
static_assert(stands_at(claims::Relation::kContradicts, 0) &&
              stands_at(claims::Relation::kTension, 1) &&
              stands_at(claims::Relation::kUpdates, 2) &&
              stands_at(claims::Relation::kCorrects, 3) &&
              stands_at(claims::Relation::kAgrees, 4) &&
              stands_at(claims::Relation::kCompatible, 5));
static_assert(stands_at(claims::DisputeState::kOpen, 0) &&
              stands_at(claims::DisputeState::kWidened, 1) &&
              stands_at(claims::DisputeState::kSettled, 2) &&
              stands_at(claims::DisputeState::kReopened, 3) &&
              stands_at(claims::DisputeState::kDismissed, 4));
static_assert(stands_at(claims::DecisionKind::kDismissed, 0) &&
              stands_at(claims::DecisionKind::kReopened, 1) &&
              stands_at(claims::DecisionKind::kConfirmed, 2));
static_assert(stands_at(claims::DismissalReason::kSameFact, 0) &&
              stands_at(claims::DismissalReason::kDifferentEvent, 1) &&
              stands_at(claims::DismissalReason::kDifferentScope, 2) &&
              stands_at(claims::DismissalReason::kDifferentTime, 3) &&
              stands_at(claims::DismissalReason::kMisread, 4));
static_assert(stands_at(alerts::AlertType::kContradiction, 0) &&
              stands_at(alerts::AlertType::kCorrection, 1) &&
              stands_at(alerts::AlertType::kDisputeWidened, 2) &&
              stands_at(alerts::AlertType::kDisputeSettled, 3) &&
              stands_at(alerts::AlertType::kAlertRetracted, 4) &&
              stands_at(alerts::AlertType::kHeartbeat, 5) &&
              stands_at(alerts::AlertType::kFeedFailing, 6) &&
              stands_at(alerts::AlertType::kFeedRecovered, 7) &&
              stands_at(alerts::AlertType::kFeedGone, 8));
static_assert(stands_at(feeds::DateZone::kUnknown, 0) && stands_at(feeds::DateZone::kGiven, 1) &&
              stands_at(feeds::DateZone::kFeed, 2) && stands_at(feeds::DateZone::kAssumed, 3));
static_assert(stands_at(feeds::FeedState::kPolled, 0) && stands_at(feeds::FeedState::kPaused, 1) &&
              stands_at(feeds::FeedState::kGone, 2));
static_assert(stands_at(alerts::DeliveryState::kPending, 0) &&
              stands_at(alerts::DeliveryState::kDelivered, 1) &&
              stands_at(alerts::DeliveryState::kDead, 2));
static_assert(stands_at(PageState::kWanted, 0) && stands_at(PageState::kRead, 1) &&
              stands_at(PageState::kFailed, 2));

static_assert(stands_at(feeds::SubscriptionState::kAsked, 0) &&
              stands_at(feeds::SubscriptionState::kActive, 1) &&
              stands_at(feeds::SubscriptionState::kDenied, 2) &&
              stands_at(feeds::SubscriptionState::kEnding, 3));

}  // namespace figured::storage
