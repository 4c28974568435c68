#include "cli/disputes_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "cli/decide_verbs.h"
#include "cli/dispute_words.h"
#include "cli/sameness_words.h"
#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/words.h"
#include "storage/store.h"
#include "web/json_shapes.h"
#include "web/values_left_out.h"

namespace figured::cli {
namespace {

struct DisputesList {
  explicit DisputesList(CLI::App& verb) : store(verb) {
    verb.add_option("--limit", limit, "At most so many")->capture_default_str();
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  std::size_t limit = 50;
  bool json = false;
};

struct DisputesShow {
  explicit DisputesShow(CLI::App& verb) : store(verb), weights(verb) {
    verb.add_option("ID", id, "Number of the dispute")->required();
    verb.add_flag("--explain", explain, "Why each two figures were held for figures of one fact");
    verb.add_flag("--json", json, "Print one JSON object");
  }
  claims::SamenessModel sameness() const {
    return weights.given() ? weights.read() : store.sameness();
  }
  StoreOption store;
  WeightsOption weights;
  std::int64_t id = 0;
  bool explain = false;
  bool json = false;
};

void list_disputes(const storage::StoreReader& store, const DisputesList& options) {
  Table table({"ID", "STATE", "SEVERITY", "CHANGED", "VALUES", "FACT"});
  for (const claims::Dispute& dispute : store.disputes(options.limit)) {
    const auto view = store.dispute(dispute.id);
    if (!view) continue;  // taken away since it was listed
    if (options.json) std::cout << boost::json::serialize(web::format_dispute(*view)) << '\n';
    table.add({std::to_string(dispute.id), std::string(format_dispute_state(dispute.state)),
               share_words(dispute.severity), time_words(dispute.changed_at), values_words(*view),
               view->fact.label});
  }
  if (!options.json) table.print(std::cout, terminal_width());
}

void print_json(const storage::DisputeView& view, std::size_t left_out,
                const DisputesShow& options) {
  boost::json::object shape = web::format_dispute_view(view);
  shape["values_left_out"] = left_out;
  if (options.explain) shape["explain"] = format_samenesses(view, options.sameness());
  std::cout << boost::json::serialize(shape) << '\n';
}

int show_dispute(const storage::StoreReader& store, const DisputesShow& options) {
  const auto view = store.dispute(options.id);
  if (!view) {
    std::cerr << "figurectl: there is no dispute " << options.id << '\n';
    return 1;
  }
  const std::size_t left_out = web::count_values_left_out(*view, store);
  if (options.json) {
    print_json(*view, left_out, options);
    return 0;
  }
  print_dispute(std::cout, *view, left_out);
  if (options.explain) print_samenesses(std::cout, *view, options.sameness());
  return 0;
}

}  // namespace

CLI::App* add_disputes_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb =
      app.add_subcommand("disputes", "Facts whose figures contradict")->require_subcommand(1);
  CLI::App* list = verb->add_subcommand("list", "The disputes, changed last first");
  list->callback([options = std::make_shared<DisputesList>(*list), &exit_code] {
    list_disputes(*options->store.open(), *options);
    exit_code = 0;
  });
  CLI::App* show = verb->add_subcommand("show", "One dispute with the evidence of its sides");
  show->callback([options = std::make_shared<DisputesShow>(*show), &exit_code] {
    exit_code = show_dispute(*options->store.open(), *options);
  });
  add_decide_verbs(*verb, exit_code);
  return verb;
}

}  // namespace figured::cli
