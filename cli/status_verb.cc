#include "cli/status_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>
#include <optional>

#include "cli/store_option.h"
#include "cli/words.h"
#include "daemon/service/daemon_shape.h"
#include "daemon/service/state_file.h"
#include "storage/store.h"
#include "web/json_shapes.h"

namespace figured::cli {
namespace {

struct StatusVerb {
  explicit StatusVerb(CLI::App& verb) : store(verb) {
    verb.add_flag("--json", json, "Print one JSON object");
  }
  StoreOption store;
  bool json = false;
};

void print_line(std::string_view name, const std::string& words) {
  std::cout << name << std::string(12 - name.size(), ' ') << words << '\n';
}

std::string daemon_words(const std::optional<daemon::DaemonState>& state) {
  if (!state) return "not running";
  const std::string process = " (process " + std::to_string(state->pid) + ")";
  const bool paused = !state->paused.empty();
  return (paused ? "intake paused since " : "running since ") +
         time_words(paused ? state->since : state->started) + process +
         (paused ? ": " + tame(state->paused) : "");
}

void print_status(const storage::StoreStatus& status) {
  print_line("feeds", number_words(static_cast<double>(status.feeds)) + ", " +
                          std::to_string(status.feeds_failing) + " failing");
  print_line("articles", number_words(static_cast<double>(status.articles)) + " in " +
                             count_words(status.revisions, "revision"));
  print_line("pages", std::to_string(status.pages_read) + " read, " +
                          std::to_string(status.pages_failed) + " not to be had, " +
                          std::to_string(status.pages_wanted) + " awaited");
  print_line("claims", number_words(static_cast<double>(status.claims)) + " of " +
                           count_words(status.facts, "fact"));
  print_line("disputes", number_words(static_cast<double>(status.disputes)) + ", " +
                             std::to_string(status.disputes_open) + " open");
  print_line("alerts", number_words(static_cast<double>(status.alerts)));
  print_line("deliveries", std::to_string(status.deliveries_pending) + " pending, " +
                               std::to_string(status.deliveries_dead) + " dead");
  print_line("last poll", time_words(status.last_poll));
  print_line("next poll", time_words(status.next_poll));
}

}  // namespace

CLI::App* add_status_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("status", "How much is stored, and what fails");
  verb->callback([options = std::make_shared<StatusVerb>(*verb), &exit_code] {
    const storage::StoreStatus status = options->store.open()->status();
    const auto state = daemon::read_state(options->store.path());
    if (options->json) {
      boost::json::object shape = web::format_status(status);
      shape["daemon"] = daemon::format_daemon(state);
      std::cout << boost::json::serialize(shape) << '\n';
    } else {
      print_line("figured", daemon_words(state));
      if (state && !state->page.empty()) print_line("page", tame(state->page));
      print_status(status);
    }
    exit_code = 0;
  });
  return verb;
}

}  // namespace figured::cli
