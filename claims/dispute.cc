#include "claims/dispute.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

constexpr std::array<std::string_view, 5> kStates = {"open", "widened", "settled", "reopened",
                                                     "dismissed"};

using Claims = std::vector<const SourcedClaim*>;

bool holds(const Side& side, std::int64_t claim_id) {
  return std::find(side.claim_ids.begin(), side.claim_ids.end(), claim_id) != side.claim_ids.end();
}

bool holds_any(const Side& side, const Claims& claims) {
  return std::any_of(claims.begin(), claims.end(),
                     [&](const SourcedClaim* claim) { return holds(side, claim->id); });
}

Side* side_of(Dispute& dispute, std::int64_t claim_id) {
  for (Side& side : dispute.sides) {
    if (holds(side, claim_id)) return &side;
  }
  return nullptr;
}

// "Thousands" says which side it is not on, not which of several it is on.
bool is_vague(const ValueRange& range) {
  return std::isfinite(range.high) && range.low > 0 && range.high > 2 * range.low;
}

// The side that the range meets; the one it meets most narrowly when several do.  It is
// none that holds a claim of `opposed`: two that say "about" may overlap and yet contradict.
// A precise value does not hide on the side of a vague one.
Side* side_meeting(Dispute& dispute, const ValueRange& range, const Claims& opposed) {
  Side* best = nullptr;
  for (Side& side : dispute.sides) {
    const ValueRange taken{side.low, side.high};
    if (!ranges_meet(taken, range) || (is_vague(taken) && !is_vague(range)) ||
        holds_any(side, opposed))
      continue;
    if (best == nullptr || side.high - side.low < best->high - best->low) best = &side;
  }
  return best;
}

// True when a side had to be made.
bool place_claim(Dispute& dispute, const SourcedClaim& claim, const Claims& opposed) {
  if (side_of(dispute, claim.id) != nullptr) return false;
  const ValueRange range = value_range(claim.claim.figure);
  if (Side* side = side_meeting(dispute, range, opposed)) {
    side->claim_ids.push_back(claim.id);
    return false;
  }
  if (dispute.sides.size() >= kMaxSides) return false;
  dispute.sides.push_back({range.low, range.high, {claim.id}});
  return true;
}

}  // namespace

DisputeChange take_sides(Dispute& dispute, const SourcedClaim& claim, const Claims& opposed,
                         double severity, std::chrono::sys_seconds now) {
  const bool first = dispute.sides.empty();
  const bool settled = dispute.state == DisputeState::kSettled;
  const std::size_t sides_before = dispute.sides.size();
  for (const SourcedClaim* other : opposed) place_claim(dispute, *other, {});
  const bool new_side = place_claim(dispute, claim, opposed) || dispute.sides.size() > sides_before;
  dispute.severity = std::max(dispute.severity, severity);
  if (!new_side || dispute.state == DisputeState::kDismissed) return DisputeChange::kNone;
  ++dispute.sequence;
  dispute.changed_at = now;
  if (first) {
    dispute.opened_at = now;
    dispute.state = DisputeState::kOpen;
    return DisputeChange::kOpened;
  }
  dispute.state = settled ? DisputeState::kReopened : DisputeState::kWidened;
  return settled ? DisputeChange::kReopened : DisputeChange::kNewSide;
}

DisputeChange withdraw_claims(Dispute& dispute, const std::vector<std::int64_t>& claim_ids,
                              std::chrono::sys_seconds now) {
  bool withdrawn = false;
  for (Side& side : dispute.sides) {
    const auto gone = [&](std::int64_t id) {
      return std::find(claim_ids.begin(), claim_ids.end(), id) != claim_ids.end();
    };
    withdrawn = std::erase_if(side.claim_ids, gone) > 0 || withdrawn;
  }
  if (!withdrawn) return DisputeChange::kNone;
  std::erase_if(dispute.sides, [](const Side& side) { return side.claim_ids.empty(); });
  if (dispute.state == DisputeState::kDismissed) return DisputeChange::kNone;
  dispute.changed_at = now;
  if (dispute.sides.size() >= 2 || dispute.state == DisputeState::kSettled)
    return DisputeChange::kNone;
  ++dispute.sequence;
  dispute.state = DisputeState::kSettled;
  return DisputeChange::kSettled;
}

bool decide(Dispute& dispute, const Decision& decision) {
  const bool dismissed = dispute.state == DisputeState::kDismissed;
  switch (decision.kind) {
    case DecisionKind::kConfirmed:
      return !dismissed;
    case DecisionKind::kReopened:
      if (!dismissed) return false;
      dispute.state = dispute.sides.size() < 2 ? DisputeState::kSettled : DisputeState::kReopened;
      break;
    case DecisionKind::kDismissed:
      dispute.state = DisputeState::kDismissed;
      break;
  }
  ++dispute.sequence;
  dispute.changed_at = decision.at;
  return true;
}

std::string_view format_dispute_state(DisputeState state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::optional<DisputeState> parse_dispute_state(std::string_view name) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (kStates[i] == name) return static_cast<DisputeState>(i);
  }
  return std::nullopt;
}

}  // namespace figured::claims
