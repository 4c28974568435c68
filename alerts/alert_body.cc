#include "alerts/alert_body.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "alerts/alert_summary.h"
#include "alerts/body_budget.h"
#include "alerts/envelope.h"
#include "alerts/excerpt.h"
#include "claims/claim_json.h"
#include "claims/verdicts/voices.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

// The next one is taken when the body is too big under the one before.  Under
// the last one no body is.
constexpr Budget kBudgets[] = {
    {800, 300, 1'000, 24, 8}, {300, 120, 500, 8, 4}, {80, 60, 200, 3, 1}};

json::value or_null(std::string text) {
  if (text.empty()) return nullptr;
  return json::value(std::move(text));
}

// Open ends are infinite; whole numbers are written without a point.
json::value end_of_side(double end) {
  if (!std::isfinite(end)) return nullptr;
  if (end == std::floor(end) && std::fabs(end) < 9e15) return static_cast<std::int64_t>(end);
  return end;
}

json::object format_fact(const claims::Fact& fact, const Budget& budget) {
  const auto text = [&](const std::string& words) { return or_null(one_line(words, budget.text)); };
  return {{"id", fact.id},
          {"label", text(fact.label)},
          {"measure", text(fact.measure)},
          {"subject", text(fact.subject)},
          {"place", text(fact.place)}};
}

using ClaimsById = std::map<std::int64_t, const claims::SourcedClaim*>;

ClaimsById known_claims(const Cause& cause) {
  ClaimsById known;
  for (const claims::SourcedClaim& claim : cause.fact.live) known[claim.id] = &claim;
  for (const Opposed& opposed : cause.against) known[opposed.claim.id] = &opposed.claim;
  if (cause.claim) known[cause.claim->id] = &*cause.claim;
  return known;
}

// Who it goes back to: whoever is named as the origin, else the speaker, else
// the outlet itself.
const std::string& voice(const claims::SourcedClaim& claim) {
  if (!claim.claim.origin.empty()) return claim.claim.origin;
  return claim.claim.speaker.empty() ? claim.outlet : claim.claim.speaker;
}

json::array bounded_list(const std::set<std::string>& texts, const Budget& budget) {
  json::array list;
  for (const std::string& text : texts)
    if (list.size() < budget.list) list.emplace_back(one_line(text, budget.text));
  return list;
}

// With the revision it was read in, and when.
json::object format_told(const claims::SourcedClaim& claim, const ClaimSources& sources,
                         const Budget& budget) {
  json::object told = claims::format_claim(bounded(claim, budget));
  told["seen"] = claims::format_time(claim.seen);
  const auto found = sources.find(claim.id);
  if (found == sources.end()) return told;
  const ArticleSource& source = found->second;
  told["article_id"] = source.article_id;
  told["revision"] = source.revision;
  told["language"] = or_null(source.language);
  told["published_zone"] = or_null(source.published_zone);
  told["content_sha256"] = or_null(source.content_sha256);
  return told;
}

// Of its claims; null of those of which it is not known.
json::array languages_of(const claims::Side& side, const ClaimSources& sources,
                         const Budget& budget) {
  std::set<std::string> languages;
  for (const std::int64_t id : side.claim_ids)
    if (const auto found = sources.find(id); found != sources.end())
      languages.insert(found->second.language);
  json::array list;
  for (const std::string& language : languages)
    if (list.size() < budget.list) list.push_back(or_null(language));
  return list;
}

// The newest claims of a side are told, in order of arrival.
json::object format_side(const claims::Side& side, const ClaimsById& known,
                         const ClaimSources& sources, const Budget& budget) {
  std::set<std::string> origins;
  std::set<std::string> outlets;
  std::set<const claims::SourcedClaim*> tellers;
  for (const std::int64_t id : side.claim_ids) {
    const auto found = known.find(id);
    if (found == known.end()) continue;
    origins.insert(voice(*found->second));
    outlets.insert(found->second->outlet);
    tellers.insert(found->second);
  }
  const std::size_t told = std::min(side.claim_ids.size(), budget.list);
  json::object object = {
      {"low", end_of_side(side.low)},
      {"high", end_of_side(side.high)},
      {"origins", bounded_list(origins, budget)},
      {"outlets", bounded_list(outlets, budget)},
      {"languages", languages_of(side, sources, budget)},
      {"voices", claims::count_voices({tellers.begin(), tellers.end()})},
      {"claims", json::array(side.claim_ids.end() - static_cast<std::ptrdiff_t>(told),
                             side.claim_ids.end())}};
  if (side.claim_ids.size() > told) object["claims_left_out"] = side.claim_ids.size() - told;
  return object;
}

json::object format_dispute(const Cause& cause, std::string_view page, const Budget& budget) {
  const ClaimsById known = known_claims(cause);
  json::array sides;
  for (const claims::Side& side : cause.dispute.sides)
    if (sides.size() < budget.list)
      sides.push_back(format_side(side, known, cause.sources, budget));
  json::object object = {{"id", cause.dispute.id},
                         {"state", claims::format_dispute_state(cause.dispute.state)},
                         {"sides", std::move(sides)}};
  if (!page.empty())
    object["link"] = std::string(page) + "/disputes/" + std::to_string(cause.dispute.id);
  if (cause.dispute.sides.size() > budget.list)
    object["sides_left_out"] = cause.dispute.sides.size() - budget.list;
  return object;
}

// The worst first.
std::vector<const Opposed*> by_severity(const std::vector<Opposed>& against) {
  std::vector<const Opposed*> sorted;
  for (const Opposed& opposed : against) sorted.push_back(&opposed);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Opposed* a, const Opposed* b) {
    return a->verdict.severity > b->verdict.severity;
  });
  return sorted;
}

json::array format_against(const Cause& cause, const Budget& budget) {
  json::array against;
  for (const Opposed* opposed : by_severity(cause.against)) {
    if (against.size() == budget.against) break;
    against.push_back(
        json::object{{"claim", format_told(opposed->claim, cause.sources, budget)},
                     {"verdict", claims::format_verdict(bounded(opposed->verdict, budget))}});
  }
  return against;
}

json::object format_data(const Alert& alert, const Cause& cause, std::string_view page,
                         const Budget& budget) {
  json::object data = {{"severity", alert.severity},
                       {"summary", alert.summary},
                       {"fact", format_fact(cause.fact, budget)},
                       {"dispute", nullptr},
                       {"claim", nullptr},
                       {"against", format_against(cause, budget)}};
  if (cause.dispute.id != 0) data["dispute"] = format_dispute(cause, page, budget);
  if (cause.claim) data["claim"] = format_told(*cause.claim, cause.sources, budget);
  if (cause.type == AlertType::kAlertRetracted) {
    data["retracts"] = json::array(cause.retracts.begin(), cause.retracts.end());
    data["reason"] = or_null(one_line(cause.reason, budget.text));
  }
  if (cause.against.size() > budget.against)
    data["against_left_out"] = cause.against.size() - budget.against;
  return data;
}

std::string format_body(const Alert& alert, const Cause& cause, std::string_view page,
                        const Budget& budget) {
  return json::serialize(envelope(alert, format_data(alert, cause, page, budget)));
}

double severity_of(const Cause& cause) {
  double severity = 0;
  for (const Opposed& opposed : cause.against)
    severity = std::max(severity, opposed.verdict.severity);
  return cause.against.empty() ? cause.dispute.severity : severity;
}

}  // namespace

Alert draft_alert(const Cause& cause, std::chrono::sys_seconds now) {
  Alert alert;
  alert.dispute_id = cause.dispute.id;
  alert.fact_id = cause.fact.id;
  alert.type = cause.type;
  alert.severity = severity_of(cause);
  alert.created_at = now;
  alert.summary = alert_summary(cause);
  return alert;
}

std::string alert_body(const Alert& alert, const Cause& cause, std::string_view page) {
  std::string body;
  for (const Budget& budget : kBudgets) {
    body = format_body(alert, cause, page, budget);
    if (body.size() <= kMaxBody) break;
  }
  return body;
}

}  // namespace figured::alerts
