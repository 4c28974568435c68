// /api/v1/disputes and what belongs to it.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "alerts/alert_match.h"
#include "storage/sqlite/sqlite_store.h"
#include "web/api.h"
#include "web/claim_review.h"
#include "web/decide.h"
#include "web/dispute_filter.h"
#include "web/dispute_shapes.h"
#include "web/json_shapes.h"
#include "web/parameters.h"
#include "web/silence_shapes.h"
#include "web/stamps.h"

namespace figured::web {

namespace json = boost::json;

namespace {

std::optional<alerts::Alert> last_alert(const storage::StoreReader& store, std::int64_t dispute) {
  storage::AlertChoice choice;
  choice.dispute_id = dispute;
  auto alerts = store.listings().alerts_behind(choice, 1);
  if (alerts.empty()) return std::nullopt;
  return std::move(alerts.front());
}

storage::DisputeView require_dispute(const storage::StoreReader& store, std::int64_t id) {
  auto view = store.dispute(id);
  if (!view) throw BadRequest(404, "There is no dispute " + std::to_string(id) + ".");
  return *std::move(view);
}

json::object item(const Context& context, const storage::StoreReader& store, std::int64_t id) {
  const storage::DisputeView view = require_dispute(store, id);
  const auto alert = last_alert(store, id);
  return format_dispute_item(view, alert ? &*alert : nullptr, context.url);
}

DisputeBoard::Page page_of(Context& context, const Call& call, const storage::StoreReader& store) {
  const auto cursor = cursor_of(call.query, 2);
  storage::DisputeMark behind;
  if (cursor)
    behind = {std::chrono::sys_seconds(std::chrono::seconds(cursor->at(0))), cursor->at(1)};
  return context.board.list(store, filter_of(call.query), behind, limit_of(call.query));
}

Answer list(Context& context, const Call& call, const storage::StoreReader& store) {
  const auto page = page_of(context, call, store);
  std::string items;
  for (const std::int64_t id : page.ids)
    if (const auto item = context.items.find(store, id))
      items += (items.empty() ? "" : ",") + *item;
  const std::string next =
      page.next ? json::serialize(json::value(make_cursor(
                      {page.next->changed_at.time_since_epoch().count(), page.next->id})))
                : "null";
  return {200,
          {{"Content-Type", "application/json"}},
          "{\"items\":[" + items + "],\"next\":" + next +
              ",\"total\":" + std::to_string(page.total) + "}"};
}

std::uint64_t state_of_list(Context& context, const Call& call, const storage::StoreReader& store) {
  return stamp_of(page_of(context, call, store), store);
}

// Silences that hold and name the dispute.
json::array silences_of(const storage::StoreReader& store, std::int64_t id,
                        std::chrono::sys_seconds now) {
  json::array shapes;
  for (const storage::Silence& silence : store.silences(now)) {
    const auto named = alerts::parse_match(silence.matching).disputes;
    if (std::find(named.begin(), named.end(), id) != named.end())
      shapes.push_back(format_silence(silence));
  }
  return shapes;
}

Answer show(const Context& context, const Call& call, const storage::StoreReader& store) {
  const std::int64_t id = id_of(call);
  const storage::DisputeView view = require_dispute(store, id);
  const auto newest = last_alert(store, id);
  json::object shape = format_whole_dispute(view, newest ? &*newest : nullptr, context.url, store);
  json::array told;
  for (const alerts::Alert& alert : store.alerts_of_dispute(id))
    told.push_back(format_alert(alert, store.deliveries(alert.id)));
  shape["alerts"] = std::move(told);
  shape["silences"] = silences_of(store, id, call.now);
  return json_answer(std::move(shape));
}

Answer review(const Context& context, const Call& call, const storage::StoreReader& store) {
  Answer answer =
      json_answer(format_claim_review(require_dispute(store, id_of(call)), context.url));
  answer.headers.front().value = "application/ld+json";
  return answer;
}

// Silences end by themselves.
std::uint64_t state_of_dispute(const Context&, const Call& call,
                               const storage::StoreReader& store) {
  const std::int64_t id = id_of(call);
  Stamps stamps;
  stamps.add(store.listings().whole_dispute_stamp(id));
  stamps.add(json::serialize(silences_of(store, id, call.now)));
  return stamps.value();
}

claims::Decision decision_of(const Call& call, claims::DecisionKind kind) {
  const json::object body = body_of(call.request);
  claims::Decision decision;
  decision.kind = kind;
  decision.at = call.now;
  decision.note = text_field(body, "note", 2'000);
  if (kind != claims::DecisionKind::kDismissed) {
    require_known(body, {"note"});
    return decision;
  }
  require_known(body, {"reason", "note"});
  decision.reason = claims::parse_dismissal_reason(text_field(body, "reason", 100, true));
  if (!decision.reason)
    throw BadRequest(
        422, "reason is same-fact, different-event, different-scope, different-time or misread.",
        "reason");
  return decision;
}

Answer judge(const Context& context, const Call& call, claims::DecisionKind kind) {
  const std::int64_t id = id_of(call);
  const claims::Decision decision = decision_of(call, kind);
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  const Decided decided = decide(*desk, id, decision, context.url);
  if (!decided.dispute) throw BadRequest(404, "There is no dispute " + std::to_string(id) + ".");
  if (!decided.applies)
    throw BadRequest(409, "Dispute " + std::to_string(id) + " is " +
                              std::string(format_dispute_state(decided.dispute->state)) + ".");
  return json_answer(item(context, *desk, id));
}

json::array shapes_of(const std::vector<DisputeBoard::Count>& counts) {
  json::array shapes;
  for (const auto& [value, count] : counts)
    shapes.push_back(json::object{{"value", value}, {"count", count}});
  return shapes;
}

std::uint64_t state_of_facets(Context& context, const Call&, const storage::StoreReader& store) {
  return context.board.generation(store);
}

Answer facets(Context& context, const Call&, const storage::StoreReader& store) {
  const auto facets = context.board.facets(store);
  return json_answer(json::object{{"measures", shapes_of(facets.measures)},
                                  {"places", shapes_of(facets.places)},
                                  {"outlets", shapes_of(facets.outlets)},
                                  {"states", shapes_of(facets.states)}});
}

}  // namespace

void add_dispute_routes(Page& page, const std::shared_ptr<Context>& context) {
  const auto with_context = [&](auto act) {
    return [context, act](const Call& call, const storage::StoreReader& store) {
      return act(*context, call, store);
    };
  };
  const auto read = [&](const char* path, auto answer, Keep keep, auto state) {
    page.add("GET", path,
             {Need::kRead, FromStore(with_context(answer)), keep, with_context(state)});
  };
  read("/api/v1/disputes", list, Keep::kUntilChange, state_of_list);
  read("/api/v1/disputes/{id}", show, Keep::kByState, state_of_dispute);
  read("/api/v1/disputes/{id}/claimreview", review, Keep::kUntilChange, state_of_dispute);
  read("/api/v1/facets", facets, Keep::kUntilChange, state_of_facets);
  const auto write = [&](const char* path, claims::DecisionKind kind) {
    page.add("POST", path,
             {Need::kWrite, [context, kind](const Call& call, const storage::StoreReader&) {
                return judge(*context, call, kind);
              }});
  };
  write("/api/v1/disputes/{id}/dismiss", claims::DecisionKind::kDismissed);
  write("/api/v1/disputes/{id}/confirm", claims::DecisionKind::kConfirmed);
  write("/api/v1/disputes/{id}/reopen", claims::DecisionKind::kReopened);
}

}  // namespace figured::web
