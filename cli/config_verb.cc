#include "cli/config_verb.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/change_words.h"
#include "cli/control_client.h"
#include "cli/store_option.h"
#include "cli/words.h"

namespace figured::cli {
namespace {

namespace json = boost::json;

struct ConfigVerb {
  explicit ConfigVerb(CLI::App& verb) {
    verb.add_option("FILE,--config", file, "The configuration")->default_str(kDefaultConfig);
    verb.add_flag("--json", json, "Print one JSON object");
  }
  std::string path() const { return file.empty() ? std::string(kDefaultConfig) : file; }
  std::string file;
  bool json = false;
};

struct ShowVerb : ConfigVerb {
  explicit ShowVerb(CLI::App& verb) : ConfigVerb(verb) {
    verb.add_flag("--effective", effective, "With every default that is in force");
  }
  bool effective = false;
};

json::array format_errors(const std::string& errors) {
  json::array lines;
  std::istringstream text(errors);
  for (std::string line; std::getline(text, line);) lines.emplace_back(line);
  return lines;
}

int refuse(const ConfigVerb& verb, const std::string& errors) {
  if (verb.json)
    std::cout << json::serialize(json::object{{"good", false}, {"errors", format_errors(errors)}})
              << '\n';
  else
    std::cerr << errors << '\n';
  return 2;
}

void print_good(const ConfigVerb& verb, const config::Config& config) {
  std::cout << verb.path()
            << " is good: " << count_words(static_cast<std::int64_t>(config.feeds.size()), "feed")
            << ", " << count_words(static_cast<std::int64_t>(config.endpoints.size()), "endpoint")
            << ", " << count_words(static_cast<std::int64_t>(config.routes.size()), "route")
            << '\n';
  for (const std::string& unseen : config.unseen)
    std::cout << unseen << ": not looked at, only the service has its credentials\n";
}

int check(const ConfigVerb& verb) {
  try {
    const config::Config config = config::load_config(verb.path(), config::Secrets::kReachable);
    if (verb.json)
      std::cout << json::serialize(json::object{{"good", true},
                                                {"feeds", config.feeds.size()},
                                                {"endpoints", config.endpoints.size()},
                                                {"routes", config.routes.size()}})
                << '\n';
    else
      print_good(verb, config);
    return 0;
  } catch (const config::ConfigError& error) {
    return refuse(verb, error.what());
  }
}

// "[[endpoint]]" of "endpoint[desk]", "[poll]" of "poll"
std::string heading(const std::string& table) {
  const auto bracket = table.find('[');
  return bracket == table.npos ? "[" + table + "]" : "[[" + table.substr(0, bracket) + "]]";
}

void print_settings(const std::vector<config::Setting>& settings) {
  constexpr std::size_t kWidest = 40;
  std::string table;
  for (const config::Setting& setting : settings) {
    if (setting.table != table)
      std::cout << (table.empty() ? "" : "\n") << heading(setting.table) << '\n';
    table = setting.table;
    const std::string line = tame(setting.key + " = " + setting.value);
    const std::size_t width = std::min(characters(line), kWidest);
    std::cout << line << std::string(kWidest - width + 2, ' ') << "# " << setting.place << '\n';
  }
}

void print_settings_json(const std::vector<config::Setting>& settings) {
  for (const config::Setting& setting : settings)
    std::cout << json::serialize(json::object{{"table", setting.table},
                                              {"key", setting.key},
                                              {"value", setting.value},
                                              {"place", setting.place}})
              << '\n';
}

int show(const ShowVerb& verb) {
  const config::Config config = config::load_config(verb.path(), config::Secrets::kNone);
  const auto settings =
      verb.effective ? config::effective_settings(config.settings) : config.settings;
  verb.json ? print_settings_json(settings) : print_settings(settings);
  return 0;
}

json::object format_change(const config::SettingChange& change) {
  const auto value = [](const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
  };
  return {{"key", change.name},
          {"from", value(change.from)},
          {"to", value(change.to)},
          {"restart", change.restart}};
}

int print_diff(const ConfigVerb& verb, const daemon::ControlAnswer& answer) {
  if (!answer.ok) return refuse(verb, answer.words);
  if (verb.json)
    for (const config::SettingChange& change : answer.changes)
      std::cout << json::serialize(format_change(change)) << '\n';
  else if (answer.changes.empty())
    std::cout << "A reload would change nothing.\n";
  else
    print_changes(std::cout, answer.changes);
  return 0;
}

// The daemon reads the file, since it has the credentials and knows what is in force.
int diff(const ConfigVerb& verb) {
  const std::string file = verb.file.empty() ? "" : std::filesystem::absolute(verb.file).string();
  config::Config config;
  try {
    config = config::load_config(verb.path(), config::Secrets::kNone);
  } catch (const config::ConfigError&) {
    // It says why itself.
  }
  const auto answer = ask_daemon(config, {.verb = daemon::ControlVerb::kDiff,
                                          .store = config.store.path,
                                          .wait = false,
                                          .file = file});
  if (const auto* answered = std::get_if<daemon::ControlAnswer>(&answer))
    return print_diff(verb, *answered);
  std::cerr << "figurectl: " << std::get<std::string>(answer) << '\n';
  return 1;
}

}  // namespace

CLI::App* add_config_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("config", "The configuration")->require_subcommand(1);
  CLI::App* check_verb = verb->add_subcommand("check", "All that is wrong with it");
  check_verb->callback([options = std::make_shared<ConfigVerb>(*check_verb), &exit_code] {
    exit_code = check(*options);
  });
  CLI::App* show_verb = verb->add_subcommand("show", "What it says, and where it says so");
  show_verb->callback([options = std::make_shared<ShowVerb>(*show_verb), &exit_code] {
    exit_code = show(*options);
  });
  CLI::App* diff_verb =
      verb->add_subcommand("diff", "What a reload would change in the running daemon");
  diff_verb->callback([options = std::make_shared<ConfigVerb>(*diff_verb), &exit_code] {
    exit_code = diff(*options);
  });
  return verb;
}

}  // namespace figured::cli
