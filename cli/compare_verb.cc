#include "cli/compare_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "claims/verdicts/inference.h"
#include "cli/json_lines.h"

namespace figured::cli {
namespace {

void print_inference(const boost::json::object& line) {
  const auto inference =
      claims::infer(required_text_of(line, "premise"), required_text_of(line, "hypothesis"));
  const boost::json::value* id = line.if_contains("id");
  std::cout << boost::json::serialize(
                   boost::json::object{{"id", id == nullptr ? boost::json::value(nullptr) : *id},
                                       {"label", claims::format_inference(inference)}})
            << '\n';
}

}  // namespace

CLI::App* add_compare_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand(
      "compare",
      "Label {\"id\",\"premise\",\"hypothesis\"} lines: entailment, neutral, contradiction");
  auto files = std::make_shared<std::vector<std::string>>();
  verb->add_option("FILE", *files, "Files of JSON lines; none: standard input");
  verb->callback([files, &exit_code] { exit_code = JsonLines(*files).each(print_inference); });
  return verb;
}

}  // namespace figured::cli
