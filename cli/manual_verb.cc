#include "cli/manual_verb.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace figured::cli {
namespace {

constexpr std::size_t kWidest = 78;

// Text as mdoc takes it.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '"')
      out += "\\(dq";
    else
      out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

// A sentence, on lines that are not too long.
std::string sentence(const std::string& text) {
  std::istringstream words(text);
  std::string line, out;
  for (std::string word; words >> word;) {
    if (!line.empty() && escaped(line + " " + word).size() > kWidest) {
      out += escaped(line) + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  out += escaped(line);
  return out.ends_with('.') || out.ends_with(':') ? out + "\n" : out + ".\n";
}

bool takes_value(const CLI::Option& option) { return option.get_expected_max() > 0; }

// "Ar ID", "Op Ar FILE ..."
std::string positional(const CLI::Option& option) {
  const std::string name = "Ar " + option.get_name(true);
  const std::string many = option.get_expected_max() > 1 ? " ..." : "";
  return " " + std::string(option.get_required() ? "" : "Op ") + name + many;
}

void print_flag(const CLI::Option& option, std::string& out) {
  out += ".It";
  bool more = false;
  for (const std::string& name : option.get_lnames()) {
    out += std::string(more ? " ," : "") + " Fl \\-" + name;
    more = true;
  }
  for (const std::string& name : option.get_snames()) {
    out += std::string(more ? " ," : "") + " Fl " + name;
    more = true;
  }
  if (takes_value(option)) out += " Ar value";
  out += "\n" + sentence(option.get_description());
}

bool is_flag(const CLI::Option& option) {
  return !option.get_lnames().empty() || !option.get_snames().empty();
}

void print_verb(const CLI::App& verb, const std::string& path, std::string& out) {
  std::string line = ".It Cm " + path;
  bool flags = false;
  for (const CLI::Option* option : verb.get_options()) {
    if (option->get_positional()) line += positional(*option);
    flags |= is_flag(*option) && option->get_lnames() != std::vector<std::string>{"help"};
  }
  out += line + "\n" + sentence(verb.get_description());
  if (!flags) return;
  out += ".Bl -tag -width Ds -compact\n";
  for (const CLI::Option* option : verb.get_options())
    if (is_flag(*option) && option->get_lnames() != std::vector<std::string>{"help"})
      print_flag(*option, out);
  out += ".El\n";
}

void print_verbs(const CLI::App& app, const std::string& path, std::string& out) {
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (verb->get_group().empty()) continue;
    const std::string name = path + verb->get_name();
    if (verb->get_require_subcommand_min() > 0)
      print_verbs(*verb, name + " ", out);
    else
      print_verb(*verb, name, out);
  }
}

}  // namespace

std::string format_manual(const CLI::App& app) {
  std::string out = ".Bl -tag -width Ds\n";
  print_verbs(app, "", out);
  return out + ".El\n";
}

CLI::App* add_manual_verb(CLI::App& app) {
  CLI::App* verb = app.add_subcommand("manual", "The verbs as mdoc, for the manual");
  verb->group("");
  verb->callback([&app] { std::cout << format_manual(app); });
  return verb;
}

}  // namespace figured::cli
