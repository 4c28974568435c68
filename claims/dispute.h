// Dispute: a fact whose claims contradict each other.
//
// It is opened by the first contradiction, widened by each claim that brings a
// value no side has yet, and settled when only one side is left.  A side is a
// set of claims whose ranges meet.  A precise value has a side of its own beside
// a vague one ("thousands") that would hold it.
//
// Where reports give more values than kMaxSides, it is the thing that differs and not
// what is said of it; further values take no side and are only counted.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/decision.h"
#include "claims/fact.h"

namespace figured::claims {

enum class DisputeState : std::uint8_t { kOpen, kWidened, kSettled, kReopened, kDismissed };

struct Side {
  // The range that the side's claims are taken to mean, in the fact's unit.
  double low = 0;
  double high = 0;
  std::vector<std::int64_t> claim_ids;  // in order of arrival
  friend bool operator==(const Side&, const Side&) = default;
};

inline constexpr std::size_t kMaxSides = 8;

struct Dispute {
  std::int64_t id = 0;  // 0 until stored
  std::int64_t fact_id = 0;
  DisputeState state = DisputeState::kOpen;
  double severity = 0;  // of its worst contradiction
  std::vector<Side> sides;
  std::int64_t sequence = 0;  // of its changes, from 1
  std::chrono::sys_seconds opened_at;
  std::chrono::sys_seconds changed_at;
};

// How a new claim changes a dispute.
enum class DisputeChange : std::uint8_t {
  kNone,      // it stands on a side that was there, or the dispute is dismissed
  kOpened,    // the first contradiction of the fact
  kNewSide,   // a value no side had
  kReopened,  // a settled dispute has two sides again
  kSettled,   // one side is left
};

// Puts `claim` on the side its range meets, or on a new one.  `opposed` are the
// live claims that it contradicts; they are given sides if they have none yet and
// there are fewer than kMaxSides.
// Requires dispute.fact_id set; a dispute without sides is a new one.
DisputeChange take_sides(Dispute& dispute, const SourcedClaim& claim,
                         const std::vector<const SourcedClaim*>& opposed, double severity,
                         std::chrono::sys_seconds now);

// Takes superseded claims out.  kSettled when fewer than two sides are left of a
// dispute that is not dismissed.
DisputeChange withdraw_claims(Dispute& dispute, const std::vector<std::int64_t>& claim_ids,
                              std::chrono::sys_seconds now);

// Makes the dispute what the decision says; a reopened one with fewer than two
// sides is settled.  False, and nothing changes, where it does not apply: only a
// dismissed dispute is reopened, none that is dismissed is confirmed.
bool decide(Dispute& dispute, const Decision& decision);

std::string_view format_dispute_state(DisputeState state);
std::optional<DisputeState> parse_dispute_state(std::string_view name);

}  // namespace figured::claims
