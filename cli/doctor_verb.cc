#include "cli/doctor_verb.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "cli/local_checks.h"
#include "cli/network_checks.h"
#include "cli/permission_checks.h"
#include "cli/store_option.h"

namespace figured::cli {
namespace {

constexpr std::size_t kMostHosts = 200;

struct DoctorVerb {
  explicit DoctorVerb(CLI::App& verb) {
    verb.add_option("--config", config, "The configuration to look at")
        ->default_val(kDefaultConfig);
    verb.add_flag("--offline", offline, "Ask nobody on the network");
    verb.add_flag("--json", json, "Print one JSON object");
  }
  std::string config;
  bool offline = false;
  bool json = false;
};

void check_network(const config::Config& config, Findings& findings) {
  std::size_t left_out = 0;
  const auto hosts = hosts_to_ask(config, kMostHosts, left_out);
  if (hosts.empty()) return;
  const auto answers = ask_hosts(hosts, config);
  const Findings judged = judge_answers(answers);
  findings.insert(findings.end(), judged.begin(), judged.end());
  judge_clock(clock_ahead(answers), findings);
  if (left_out != 0)
    findings.push_back(
        {FindingKind::kGood, "network", std::to_string(left_out) + " more hosts were not asked"});
}

Findings examine(const DoctorVerb& options) {
  Findings findings;
  const auto config = check_config(options.config, findings);
  if (!config) return findings;
  check_secrets(options.config, findings);
  check_access(options.config, config->store.path, findings);
  check_store(config->store.path, findings);
  check_disk(config->store, findings);
  check_daemon(config->store.path, findings);
  check_programs(*config, findings);
  if (!options.offline) check_network(*config, findings);
  return findings;
}

std::string_view colour_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::kGood:
      return "\x1b[32m";
    case FindingKind::kDoubtful:
      return "\x1b[33m";
    case FindingKind::kWrong:
      return "\x1b[31m";
  }
  return "";
}

void print_findings(const Findings& findings) {
  const bool colours = ::isatty(STDOUT_FILENO) != 0;
  for (const Finding& finding : findings) {
    std::string kind(format_finding_kind(finding.kind));
    kind.resize(9, ' ');
    std::string check = finding.check;
    check.resize(std::max<std::size_t>(9, check.size()), ' ');
    if (colours) kind = std::string(colour_of(finding.kind)) + kind + "\x1b[0m";
    std::cout << kind << check << ' ' << finding.message << '\n';
    if (!finding.fix.empty()) std::cout << std::string(19, ' ') << "→ " << finding.fix << '\n';
  }
}

void print_json(const Findings& findings) {
  boost::json::array list;
  for (const Finding& finding : findings)
    list.push_back(boost::json::object{{"kind", format_finding_kind(finding.kind)},
                                       {"check", finding.check},
                                       {"message", finding.message},
                                       {"fix", finding.fix}});
  std::cout << boost::json::serialize(boost::json::object{{"healthy", !is_anything_wrong(findings)},
                                                          {"findings", std::move(list)}})
            << '\n';
}

}  // namespace

CLI::App* add_doctor_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("doctor", "What is wrong here, and what helps");
  verb->callback([options = std::make_shared<DoctorVerb>(*verb), &exit_code] {
    const Findings findings = examine(*options);
    options->json ? print_json(findings) : print_findings(findings);
    exit_code = is_anything_wrong(findings) ? 1 : 0;
  });
  return verb;
}

}  // namespace figured::cli
