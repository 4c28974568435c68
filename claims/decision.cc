#include "claims/decision.h"

#include <array>

namespace figured::claims {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"dismissed", "reopened", "confirmed"};
constexpr std::array<std::string_view, 5> kReasons = {
    "same-fact", "different-event", "different-scope", "different-time", "misread"};

}  // namespace

std::optional<bool> tells_same(const Decision& decision) {
  if (decision.kind == DecisionKind::kConfirmed) return true;
  if (!decision.reason || *decision.reason == DismissalReason::kMisread) return std::nullopt;
  return *decision.reason == DismissalReason::kSameFact;
}

std::string_view format_decision_kind(DecisionKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::string_view format_dismissal_reason(DismissalReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::optional<DismissalReason> parse_dismissal_reason(std::string_view name) {
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (kReasons[i] == name) return static_cast<DismissalReason>(i);
  }
  return std::nullopt;
}

}  // namespace figured::claims
