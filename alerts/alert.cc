#include "alerts/alert.h"

#include <array>
#include <utility>

namespace figured::alerts {
namespace {

constexpr std::array<std::pair<AlertType, std::string_view>, 9> kTypes = {{
    {AlertType::kContradiction, "figure.contradiction"},
    {AlertType::kCorrection, "figure.correction"},
    {AlertType::kDisputeWidened, "dispute.widened"},
    {AlertType::kDisputeSettled, "dispute.settled"},
    {AlertType::kAlertRetracted, "alert.retracted"},
    {AlertType::kHeartbeat, "heartbeat"},
    {AlertType::kFeedFailing, "feed.failing"},
    {AlertType::kFeedRecovered, "feed.recovered"},
    {AlertType::kFeedGone, "feed.gone"},
}};

constexpr std::array<std::pair<DeliveryState, std::string_view>, 3> kStates = {{
    {DeliveryState::kPending, "pending"},
    {DeliveryState::kDelivered, "delivered"},
    {DeliveryState::kDead, "dead"},
}};

std::string_view name_in(const auto& names, auto value) {
  for (const auto& [one, name] : names)
    if (one == value) return name;
  return "";
}

template <typename Value>
std::optional<Value> value_in(const auto& names, std::string_view wanted) {
  for (const auto& [value, name] : names)
    if (name == wanted) return value;
  return std::nullopt;
}

}  // namespace

bool is_about_feed(AlertType type) { return type >= AlertType::kFeedFailing; }

std::string_view format_alert_type(AlertType type) { return name_in(kTypes, type); }

std::optional<AlertType> parse_alert_type(std::string_view name) {
  return value_in<AlertType>(kTypes, name);
}

std::string_view format_delivery_state(DeliveryState state) { return name_in(kStates, state); }

std::optional<DeliveryState> parse_delivery_state(std::string_view name) {
  return value_in<DeliveryState>(kStates, name);
}

}  // namespace figured::alerts
