#include "cli/sameness_words.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <cstdio>
#include <ostream>
#include <string>

#include "claims/sameness/event_model.h"
#include "claims/verdicts/doubt.h"
#include "claims/verdicts/identity_doubt.h"
#include "claims/verdicts/judge.h"
#include "claims/verdicts/matcher.h"
#include "cli/table.h"
#include "cli/words.h"

namespace figured::cli {
namespace {

using claims::SourcedClaim;

struct ExplainedPair {
  const SourcedClaim& earlier;
  const SourcedClaim& later;
  claims::Sameness sameness;
  claims::Verdict verdict;  // as it would be given now
  double probability;       // of the model, before that of one event
};

const SourcedClaim* find_claim(const storage::DisputeView& view, std::int64_t id) {
  const auto claim = std::find_if(view.claims.begin(), view.claims.end(),
                                  [id](const SourcedClaim& each) { return each.id == id; });
  return claim == view.claims.end() ? nullptr : &*claim;
}

std::vector<ExplainedPair> explain_pairs(const storage::DisputeView& view,
                                         const claims::SamenessModel& model) {
  std::vector<ExplainedPair> pairs;
  for (const storage::VerdictRecord& record : view.verdicts) {
    if (record.verdict.relation != claims::Relation::kContradicts) continue;
    const SourcedClaim* earlier = find_claim(view, record.earlier_claim);
    const SourcedClaim* later = find_claim(view, record.later_claim);
    if (earlier == nullptr || later == nullptr) continue;
    claims::Sameness sameness = claims::compare_claims(*earlier, *later, model);
    claims::Verdict verdict = claims::judge(*earlier, *later, sameness);
    const double probability = model.probability(sameness.features);
    pairs.push_back({*earlier, *later, std::move(sameness), std::move(verdict), probability});
  }
  return pairs;
}

// The tests before `stop`; all of them where it is none of them.
std::vector<std::string_view> passed_before(std::span<const std::string_view> tests,
                                            std::string_view stop) {
  return {tests.begin(), std::find(tests.begin(), tests.end(), stop)};
}

// The doubts that a verdict passed.  One that does not contradict stopped at the
// first that held.
std::vector<std::string_view> doubts_passed(const ExplainedPair& pair) {
  std::vector<std::string_view> all;
  for (const auto& doubts : {claims::identity_doubts(), claims::contradiction_doubts()})
    all.insert(all.end(), doubts.begin(), doubts.end());
  if (pair.verdict.relation == claims::Relation::kContradicts) return all;
  const auto held = std::find_if(all.begin(), all.end(), [&](std::string_view doubt) {
    return pair.verdict.why.find(doubt) != std::string::npos;
  });
  return held == all.end() ? std::vector<std::string_view>() : std::vector(all.begin(), held);
}

std::string join(const std::vector<std::string_view>& words, std::string_view between) {
  std::string joined;
  for (const std::string_view word : words)
    joined += (joined.empty() ? "" : std::string(between)) + std::string(word);
  return joined.empty() ? "none" : joined;
}

std::string three_digits(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", number);
  return text;
}

std::string told(const SourcedClaim& claim) {
  return tame(claim.outlet) + " \"" + tame(claim.claim.quote) + '"';
}

void print_terms(std::ostream& out, const ExplainedPair& pair, const claims::SamenessModel& model) {
  Table table({"  FEATURE", "VALUE", "WEIGHT", "PRODUCT"});
  for (const claims::FeatureTerm& term : claims::explain_features(model, pair.sameness.features))
    table.add({"  " + std::string(claims::feature_name(term.feature)), three_digits(term.value),
               three_digits(term.weight), three_digits(term.product())});
  table.print(out, std::nullopt);
}

// A pair without a doubt is gathered whatever its words.
void print_scores(std::ostream& out, const ExplainedPair& pair) {
  const double event = claims::event_probability(pair.sameness.features);
  const bool raised = pair.sameness.score > pair.probability * event;
  out << "  one fact by the words " << three_digits(pair.probability) << ", one event "
      << three_digits(event) << ", together " << three_digits(pair.probability * event);
  if (raised) out << ", raised to " << three_digits(pair.sameness.score) << ": no doubt is left";
  out << '\n';
}

void print_pair(std::ostream& out, const ExplainedPair& pair, const claims::SamenessModel& model) {
  out << '\n' << told(pair.earlier) << " against " << told(pair.later) << '\n';
  print_scores(out, pair);
  print_terms(out, pair, model);
  out << "  vetoes passed: " << join(passed_before(claims::veto_names(), pair.sameness.veto), ", ")
      << '\n';
  if (!pair.sameness.veto.empty()) {
    out << "  veto now: " << pair.sameness.veto << '\n';
    return;
  }
  out << "  doubts passed:\n    " << join(doubts_passed(pair), "\n    ") << '\n';
  if (pair.verdict.relation != claims::Relation::kContradicts)
    out << "  now it would be " << format_relation(pair.verdict.relation) << ": "
        << tame(pair.verdict.why) << '\n';
}

boost::json::array names(const std::vector<std::string_view>& list) {
  boost::json::array shape;
  for (const std::string_view name : list) shape.emplace_back(name);
  return shape;
}

boost::json::object format_pair(const ExplainedPair& pair, const claims::SamenessModel& model) {
  boost::json::array features;
  for (const claims::FeatureTerm& term : claims::explain_features(model, pair.sameness.features))
    features.push_back(boost::json::object{{"name", claims::feature_name(term.feature)},
                                           {"value", term.value},
                                           {"weight", term.weight},
                                           {"product", term.product()}});
  const std::string& veto = pair.sameness.veto;
  return {{"earlier_claim", pair.earlier.id},
          {"later_claim", pair.later.id},
          {"probability", pair.probability},
          {"event_probability", claims::event_probability(pair.sameness.features)},
          {"score", pair.sameness.score},
          {"features", std::move(features)},
          {"vetoes_passed", names(passed_before(claims::veto_names(), veto))},
          {"veto", veto.empty() ? boost::json::value(nullptr) : boost::json::value(veto)},
          {"doubts_passed", veto.empty() ? names(doubts_passed(pair)) : boost::json::array()},
          {"relation_now", claims::format_relation(pair.verdict.relation)}};
}

}  // namespace

void print_samenesses(std::ostream& out, const storage::DisputeView& view,
                      const claims::SamenessModel& model) {
  const auto pairs = explain_pairs(view, model);
  out << "\nHeld for one fact by\n";
  if (pairs.empty()) out << "  no two claims on its sides contradict any more\n";
  for (const ExplainedPair& pair : pairs) print_pair(out, pair, model);
}

boost::json::array format_samenesses(const storage::DisputeView& view,
                                     const claims::SamenessModel& model) {
  boost::json::array shapes;
  for (const ExplainedPair& pair : explain_pairs(view, model))
    shapes.push_back(format_pair(pair, model));
  return shapes;
}

}  // namespace figured::cli
