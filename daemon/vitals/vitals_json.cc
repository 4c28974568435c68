#include "daemon/vitals/vitals_json.h"

#include <boost/json/value.hpp>

namespace figured::daemon {
namespace {

namespace json = boost::json;

json::value time_or_null(std::optional<std::chrono::sys_seconds> time) {
  return time ? json::value(time->time_since_epoch().count()) : json::value(nullptr);
}

std::optional<std::chrono::sys_seconds> time_of(const json::value& value) {
  if (value.is_null()) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(value.to_number<std::int64_t>()));
}

}  // namespace

json::object format_vitals(const Vitals& vitals) {
  return {{"at", vitals.at.time_since_epoch().count()},
          {"feeds", vitals.feeds},
          {"feeds_failing", vitals.feeds_failing},
          {"polls_in_flight", vitals.polls_in_flight},
          {"articles", vitals.articles},
          {"claims", vitals.claims},
          {"disputes_open", vitals.disputes_open},
          {"outbox", vitals.outbox},
          {"dead", vitals.dead},
          {"workers_waiting", vitals.workers_waiting},
          {"ledger_waiting", vitals.ledger_waiting},
          {"oldest_pending", time_or_null(vitals.oldest_pending)},
          {"last_poll", time_or_null(vitals.last_poll)},
          {"next_poll", time_or_null(vitals.next_poll)},
          {"polls_rate", vitals.polls_rate},
          {"articles_rate", vitals.articles_rate},
          {"claims_rate", vitals.claims_rate},
          {"alerts_rate", vitals.alerts_rate},
          {"lateness", vitals.lateness},
          {"lagging", vitals.lagging},
          {"lag", vitals.lag},
          {"memory", vitals.memory},
          {"memory_limit", vitals.memory_limit},
          {"intake", vitals.intake},
          {"store", vitals.store},
          {"disk_free", vitals.disk_free}};
}

Vitals parse_vitals(const json::object& object) {
  Vitals vitals;
  vitals.at = *time_of(object.at("at"));
  vitals.feeds = object.at("feeds").to_number<std::int64_t>();
  vitals.feeds_failing = object.at("feeds_failing").to_number<std::int64_t>();
  vitals.polls_in_flight = object.at("polls_in_flight").to_number<std::int64_t>();
  vitals.articles = object.at("articles").to_number<std::int64_t>();
  vitals.claims = object.at("claims").to_number<std::int64_t>();
  vitals.disputes_open = object.at("disputes_open").to_number<std::int64_t>();
  vitals.outbox = object.at("outbox").to_number<std::int64_t>();
  vitals.dead = object.at("dead").to_number<std::int64_t>();
  vitals.workers_waiting = object.at("workers_waiting").to_number<std::int64_t>();
  vitals.ledger_waiting = object.at("ledger_waiting").to_number<std::int64_t>();
  vitals.oldest_pending = time_of(object.at("oldest_pending"));
  vitals.last_poll = time_of(object.at("last_poll"));
  vitals.next_poll = time_of(object.at("next_poll"));
  vitals.polls_rate = object.at("polls_rate").to_number<double>();
  vitals.articles_rate = object.at("articles_rate").to_number<double>();
  vitals.claims_rate = object.at("claims_rate").to_number<double>();
  vitals.alerts_rate = object.at("alerts_rate").to_number<double>();
  vitals.lateness = object.at("lateness").to_number<double>();
  vitals.lagging = object.at("lagging").as_string();
  vitals.lag = object.at("lag").to_number<double>();
  vitals.memory = object.at("memory").to_number<std::uint64_t>();
  vitals.memory_limit = object.at("memory_limit").to_number<std::uint64_t>();
  vitals.intake = object.at("intake").to_number<std::uint64_t>();
  vitals.store = object.at("store").to_number<std::uint64_t>();
  vitals.disk_free = object.at("disk_free").to_number<std::uint64_t>();
  return vitals;
}

}  // namespace figured::daemon
