// What an alert says, to people in one line and to programs in JSON.
//
// docs/json.md gives the shape.  Whatever the sources wrote, the body stays
// under the 20 kB that Standard Webhooks asks for: quotes are narrowed around
// their figures, and lists are cut with a count of what was left out.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/alert.h"
#include "alerts/article_source.h"
#include "claims/claim.h"
#include "claims/dispute.h"
#include "claims/fact.h"
#include "claims/verdict.h"

namespace figured::alerts {

inline constexpr std::size_t kMaxBody = 20'000;

// A stored claim and how the new one stands to it.
struct Opposed {
  claims::SourcedClaim claim;
  claims::Verdict verdict;
};

// Why an alert is raised.
struct Cause {
  AlertType type = AlertType::kContradiction;
  claims::Fact fact;
  claims::Dispute dispute;
  // The claim that came; empty where a dispute was settled by a withdrawal.
  std::optional<claims::SourcedClaim> claim;
  std::vector<Opposed> against;
  // Of kAlertRetracted: the alerts that are taken back, and why.
  std::vector<std::string> retracts{};
  std::string reason{};
  // Of what was found of its claims; claim_sources.h.
  ClaimSources sources{};
};

// The alert but for what the store gives it (id, sequences) and its body.
Alert draft_alert(const Cause& cause, std::chrono::sys_seconds now);

// The body of a reserved alert.  `page` is the address of figured's page, to which its
// dispute is linked; "" = there is none that others reach.
std::string alert_body(const Alert& alert, const Cause& cause, std::string_view page = {});

}  // namespace figured::alerts
