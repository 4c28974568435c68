#include "cli/decide_verbs.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>

#include "cli/store_option.h"
#include "cli/words.h"
#include "storage/store.h"
#include "web/decide.h"

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

int decide(storage::Desk& desk, std::int64_t id, const claims::Decision& decision) {
  const web::Decided decided = web::decide(desk, id, decision);
  if (!decided.dispute) return refuse(id, "there is no dispute");
  if (!decided.applies) return refuse(*decided.dispute, decision.kind);
  report(*decided.dispute, decision.kind, decided.labels);
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
