// Decision: what a person has said of a dispute.
//
// The reason of a dismissal tells more than that it was none: whether both claims
// were of one fact, which is what the weights of sameness are fitted to
// (sameness/logistic.h).
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figured::claims {

enum class DecisionKind : std::uint8_t {
  kDismissed,  // the figures do not contradict
  kReopened,   // the dismissal is taken back
  kConfirmed,  // they do
};

enum class DismissalReason : std::uint8_t {
  kSameFact,  // one fact, and both figures can be right
  kDifferentEvent,
  kDifferentScope,  // of another part, owner, place or kind
  kDifferentTime,
  kMisread,  // a claim is not what the words say
};

struct Decision {
  DecisionKind kind = DecisionKind::kConfirmed;
  std::optional<DismissalReason> reason;  // of a dismissal, always; else none
  std::string note;                       // in the person's words; "" = none
  std::chrono::sys_seconds at;
};

// Whether both sides were of one fact, by the decision; empty when it does not say.
std::optional<bool> tells_same(const Decision& decision);

// "dismissed", "same-fact": the names in commands, JSON and the docs.
std::string_view format_decision_kind(DecisionKind kind);
std::string_view format_dismissal_reason(DismissalReason reason);
std::optional<DismissalReason> parse_dismissal_reason(std::string_view name);

}  // namespace figured::claims
