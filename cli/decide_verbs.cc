#include "cli/decide_verbs.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "alerts/alert_body.h"
#include "claims/matcher.h"
#include "claims/sameness/training_rows.h"
#include "cli/store_option.h"
#include "cli/words.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

using claims::DecisionKind;
using claims::DismissalReason;

struct DecideVerb {
  DecideVerb(CLI::App& verb, DecisionKind kind) : store(verb) {
    decision.kind = kind;
    verb.add_option("ID", id, "Number of the dispute")->required();
    verb.add_option("--note", decision.note, "A remark, kept with it");
  }
  StoreOption store;
  std::int64_t id = 0;
  claims::Decision decision;
};

storage::Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// Of each pair that contradicts while both claims stand on a side.
std::vector<storage::PairLabel> labels_of(const storage::DisputeView& view,
                                          const claims::Decision& decision) {
  std::vector<storage::PairLabel> labels;
  if (decision.kind == DecisionKind::kReopened) return labels;
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

int refuse(std::int64_t id, const std::string& why) {
  std::cerr << "figurectl: " << why << ' ' << id << '\n';
  return 1;
}

int refuse(const claims::Dispute& dispute, DecisionKind kind) {
  const std::string state(format_dispute_state(dispute.state));
  std::cerr << "figurectl: dispute " << dispute.id << " is " << state
            << (kind == DecisionKind::kReopened ? ", not dismissed\n" : ": reopen it first\n");
  return 1;
}

void report(const claims::Dispute& dispute, DecisionKind kind, std::size_t labels) {
  std::cout << "Dispute " << dispute.id << " is " << format_dispute_state(dispute.state);
  if (kind == DecisionKind::kConfirmed) std::cout << " and confirmed";
  std::cout << ". ";
  if (kind == DecisionKind::kReopened)
    std::cout << "What its dismissal told of its pairs is taken back.\n";
  else
    std::cout << count_words(static_cast<std::int64_t>(labels), "pair")
              << (labels == 1 ? " is" : " are") << " kept for figurectl train.\n";
}

// Whoever was told of the dispute is told that it is taken back.
void retract(storage::Desk& desk, const storage::DisputeView& view,
             const claims::Decision& decision) {
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
  alerts::Alert alert = alerts::draft_alert(cause, decision.at);
  desk.reserve_alert(alert);
  alert.body = alerts::alert_body(alert, cause);
  std::vector<alerts::DeliveryPlan> plans;
  for (const std::string& endpoint : endpoints) plans.push_back({endpoint, decision.at, ""});
  desk.put_alert(alert, plans);
}

// All of it in one transaction, so that no claim joins the dispute in between.
int decide(storage::Desk& desk, std::int64_t id, const claims::Decision& decision) {
  storage::Transaction transaction(desk);
  auto view = desk.dispute(id);
  if (!view) return refuse(id, "there is no dispute");
  if (!claims::decide(view->dispute, decision)) return refuse(view->dispute, decision.kind);
  const auto labels = labels_of(*view, decision);
  desk.put_dispute(view->dispute);
  desk.put_decision(id, decision, labels);
  if (decision.kind == DecisionKind::kDismissed) retract(desk, *view, decision);
  transaction.commit();
  report(view->dispute, decision.kind, labels.size());
  return 0;
}

std::shared_ptr<DecideVerb> add_verb(CLI::App& disputes, const std::string& name,
                                     const std::string& about, DecisionKind kind, int& exit_code) {
  CLI::App* verb = disputes.add_subcommand(name, about);
  auto options = std::make_shared<DecideVerb>(*verb, kind);
  verb->callback([options, &exit_code] {
    options->decision.at = now();
    exit_code = decide(*options->store.open_desk(), options->id, options->decision);
  });
  return options;
}

std::string reason_names() {
  std::string names;
  for (auto reason = DismissalReason::kSameFact; reason <= DismissalReason::kMisread;
       reason = static_cast<DismissalReason>(static_cast<int>(reason) + 1))
    names += (names.empty() ? "" : ", ") + std::string(format_dismissal_reason(reason));
  return names;
}

void add_reason(CLI::App& verb, claims::Decision& decision) {
  const auto read = [&decision](const std::string& name) {
    decision.reason = claims::parse_dismissal_reason(name);
    if (!decision.reason)
      throw CLI::ValidationError("--why", name + " is none of " + reason_names());
  };
  verb.add_option_function<std::string>("--why", read, "One of " + reason_names())->required();
}

}  // namespace

void add_decide_verbs(CLI::App& disputes, int& exit_code) {
  const auto dismiss =
      add_verb(disputes, "dismiss", "Say that the figures do not contradict; keeps it quiet",
               DecisionKind::kDismissed, exit_code);
  add_reason(*disputes.get_subcommand("dismiss"), dismiss->decision);
  add_verb(disputes, "reopen", "Take a dismissal back", DecisionKind::kReopened, exit_code);
  add_verb(disputes, "confirm", "Say that the figures contradict", DecisionKind::kConfirmed,
           exit_code);
}

}  // namespace figured::cli
