#include "cli/alerts_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "cli/json_shapes.h"
#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/words.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

struct AlertsList {
  explicit AlertsList(CLI::App& verb) : store(verb) {
    verb.add_option("--limit", limit, "At most so many")->capture_default_str();
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  std::size_t limit = 50;
  bool json = false;
};

// "desk delivered", "desk pending after 3 (HTTP 503)", "desk dead after 10 (no answer)"
std::string delivery_words(const alerts::Delivery& delivery) {
  std::string words = delivery.endpoint + " " + std::string(format_delivery_state(delivery.state));
  if (delivery.state == alerts::DeliveryState::kDelivered || delivery.attempts == 0) return words;
  words += " after " + std::to_string(delivery.attempts);
  return delivery.last_error.empty() ? words : words + " (" + delivery.last_error + ")";
}

std::string deliveries_words(const std::vector<alerts::Delivery>& deliveries) {
  std::string words;
  for (const alerts::Delivery& delivery : deliveries)
    words += (words.empty() ? "" : "; ") + delivery_words(delivery);
  return words.empty() ? "-" : words;
}

void list_alerts(const storage::StoreReader& store, const AlertsList& options) {
  Table table({"SEQ", "ID", "TYPE", "SEVERITY", "CREATED", "DELIVERIES", "SUMMARY"});
  for (const alerts::Alert& alert : store.alerts(options.limit)) {
    const auto deliveries = store.deliveries(alert.id);
    if (options.json) std::cout << boost::json::serialize(format_alert(alert, deliveries)) << '\n';
    table.add({std::to_string(alert.sequence), alert.id, std::string(format_alert_type(alert.type)),
               share_words(alert.severity), time_words(alert.created_at),
               deliveries_words(deliveries), alert.summary});
  }
  if (!options.json) table.print(std::cout, terminal_width());
}

}  // namespace

CLI::App* add_alerts_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("alerts", "What was told")->require_subcommand(1);
  CLI::App* list = verb->add_subcommand("list", "The alerts with their deliveries, newest first");
  list->callback([options = std::make_shared<AlertsList>(*list), &exit_code] {
    list_alerts(*options->store.open(), *options);
    exit_code = 0;
  });
  return verb;
}

}  // namespace figured::cli
