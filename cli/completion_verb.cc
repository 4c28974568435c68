// A word of the command line is a verb where it follows a verb that has it; the path of
// verbs so far decides what may come next.  All three scripts walk the line that way.
#include "cli/completion_verb.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <vector>

namespace figured::cli {
namespace {

struct Word {
  std::string text;
  std::string help;
};

// What may come behind a path of verbs ("", " feeds", " feeds list").
struct Step {
  std::string path;
  std::vector<Word> verbs;
  std::vector<Word> flags;
};

void collect(const CLI::App& app, const std::string& path, std::vector<Step>& steps) {
  Step step{path, {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      step.flags.push_back({"--" + name, option->get_description()});
    for (const std::string& name : option->get_snames())
      step.flags.push_back({"-" + name, option->get_description()});
  }
  const auto verbs = app.get_subcommands([](const CLI::App* verb) {
    return !verb->get_group().empty();  // or it is not for people
  });
  for (const CLI::App* verb : verbs)
    step.verbs.push_back({verb->get_name(), verb->get_description()});
  steps.push_back(std::move(step));
  for (const CLI::App* verb : verbs) collect(*verb, path + " " + verb->get_name(), steps);
}

std::string texts(const std::vector<Word>& words, const char* between = " ") {
  std::string all;
  for (const Word& word : words) all += (all.empty() ? "" : between) + word.text;
  return all;
}

// In single quotes, for each of the three shells.
std::string quoted(const std::string& text, Shell shell) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' && shell != Shell::kFish)
      out += "'\\''";
    else if (c == '\'' || (c == '\\' && shell == Shell::kFish))
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out + "'";
}

// "case" arms that lengthen the path by the words that are verbs behind it.
std::string walk_arms(const std::vector<Step>& steps) {
  std::string arms;
  for (const Step& step : steps)
    for (const Word& verb : step.verbs)
      arms += (arms.empty() ? "" : "|") + std::string("'") + step.path + " " + verb.text + "'";
  return arms;
}

std::string bash(const std::vector<Step>& steps) {
  std::string script =
      "# bash completion of figurectl, made by: figurectl completion bash\n"
      "_figurectl() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} path= words= word\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case \"$path $word\" in\n"
      "      " +
      walk_arms(steps) +
      ") path=\"$path $word\" ;;\n"
      "    esac\n"
      "  done\n"
      "  case $path in\n";
  for (const Step& step : steps) {
    script += "    '" + step.path + "') words='" + texts(step.verbs);
    script += (step.verbs.empty() || step.flags.empty() ? "" : " ") + texts(step.flags) + "' ;;\n";
  }
  return script +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "}\n"
         "complete -o default -F _figurectl figurectl\n";
}

std::string zsh(const std::vector<Step>& steps) {
  std::string script =
      "#compdef figurectl\n"
      "# zsh completion of figurectl, made by: figurectl completion zsh\n"
      "local at= word\n"
      "local -a words_here\n"
      "for word in ${words[2,CURRENT-1]}; do\n"
      "  case \"$at $word\" in\n"
      "    " +
      walk_arms(steps) +
      ") at=\"$at $word\" ;;\n"
      "  esac\n"
      "done\n"
      "case $at in\n";
  for (const Step& step : steps) {
    script += "  '" + step.path + "') words_here=(";
    for (const auto* words : {&step.verbs, &step.flags})
      for (const Word& word : *words)
        script += " " + quoted(word.text + ":" + word.help, Shell::kZsh);
    script += " ) ;;\n";
  }
  return script +
         "esac\n"
         "_describe 'figurectl' words_here || _files\n";
}

std::string fish(const std::vector<Step>& steps) {
  std::string script =
      "# fish completion of figurectl, made by: figurectl completion fish\n"
      "function __figurectl_at\n"
      "    set -l path ''\n"
      "    for word in (commandline -opc)[2..]\n"
      "        switch \"$path $word\"\n"
      "            case";
  for (const Step& step : steps)
    for (const Word& verb : step.verbs) script += " '" + step.path + " " + verb.text + "'";
  script +=
      "\n"
      "                set path \"$path $word\"\n"
      "        end\n"
      "    end\n"
      "    test \"$path\" = \"$argv[1]\"\n"
      "end\n";
  for (const Step& step : steps) {
    const std::string at =
        "complete -c figurectl -n " + quoted("__figurectl_at '" + step.path + "'", Shell::kFish);
    for (const Word& verb : step.verbs)
      script += at + " -f -a " + verb.text + " -d " + quoted(verb.help, Shell::kFish) + "\n";
    for (const Word& flag : step.flags) {
      const bool is_long = flag.text.starts_with("--");
      script += at + (is_long ? " -l " : " -s ") + flag.text.substr(is_long ? 2 : 1) + " -d " +
                quoted(flag.help, Shell::kFish) + "\n";
    }
  }
  return script;
}

}  // namespace

std::string format_completion(const CLI::App& app, Shell shell) {
  std::vector<Step> steps;
  collect(app, "", steps);
  switch (shell) {
    case Shell::kBash:
      return bash(steps);
    case Shell::kZsh:
      return zsh(steps);
    case Shell::kFish:
      return fish(steps);
  }
  return "";
}

CLI::App* add_completion_verb(CLI::App& app) {
  CLI::App* verb = app.add_subcommand("completion", "Completion of verbs and flags for a shell");
  const auto shell = std::make_shared<Shell>();
  const std::map<std::string, Shell> shells{
      {"bash", Shell::kBash}, {"zsh", Shell::kZsh}, {"fish", Shell::kFish}};
  verb->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->transform(CLI::CheckedTransformer(shells).description(""));
  verb->callback([&app, shell] { std::cout << format_completion(app, *shell); });
  return verb;
}

}  // namespace figured::cli
