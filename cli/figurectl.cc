#include "cli/figurectl.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/alerts_verb.h"
#include "cli/articles_verb.h"
#include "cli/backtest_verb.h"
#include "cli/check_verb.h"
#include "cli/compare_verb.h"
#include "cli/completion_verb.h"
#include "cli/config_verb.h"
#include "cli/disputes_verb.h"
#include "cli/doctor_verb.h"
#include "cli/export_verb.h"
#include "cli/extract_verb.h"
#include "cli/feeds_verb.h"
#include "cli/manual_verb.h"
#include "cli/parse_verb.h"
#include "cli/quantities_verb.h"
#include "cli/reload_verb.h"
#include "cli/search_verb.h"
#include "cli/silence_verb.h"
#include "cli/status_verb.h"
#include "cli/store_verbs.h"
#include "cli/top_verb.h"
#include "cli/train_verb.h"
#include "config/config.h"
#include "daemon/version.h"

namespace figured::cli {
namespace {

constexpr int kFailed = 1;
constexpr int kBadUsage = 2;

int fail(const std::exception& error, int status) {
  std::cerr << "figurectl: " << error.what() << '\n';
  return status;
}

int parse_and_run(CLI::App& app, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& end) {
    // --help and --version end here too, and are no failure.
    return app.exit(end) == 0 ? 0 : kBadUsage;
  } catch (const config::ConfigError& error) {
    return fail(error, kBadUsage);
  } catch (const std::exception& error) {
    return fail(error, kFailed);
  }
}

}  // namespace

void add_verbs(CLI::App& app, int& exit_code) {
  app.set_version_flag("--version", std::string("figurectl ") + daemon::kVersion);
  app.require_subcommand(1);
  add_status_verb(app, exit_code);
  add_top_verb(app, exit_code);
  add_doctor_verb(app, exit_code);
  add_feeds_verb(app, exit_code);
  add_articles_verb(app, exit_code);
  add_search_verb(app, exit_code);
  add_disputes_verb(app, exit_code);
  add_alerts_verb(app, exit_code);
  add_silence_verb(app, exit_code);
  add_backtest_verb(app, exit_code);
  add_config_verb(app, exit_code);
  add_reload_verb(app, exit_code);
  add_parse_verb(app, exit_code);
  add_quantities_verb(app, exit_code);
  add_extract_verb(app, exit_code);
  add_compare_verb(app, exit_code);
  add_check_verb(app, exit_code);
  add_train_verb(app, exit_code);
  add_store_verbs(app, exit_code);
  add_export_verb(app, exit_code);
  add_completion_verb(app);
  add_manual_verb(app);
}

int run_figurectl(int argc, const char* const* argv) {
  CLI::App app("The hand of figured: what its store holds, and its reading over files",
               "figurectl");
  int exit_code = 0;
  add_verbs(app, exit_code);
  const int ended = parse_and_run(app, argc, argv);
  return ended != 0 ? ended : exit_code;
}

}  // namespace figured::cli
