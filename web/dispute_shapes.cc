#include "web/dispute_shapes.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <set>
#include <utility>

#include "claims/claim_json.h"
#include "claims/verdicts/value_range.h"
#include "claims/verdicts/voices.h"
#include "web/claim_shapes.h"
#include "web/values_left_out.h"

namespace figured::web {

namespace json = boost::json;

namespace {

using Claims = std::vector<const claims::SourcedClaim*>;

constexpr std::size_t kMostArticles = 200;  // of which the words around a quote are shown

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value time_of(std::chrono::sys_seconds time) {
  return json::value(claims::format_time(time));
}

json::value end_of(double end) {
  if (!std::isfinite(end)) return nullptr;
  if (end == std::floor(end) && std::fabs(end) < 9e15) return static_cast<std::int64_t>(end);
  return end;
}

// The most exact first.
int vagueness(const claims::Figure& figure) {
  switch (figure.bound) {
    case claims::Bound::kExact:
      return figure.grain > 0 ? 0 : 3;
    case claims::Bound::kRange:
      return figure.grain > 0 ? 1 : 5;
    case claims::Bound::kAbout:
      return 2;
    default:
      return 4;
  }
}

std::string with_unit(const std::string& words, const std::string& unit) {
  return unit.empty() ? words : words + " " + unit;
}

std::string figure_words(const claims::Figure& figure) {
  const auto number = [](const std::optional<double>& end) {
    return claims::format_value(end.value_or(0));
  };
  const auto& end = figure.low ? figure.low : figure.high;
  switch (figure.bound) {
    case claims::Bound::kExact:
      return with_unit(number(end), figure.unit);
    case claims::Bound::kAbout:
      return with_unit("about " + number(figure.value()), figure.unit);
    case claims::Bound::kMore:
      return with_unit("more than " + number(end), figure.unit);
    case claims::Bound::kAtLeast:
      return with_unit("at least " + number(end), figure.unit);
    case claims::Bound::kLess:
      return with_unit("less than " + number(end), figure.unit);
    case claims::Bound::kAtMost:
      return with_unit("at most " + number(end), figure.unit);
    case claims::Bound::kRange:
      break;
  }
  if (figure.grain == 0) return figure.surface;  // "dozens"
  return with_unit("between " + number(figure.low) + " and " + number(figure.high), figure.unit);
}

Claims claims_of(const claims::Side& side, const storage::DisputeView& view) {
  Claims found;
  for (const std::int64_t id : side.claim_ids) {
    const auto claim = std::find_if(view.claims.begin(), view.claims.end(),
                                    [id](const auto& other) { return other.id == id; });
    if (claim != view.claims.end()) found.push_back(&*claim);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](auto* a, auto* b) { return told_at(*a) < told_at(*b); });
  return found;
}

// Each text once, in the order in which it came.
void add_once(json::array& list, const std::string& text) {
  if (text.empty()) return;
  for (const json::value& known : list)
    if (known.get_string() == text) return;
  list.emplace_back(text);
}

json::array outlets_of(const Claims& claims) {
  json::array outlets;
  for (const auto* claim : claims) add_once(outlets, claim->outlet);
  return outlets;
}

json::array origins_of(const Claims& claims) {
  std::vector<std::pair<std::string, Claims>> origins;
  for (const auto* claim : claims) {
    const std::string& name =
        claim->claim.origin.empty() ? claim->claim.speaker : claim->claim.origin;
    auto known = std::find_if(origins.begin(), origins.end(),
                              [&](const auto& other) { return other.first == name; });
    if (known == origins.end()) known = origins.insert(origins.end(), {name, {}});
    known->second.push_back(claim);
  }
  json::array shapes;
  for (const auto& [name, members] : origins) {
    json::array speakers, ids;
    for (const auto* claim : members) {
      add_once(speakers, claim->claim.speaker);
      ids.push_back(claim->id);
    }
    shapes.push_back(json::object{{"name", text_or_null(name)},
                                  {"speakers", std::move(speakers)},
                                  {"outlets", outlets_of(members)},
                                  {"claims", std::move(ids)},
                                  {"first_at", time_of(told_at(*members.front()))}});
  }
  return shapes;
}

json::object format_side(std::size_t index, const claims::Side& side,
                         const storage::DisputeView& view) {
  const Claims claims = claims_of(side, view);
  const SideWords words = side_words(side, claims);
  const auto first = claims.empty() ? view.dispute.opened_at : told_at(*claims.front());
  const auto last = claims.empty() ? view.dispute.opened_at : told_at(*claims.back());
  return {{"index", index},
          {"low", end_of(side.low)},
          {"high", end_of(side.high)},
          {"bound", claims::format_bound(words.bound)},
          {"approximate", words.approximate},
          {"unit", words.unit},
          {"label", words.label},
          {"voices", claims::count_voices(claims)},
          {"claims", side.claim_ids.size()},
          {"origins", origins_of(claims)},
          {"outlets", outlets_of(claims)},
          {"first_at", time_of(first)},
          {"last_at", time_of(last)}};
}

std::size_t side_of(const claims::Dispute& dispute, std::int64_t claim_id) {
  std::size_t side = 0;
  for (; side < dispute.sides.size(); ++side) {
    const auto& ids = dispute.sides[side].claim_ids;
    if (std::find(ids.begin(), ids.end(), claim_id) != ids.end()) break;
  }
  return side;
}

std::string_view kind_of(const alerts::Alert& alert) {
  switch (alert.type) {
    case alerts::AlertType::kContradiction:
      return alert.dispute_sequence == 1 ? "opened" : "reopened";
    case alerts::AlertType::kDisputeWidened:
      return "widened";
    case alerts::AlertType::kDisputeSettled:
      return "settled";
    case alerts::AlertType::kAlertRetracted:
      return "dismissed";
    default:
      return "corrected";
  }
}

std::string words_of(const claims::Decision& decision) {
  std::string words(claims::format_decision_kind(decision.kind));
  if (decision.reason)
    words += ": " + std::string(claims::format_dismissal_reason(*decision.reason));
  if (!decision.note.empty()) words += " (" + decision.note + ")";
  return words;
}

std::string words_of(const claims::SourcedClaim& claim) {
  const std::string& origin = claim.claim.origin.empty() ? claim.claim.speaker : claim.claim.origin;
  return claim.outlet + " says " + figure_words(claim.claim.figure) +
         (origin.empty() ? "" : " (" + origin + ")");
}

// What came last: a claim, an alert's cause or a decision.
json::object format_news(const storage::DisputeView& view, const alerts::Alert* last_alert) {
  const auto newest =
      std::max_element(view.claims.begin(), view.claims.end(), [](const auto& a, const auto& b) {
        return std::pair(a.seen, a.id) < std::pair(b.seen, b.id);
      });
  json::object news{{"kind", "opened"},
                    {"at", time_of(view.dispute.changed_at)},
                    {"summary", view.fact.label},
                    {"side", nullptr},
                    {"claim", nullptr}};
  auto at = view.dispute.opened_at;
  if (newest != view.claims.end()) {
    const std::size_t side = side_of(view.dispute, newest->id);
    news["claim"] = newest->id;
    if (side < view.dispute.sides.size()) news["side"] = side;
  }
  if (last_alert) {
    news["kind"] = kind_of(*last_alert);
    news["summary"] = last_alert->summary;
    at = last_alert->created_at;
    news["at"] = time_of(at);
  }
  if (newest != view.claims.end() && newest->seen > at) {
    news["kind"] = "joined";
    news["summary"] = words_of(*newest);
    at = newest->seen;
    news["at"] = time_of(at);
  }
  if (!view.decisions.empty() && view.decisions.back().at >= at) {
    news["kind"] = claims::format_decision_kind(view.decisions.back().kind);
    news["summary"] = words_of(view.decisions.back());
    news["at"] = time_of(view.decisions.back().at);
    news["side"] = news["claim"] = nullptr;
  }
  return news;
}

json::object format_decision_card(const claims::Decision& decision) {
  return {
      {"kind", claims::format_decision_kind(decision.kind)},
      {"reason", decision.reason ? json::value(claims::format_dismissal_reason(*decision.reason))
                                 : json::value(nullptr)},
      {"note", text_or_null(decision.note)},
      {"at", claims::format_time(decision.at)}};
}

// Those on a side, and those of the fact that hold; oldest first.
Claims all_claims(const storage::DisputeView& view) {
  Claims all;
  for (const auto& claim : view.claims) all.push_back(&claim);
  for (const auto& claim : view.fact.live)
    if (std::none_of(all.begin(), all.end(), [&](auto* known) { return known->id == claim.id; }))
      all.push_back(&claim);
  std::stable_sort(all.begin(), all.end(),
                   [](auto* a, auto* b) { return told_at(*a) < told_at(*b); });
  return all;
}

}  // namespace

std::string_view severity_label(double severity) {
  return severity < 0.25   ? "slight"
         : severity < 0.5  ? "moderate"
         : severity < 0.75 ? "serious"
                           : "grave";
}

std::chrono::sys_seconds told_at(const claims::SourcedClaim& claim) {
  return claim.published.value_or(claim.seen);
}

SideWords side_words(const claims::Side& side, const Claims& claims) {
  if (claims.empty()) return {claims::format_range({side.low, side.high})};
  const auto best = *std::min_element(claims.begin(), claims.end(), [](auto* a, auto* b) {
    return vagueness(a->claim.figure) < vagueness(b->claim.figure);
  });
  const claims::Figure& figure = best->claim.figure;
  return {figure_words(figure), figure.bound, vagueness(figure) > 1, figure.unit};
}

std::string dispute_link(std::string_view url, std::int64_t id) {
  return std::string(url) + "/disputes/" + std::to_string(id);
}

json::object format_dispute_item(const storage::DisputeView& view, const alerts::Alert* last_alert,
                                 std::string_view url) {
  const claims::Dispute& dispute = view.dispute;
  json::array sides, outlets;
  std::size_t count = 0;
  std::string unit;
  std::optional<std::chrono::sys_seconds> first, last;
  for (std::size_t at = 0; at < dispute.sides.size(); ++at) {
    sides.push_back(format_side(at, dispute.sides[at], view));
    count += dispute.sides[at].claim_ids.size();
    for (const auto* claim : claims_of(dispute.sides[at], view)) {
      add_once(outlets, claim->outlet);
      unit = claim->claim.figure.unit;
      first = std::min(first.value_or(told_at(*claim)), told_at(*claim));
      last = std::max(last.value_or(told_at(*claim)), told_at(*claim));
    }
  }
  return {{"id", dispute.id},
          {"fact", dispute.fact_id},
          {"label", view.fact.label},
          {"measure", view.fact.measure},
          {"subject", view.fact.subject},
          {"place", view.fact.place},
          {"unit", unit},
          {"state", claims::format_dispute_state(dispute.state)},
          {"severity", dispute.severity},
          {"severity_label", severity_label(dispute.severity)},
          {"sequence", dispute.sequence},
          {"opened_at", claims::format_time(dispute.opened_at)},
          {"changed_at", claims::format_time(dispute.changed_at)},
          {"first_at", first ? time_of(*first) : json::value(nullptr)},
          {"last_at", last ? time_of(*last) : json::value(nullptr)},
          {"claims", count},
          {"outlets", std::move(outlets)},
          {"sides", std::move(sides)},
          {"new", format_news(view, last_alert)},
          {"permalink", dispute_link(url, dispute.id)}};
}

json::object format_verdict_card(const storage::VerdictRecord& record) {
  json::object shape = claims::format_verdict(record.verdict);
  shape["earlier_claim"] = record.earlier_claim;
  shape["later_claim"] = record.later_claim;
  shape["at"] = claims::format_time(record.at);
  return shape;
}

json::object format_whole_dispute(const storage::DisputeView& view, const alerts::Alert* last_alert,
                                  std::string_view url, const storage::StoreReader& store) {
  json::object shape = format_dispute_item(view, last_alert, url);
  ArticleShelf shelf(store, kMostArticles);
  json::array cards;
  json::object side_of_claim;
  std::set<std::int64_t> live;
  for (const auto& claim : view.fact.live) live.insert(claim.id);
  for (const auto* claim : all_claims(view)) {
    const auto found = shelf.find(*claim);
    const bool is_live = found.revision ? found.is_live : live.contains(claim->id);
    cards.push_back(format_claim_card(*claim, is_live, found.revision));
    const std::size_t side = side_of(view.dispute, claim->id);
    if (side < view.dispute.sides.size()) side_of_claim[std::to_string(claim->id)] = side;
  }
  json::array verdicts, decisions;
  for (const auto& record : view.verdicts) verdicts.push_back(format_verdict_card(record));
  for (const auto& decision : view.decisions) decisions.push_back(format_decision_card(decision));
  const bool dismissed =
      view.dispute.state == claims::DisputeState::kDismissed && !decisions.empty();
  shape["values_left_out"] = count_values_left_out(view, store);
  shape["all_claims"] = std::move(cards);
  shape["side_of"] = std::move(side_of_claim);
  shape["verdicts"] = std::move(verdicts);
  shape["dismissal"] = dismissed ? decisions.back() : json::value(nullptr);
  shape["decisions"] = std::move(decisions);
  return shape;
}

}  // namespace figured::web
