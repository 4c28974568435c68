// /api/v1/alerts and /api/v1/endpoints
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "net/http_client.h"
#include "storage/sqlite/sqlite_store.h"
#include "web/api.h"
#include "web/json_shapes.h"
#include "web/parameters.h"

namespace figured::web {

namespace json = boost::json;

namespace {

storage::AlertChoice choice_of(const Query& query) {
  storage::AlertChoice choice;
  choice.dispute_id = number_of(query, "dispute").value_or(0);
  if (choice.dispute_id < 0) throw BadRequest(400, "dispute is the number of one.", "dispute");
  choice.endpoint = query.get("endpoint").value_or("");
  if (const auto state = query.get("state")) {
    choice.state = alerts::parse_delivery_state(*state);
    if (!choice.state) throw BadRequest(400, "state is pending, delivered or dead.", "state");
  }
  if (const auto cursor = cursor_of(query, 1)) choice.before = cursor->front();
  return choice;
}

Answer list(const Call& call, const storage::StoreReader& store) {
  const std::size_t limit = limit_of(call.query);
  auto alerts = store.listings().alerts_behind(choice_of(call.query), limit + 1);
  json::value next;
  if (alerts.size() > limit) {
    alerts.pop_back();
    next = json::value(make_cursor({alerts.back().sequence}));
  }
  json::array items;
  for (const alerts::Alert& alert : alerts)
    items.push_back(format_alert(alert, store.deliveries(alert.id)));
  return json_answer(json::object{{"items", std::move(items)}, {"next", next}});
}

alerts::Alert require_alert(const storage::StoreReader& store, const std::string& id) {
  auto alert = store.alert(id);
  if (!alert) throw BadRequest(404, "There is no such alert.");
  return *std::move(alert);
}

Answer show(const Call& call, const storage::StoreReader& store) {
  const alerts::Alert alert = require_alert(store, call.pieces.at(0));
  json::object shape = format_alert(alert, store.deliveries(alert.id));
  json::array attempts;
  for (const alerts::Attempt& attempt : store.attempts(alert.id))
    attempts.push_back(format_attempt(attempt));
  shape["attempts"] = std::move(attempts);
  shape["body"] = json::parse(alert.body);
  return json_answer(std::move(shape));
}

Answer replay(const Context& context, const Call& call) {
  const json::object body = body_of(call.request);
  require_known(body, {"endpoint"});
  storage::ReplayChoice choice;
  choice.alert_id = call.pieces.at(0);
  choice.endpoint = text_field(body, "endpoint", 64);
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  require_alert(*desk, choice.alert_id);
  if (!choice.endpoint.empty()) {
    const auto known = desk->endpoints();
    if (std::none_of(known.begin(), known.end(),
                     [&](const auto& state) { return state.name == choice.endpoint; }))
      throw BadRequest(422, "There is no endpoint of this name.", "endpoint");
  }
  const std::size_t chosen = desk->replay(choice, call.now);
  transaction.commit();
  return json_answer(json::object{{"done", "Alert " + choice.alert_id +
                                               " goes out again: " + std::to_string(chosen) +
                                               (chosen == 1 ? " delivery." : " deliveries.")}});
}

std::optional<alerts::Endpoint> configured(const Context& context, const std::string& name) {
  if (!context.surroundings.endpoints) return std::nullopt;
  const auto endpoints = context.surroundings.endpoints();
  for (const alerts::Endpoint& endpoint : *endpoints)
    if (endpoint.name == name) return endpoint;
  return std::nullopt;
}

json::object format_endpoint_card(const Context& context, const storage::EndpointState& state) {
  json::object shape = format_endpoint(state);
  const auto endpoint = configured(context, state.name);
  shape["kind"] =
      endpoint ? json::value(alerts::format_sink_kind(endpoint->kind)) : json::value(nullptr);
  shape["address"] = endpoint && !endpoint->url.empty()
                         ? json::value(net::redact_path(endpoint->url))
                         : json::value(nullptr);
  return shape;
}

Answer list_endpoints(const Context& context, const storage::StoreReader& store) {
  json::array items;
  for (const storage::EndpointState& state : store.endpoints())
    items.push_back(format_endpoint_card(context, state));
  return json_answer(json::object{{"items", std::move(items)}});
}

Answer enable(const Context& context, const Call& call) {
  const std::string& name = call.pieces.at(0);
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  const auto known = desk->endpoints();
  if (std::none_of(known.begin(), known.end(),
                   [&](const auto& state) { return state.name == name; }))
    throw BadRequest(404, "There is no endpoint of this name.");
  if (!desk->enable_endpoint(name)) throw BadRequest(409, "Endpoint " + name + " is not disabled.");
  transaction.commit();
  return json_answer(json::object{{"done", "Endpoint " + name + " gets its deliveries again."}});
}

boost::asio::awaitable<Answer> try_endpoint(std::shared_ptr<Context> context, Call call) {
  const auto endpoint = configured(*context, call.pieces.at(0));
  if (!endpoint || !context->surroundings.try_endpoint)
    throw BadRequest(404, "There is no endpoint of this name in the configuration.");
  const alerts::Answer answer = co_await context->surroundings.try_endpoint(*endpoint);
  const bool taken = answer.status >= 200 && answer.status < 300;
  co_return json_answer(json::object{
      {"taken", taken},
      {"status", answer.status},
      {"error", taken || answer.error.empty() ? json::value(nullptr) : json::value(answer.error)}});
}

}  // namespace

void add_alert_routes(Page& page, const std::shared_ptr<Context>& context) {
  page.add("GET", "/api/v1/alerts", {Need::kRead, list});
  page.add("GET", "/api/v1/alerts/{id}", {Need::kRead, show});
  page.add("GET", "/api/v1/endpoints",
           {Need::kRead, [context](const Call&, const storage::StoreReader& store) {
              return list_endpoints(*context, store);
            }});
  page.add("POST", "/api/v1/alerts/{id}/replay",
           {Need::kWrite, [context](const Call& call, const storage::StoreReader&) {
              return replay(*context, call);
            }});
  page.add("POST", "/api/v1/endpoints/{name}/enable",
           {Need::kWrite, [context](const Call& call, const storage::StoreReader&) {
              return enable(*context, call);
            }});
  const Awaited test = [context](Call call) { return try_endpoint(context, std::move(call)); };
  page.add("POST", "/api/v1/endpoints/{name}/test", {Need::kWrite, test});
}

}  // namespace figured::web
