#include "cli/reload_verb.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/change_words.h"
#include "cli/control_client.h"
#include "cli/store_option.h"

namespace figured::cli {
namespace {

struct ReloadVerb {
  explicit ReloadVerb(CLI::App& verb) {
    verb.add_option("--config", config, "The configuration of the daemon that is meant")
        ->default_str(kDefaultConfig);
    verb.add_flag("--wait", wait, "End only when the new configuration is at work");
  }
  std::string config;
  bool wait = false;
};

// Of a configuration that cannot be read the daemon says why.
config::Config meant(const ReloadVerb& verb) {
  try {
    return config::load_config(verb.config.empty() ? kDefaultConfig : verb.config,
                               config::Secrets::kNone);
  } catch (const config::ConfigError&) {
    return {};
  }
}

int reload(const ReloadVerb& verb) {
  const config::Config config = meant(verb);
  const daemon::ControlRequest request{.verb = daemon::ControlVerb::kReload,
                                       .store = config.store.path,
                                       .wait = verb.wait,
                                       .file = {}};
  const auto answer = ask_daemon(config, request);
  if (const auto* silent = std::get_if<std::string>(&answer)) {
    std::cerr << "figurectl: " << *silent << '\n';
    return 1;
  }
  const auto& answered = std::get<daemon::ControlAnswer>(answer);
  if (!answered.ok) {
    std::cerr << answered.words << "\nfigurectl: refused, the old configuration stays in force\n";
    return 1;
  }
  print_changes(std::cout, answered.changes);
  std::cout << "figured has reloaded: " << answered.words << '\n';
  return 0;
}

}  // namespace

CLI::App* add_reload_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("reload", "The daemon reads its configuration anew");
  verb->callback([options = std::make_shared<ReloadVerb>(*verb), &exit_code] {
    exit_code = reload(*options);
  });
  return verb;
}

}  // namespace figured::cli
