#include "cli/dispute_words.h"

#include <algorithm>
#include <ostream>

#include "cli/words.h"

namespace figured::cli {
namespace {

using claims::SourcedClaim;
using storage::DisputeView;

const SourcedClaim* find_claim(const DisputeView& view, std::int64_t id) {
  const auto claim =
      std::find_if(view.claims.begin(), view.claims.end(),
                   [id](const SourcedClaim& candidate) { return candidate.id == id; });
  return claim == view.claims.end() ? nullptr : &*claim;
}

// All claims of a fact are in one unit.
std::string unit_of(const DisputeView& view) {
  return view.claims.empty() ? "" : view.claims.front().claim.figure.unit;
}

std::string value_words(const DisputeView& view, const claims::Side& side) {
  return range_words(side.low, side.high, unit_of(view));
}

// "TRT World, 2026-11-22T00:35:29Z, said by Ali Nazary, from the resistance"
std::string source_words(const SourcedClaim& claim) {
  std::string words = tame(claim.outlet) + ", " + time_words(claim.published.value_or(claim.seen));
  if (!claim.claim.speaker.empty()) words += ", said by " + tame(claim.claim.speaker);
  if (!claim.claim.origin.empty() && claim.claim.origin != claim.claim.speaker)
    words += ", from " + tame(claim.claim.origin);
  return words;
}

void print_claim(std::ostream& out, const SourcedClaim& claim) {
  out << "  \"" << tame(claim.claim.quote) << "\"\n";
  out << "    " << source_words(claim) << '\n';
  if (!claim.title.empty()) out << "    " << tame(claim.title) << '\n';
  if (!claim.url.empty()) out << "    " << tame(claim.url) << '\n';
}

void print_side(std::ostream& out, const DisputeView& view, const claims::Side& side,
                std::size_t number) {
  out << "\nSide " << number << ": " << value_words(view, side) << '\n';
  for (const std::int64_t id : side.claim_ids)
    if (const SourcedClaim* claim = find_claim(view, id)) print_claim(out, *claim);
}

void print_names(std::ostream& out, std::string_view what, const std::vector<std::string>& names) {
  if (names.empty()) return;
  out << "    " << what;
  for (const std::string& name : names) out << ' ' << tame(name);
  out << '\n';
}

void print_verdict(std::ostream& out, const claims::Verdict& verdict) {
  out << "  " << format_relation(verdict.relation) << ", severity " << share_words(verdict.severity)
      << ", score " << share_words(verdict.score) << ": " << tame(verdict.why) << '\n';
  print_names(out, "kind:", verdict.tags);
  print_names(out, "same:", verdict.passed);
  print_names(out, "not known to be same:", verdict.missing);
}

// "2026-11-22T00:35:29Z dismissed, different-event: two fires"
void print_decision(std::ostream& out, const claims::Decision& decision) {
  out << "  " << time_words(decision.at) << ' ' << format_decision_kind(decision.kind);
  if (decision.reason) out << ", " << format_dismissal_reason(*decision.reason);
  if (!decision.note.empty()) out << ": " << tame(decision.note);
  out << '\n';
}

}  // namespace

std::string values_words(const DisputeView& view) {
  std::string words;
  for (const claims::Side& side : view.dispute.sides)
    words += (words.empty() ? "" : " / ") + value_words(view, side);
  return words;
}

void print_dispute(std::ostream& out, const DisputeView& view, std::size_t left_out) {
  const claims::Dispute& dispute = view.dispute;
  out << "Dispute " << dispute.id << ": " << tame(view.fact.label) << '\n';
  out << format_dispute_state(dispute.state) << ", severity " << share_words(dispute.severity)
      << ", opened " << time_words(dispute.opened_at) << ", changed "
      << time_words(dispute.changed_at) << '\n';
  for (std::size_t i = 0; i < dispute.sides.size(); ++i)
    print_side(out, view, dispute.sides[i], i + 1);
  if (left_out > 0)
    out << "\nAnd " << left_out << (left_out == 1 ? " more value" : " more values")
        << ", on no side: " << dispute.sides.size() << " are kept\n";
  if (!view.verdicts.empty()) out << "\nWhy\n";
  for (const storage::VerdictRecord& record : view.verdicts) print_verdict(out, record.verdict);
  if (!view.decisions.empty()) out << "\nDecided\n";
  for (const claims::Decision& decision : view.decisions) print_decision(out, decision);
}

}  // namespace figured::cli
