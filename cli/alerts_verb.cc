#include "cli/alerts_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "cli/alert_words.h"
#include "cli/alerts_send_verbs.h"
#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/words.h"
#include "storage/store.h"
#include "web/json_shapes.h"

namespace figured::cli {
namespace {

struct AlertsVerb {
  explicit AlertsVerb(CLI::App& verb) : store(verb) {
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  std::string id;
  std::size_t limit = 50;
  bool json = false;
};

void list_alerts(const storage::StoreReader& store, const AlertsVerb& options) {
  Table table({"SEQ", "ID", "TYPE", "SEVERITY", "CREATED", "DELIVERIES", "SUMMARY"});
  for (const alerts::Alert& alert : store.alerts(options.limit)) {
    const auto deliveries = store.deliveries(alert.id);
    if (options.json) std::cout << boost::json::serialize(web::format_alert(alert, deliveries)) << '\n';
    table.add({std::to_string(alert.sequence), alert.id, std::string(format_alert_type(alert.type)),
               share_words(alert.severity), time_words(alert.created_at),
               deliveries_words(deliveries), tame(alert.summary)});
  }
  if (!options.json) table.print(std::cout, terminal_width());
}

void list_dead(const storage::StoreReader& store, const AlertsVerb& options) {
  Table table({"ID", "ENDPOINT", "ATTEMPTS", "CREATED", "REASON", "SUMMARY"});
  for (const alerts::Delivery& delivery : store.dead_deliveries(options.limit)) {
    const alerts::Alert& alert = delivery.alert;
    if (options.json)
      std::cout << boost::json::serialize(web::format_alert(alert, std::span(&delivery, 1))) << '\n';
    table.add({alert.id, delivery.endpoint, std::to_string(delivery.attempts),
               time_words(alert.created_at), tame(delivery.last_error), tame(alert.summary)});
  }
  if (!options.json) table.print(std::cout, terminal_width());
}

int show_alert(const storage::StoreReader& store, const AlertsVerb& options) {
  const auto alert = store.alert(options.id);
  if (!alert) {
    std::cerr << "figurectl: there is no alert " << options.id << '\n';
    return 1;
  }
  const auto deliveries = store.deliveries(alert->id);
  const auto attempts = store.attempts(alert->id);
  if (!options.json) {
    print_alert(std::cout, *alert, deliveries, attempts);
    return 0;
  }
  boost::json::object shape = web::format_alert(*alert, deliveries);
  boost::json::array shapes;
  for (const alerts::Attempt& attempt : attempts) shapes.push_back(web::format_attempt(attempt));
  shape["attempts"] = std::move(shapes);
  shape["body"] = boost::json::parse(alert->body);
  std::cout << boost::json::serialize(shape) << '\n';
  return 0;
}

void list_endpoints(const storage::StoreReader& store, const AlertsVerb& options) {
  Table table({"ENDPOINT", "STATE", "PENDING", "DEAD", "FALLBACK", "REASON"});
  for (const storage::EndpointState& state : store.endpoints()) {
    if (options.json) std::cout << boost::json::serialize(web::format_endpoint(state)) << '\n';
    table.add({state.name, state.disabled_at ? "disabled" : "enabled",
               std::to_string(state.pending), std::to_string(state.dead),
               state.fallback.empty() ? "-" : state.fallback,
               state.reason.empty() ? "-" : tame(state.reason)});
  }
  if (!options.json) table.print(std::cout, terminal_width());
}

int verify(const storage::StoreReader& store, const AlertsVerb& options) {
  const auto sentences = store.contradictions_of_outbox();
  for (const std::string& sentence : sentences) {
    if (options.json)
      std::cout << boost::json::serialize(boost::json::object{{"wrong", sentence}}) << '\n';
    else
      std::cout << tame(sentence) << '\n';
  }
  if (!options.json && sentences.empty()) std::cout << "Alerts, disputes and deliveries agree.\n";
  return sentences.empty() ? 0 : 1;
}

CLI::App* add(CLI::App& alerts, const std::string& name, const std::string& help,
              std::shared_ptr<AlertsVerb>& options) {
  CLI::App* verb = alerts.add_subcommand(name, help);
  options = std::make_shared<AlertsVerb>(*verb);
  return verb;
}

void add_limit(CLI::App& verb, AlertsVerb& options) {
  verb.add_option("--limit", options.limit, "At most so many")->capture_default_str();
}

}  // namespace

CLI::App* add_alerts_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("alerts", "What was told, to whom, and what came of it")
                       ->require_subcommand(1);
  std::shared_ptr<AlertsVerb> options;
  CLI::App* list = add(*verb, "list", "The alerts with their deliveries, newest first", options);
  add_limit(*list, *options);
  list->callback([options, &exit_code] {
    list_alerts(*options->store.open(), *options);
    exit_code = 0;
  });
  CLI::App* show = add(*verb, "show", "One alert, its evidence, every attempt", options);
  show->add_option("ID", options->id, "alr_…")->required();
  show->callback(
      [options, &exit_code] { exit_code = show_alert(*options->store.open(), *options); });
  CLI::App* dead = add(*verb, "dead", "Deliveries that were given up, with their reasons", options);
  add_limit(*dead, *options);
  dead->callback([options, &exit_code] {
    list_dead(*options->store.open(), *options);
    exit_code = 0;
  });
  CLI::App* endpoints = add(*verb, "endpoints", "The endpoints and what waits for them", options);
  endpoints->callback([options, &exit_code] {
    list_endpoints(*options->store.open(), *options);
    exit_code = 0;
  });
  CLI::App* check =
      add(*verb, "verify", "Check that alerts, disputes and deliveries agree", options);
  check->callback([options, &exit_code] { exit_code = verify(*options->store.open(), *options); });
  add_alerts_send_verbs(*verb, exit_code);
  return verb;
}

}  // namespace figured::cli
