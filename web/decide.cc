#include "web/decide.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "alerts/alert_body.h"
#include "claims/sameness/training_rows.h"
#include "claims/verdicts/matcher.h"
#include "web/told_articles.h"

namespace figured::web {
namespace {

// Of each pair that contradicts while both claims stand on a side.
std::vector<storage::PairLabel> labels_of(const storage::DisputeView& view,
                                          const claims::Decision& decision) {
  std::vector<storage::PairLabel> labels;
  if (decision.kind == claims::DecisionKind::kReopened) return labels;
  std::map<std::int64_t, const claims::SourcedClaim*> standing;
  for (const claims::SourcedClaim& claim : view.claims) standing[claim.id] = &claim;
  for (const storage::VerdictRecord& record : view.verdicts) {
    if (record.verdict.relation != claims::Relation::kContradicts) continue;
    const auto earlier = standing.find(record.earlier_claim);
    const auto later = standing.find(record.later_claim);
    if (earlier == standing.end() || later == standing.end()) continue;
    const auto sameness = claims::compare_claims(*earlier->second, *later->second);
    labels.push_back({record.earlier_claim, record.later_claim, view.dispute.id,
                      claims::tells_same(decision), claims::format_features(sameness.features)});
  }
  return labels;
}

// Whoever was told of the dispute is told that it is taken back.
void retract(storage::Desk& desk, const storage::DisputeView& view,
             const claims::Decision& decision, std::string_view page) {
  std::set<std::string> endpoints;
  alerts::Cause cause;
  for (const alerts::Alert& told : desk.alerts_of_dispute(view.dispute.id)) {
    if (told.type == alerts::AlertType::kAlertRetracted)
      cause.retracts.clear();
    else
      cause.retracts.push_back(told.id);
    for (const alerts::Delivery& delivery : desk.deliveries(told.id))
      endpoints.insert(delivery.endpoint);
  }
  if (endpoints.empty() || cause.retracts.empty()) return;
  cause.type = alerts::AlertType::kAlertRetracted;
  cause.fact = view.fact;
  cause.dispute = view.dispute;
  cause.reason = format_dismissal_reason(*decision.reason);
  if (!decision.note.empty()) cause.reason += ": " + decision.note;
  cause.sources = told_articles(desk, cause);
  alerts::Alert alert = alerts::draft_alert(cause, decision.at);
  desk.reserve_alert(alert);
  alert.body = alerts::alert_body(alert, cause, page);
  std::vector<alerts::DeliveryPlan> plans;
  for (const std::string& endpoint : endpoints) plans.push_back({endpoint, decision.at, ""});
  desk.put_alert(alert, plans);
}

}  // namespace

Decided decide(storage::Desk& desk, std::int64_t dispute_id, const claims::Decision& decision,
               std::string_view page) {
  storage::Transaction transaction(desk);
  auto view = desk.dispute(dispute_id);
  if (!view) return {};
  if (!claims::decide(view->dispute, decision)) return {std::move(view->dispute), false, 0};
  const auto labels = labels_of(*view, decision);
  desk.put_dispute(view->dispute);
  desk.put_decision(dispute_id, decision, labels);
  if (decision.kind == claims::DecisionKind::kDismissed) retract(desk, *view, decision, page);
  transaction.commit();
  return {std::move(view->dispute), true, labels.size()};
}

}  // namespace figured::web
