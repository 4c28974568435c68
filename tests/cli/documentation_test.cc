// The manuals and the completions know all there is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <functional>

#include "cli/completion_verb.h"
#include "cli/figurectl.h"
#include "cli/manual_verb.h"
#include "config/config.h"

namespace figured::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

// What a command says on standard output; its status where it is not 0.
std::string said_by(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string said;
  std::array<char, 4096> part;
  for (std::size_t n; pipe && (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    said.append(part.data(), n);
  const int status = pipe ? ::pclose(pipe) : -1;
  return status == 0 ? said : said + "\nstatus " + std::to_string(status);
}

const std::string kSource = std::string(FIGURED_TEST_DATA) + "/../..";

class DocumentationTest : public testing::Test {
 protected:
  DocumentationTest() { add_verbs(app_, exit_code_); }

  // Every verb with its words, "feeds list", but those that are not for people.
  void each_verb(const std::function<void(const CLI::App&, const std::string&)>& see) const {
    walk(app_, "", see);
  }

  int exit_code_ = 0;
  CLI::App app_{"", "figurectl"};

 private:
  static void walk(const CLI::App& app, const std::string& path,
                   const std::function<void(const CLI::App&, const std::string&)>& see) {
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
      if (verb->get_group().empty()) continue;
      see(*verb, path + verb->get_name());
      walk(*verb, path + verb->get_name() + " ", see);
    }
  }
};

TEST_F(DocumentationTest, EveryVerbIsDescribed) {
  each_verb([](const CLI::App& verb, const std::string& path) {
    EXPECT_NE(verb.get_description(), "") << path;
    for (const CLI::Option* option : verb.get_options())
      EXPECT_NE(option->get_description(), "") << path << " " << option->get_name();
  });
}

TEST_F(DocumentationTest, TheManualHasEveryVerbAndFlag) {
  const std::string manual = format_manual(app_);
  each_verb([&manual](const CLI::App& verb, const std::string& path) {
    if (verb.get_require_subcommand_min() > 0) return;
    const auto at = manual.find("\n.It Cm " + path);
    ASSERT_NE(at, manual.npos) << path;
    const std::string item = manual.substr(at, manual.find("\n.It Cm ", at + 1) - at);
    for (const CLI::Option* option : verb.get_options())
      for (const std::string& name : option->get_lnames())
        if (name != "help") {
          EXPECT_THAT(item, HasSubstr("Fl \\-" + name)) << path;
        }
  });
  EXPECT_THAT(manual, Not(HasSubstr("Cm manual")));
}

TEST_F(DocumentationTest, TheCompletionsHaveEveryVerbAndFlag) {
  for (const Shell shell : {Shell::kBash, Shell::kZsh, Shell::kFish}) {
    const std::string script = format_completion(app_, shell);
    each_verb([&](const CLI::App& verb, const std::string& path) {
      EXPECT_THAT(script, HasSubstr("' " + path + "'")) << path;
      for (const CLI::Option* option : verb.get_options())
        for (const std::string& name : option->get_lnames())
          EXPECT_THAT(script, HasSubstr(shell == Shell::kFish ? "-l " + name : "--" + name));
    });
  }
}

TEST_F(DocumentationTest, TheShellsUnderstandTheCompletions) {
  for (const auto& [shell, name] : {std::pair(Shell::kBash, "bash"), std::pair(Shell::kZsh, "zsh"),
                                    std::pair(Shell::kFish, "fish")}) {
    if (said_by(std::string("command -v ") + name).find("status") != std::string::npos) continue;
    const std::string file = testing::TempDir() + "figurectl-completion." + name;
    FILE* script = std::fopen(file.c_str(), "w");
    const std::string text = format_completion(app_, shell);
    std::fwrite(text.data(), 1, text.size(), script);
    std::fclose(script);
    EXPECT_EQ(said_by(std::string(name) + " -n " + file + " 2>&1"), "") << name;
  }
}

TEST_F(DocumentationTest, BashCompletesVerbsFlagsAndFiles) {
  const auto completed = [this](const std::string& words, int at) {
    const std::string file = testing::TempDir() + "figurectl-completion.sh";
    FILE* script = std::fopen(file.c_str(), "w");
    const std::string text = format_completion(app_, Shell::kBash) + "COMP_WORDS=(" + words +
                             ")\nCOMP_CWORD=" + std::to_string(at) +
                             "\n_figurectl\necho \"${COMPREPLY[*]}\"\n";
    std::fwrite(text.data(), 1, text.size(), script);
    std::fclose(script);
    return said_by("bash " + file);
  };
  EXPECT_EQ(completed("figurectl stat", 1), "status\n");
  EXPECT_EQ(completed("figurectl feeds pa", 2), "pause\n");
  EXPECT_EQ(completed("figurectl config show --eff", 3), "--effective\n");
  EXPECT_EQ(completed("figurectl parse /etc/host", 2), "\n") << "bash takes files then";
}

TEST(ConfigManualTest, HasEveryKey) {
  const std::string manual = said_by("awk -f " + kSource + "/docs/man/figured.toml.awk " + kSource +
                                     "/config/figured.example.toml");
  for (const std::string& key : config::known_keys()) {
    const std::string table = key.substr(0, key.find('.'));
    auto at = manual.find("\n.Ss [" + table + "]");
    if (at == manual.npos) at = manual.find("\n.Ss [[" + table + "]]");
    ASSERT_NE(at, manual.npos) << key;
    const std::string part = manual.substr(at, manual.find("\n.Ss ", at + 1) - at);
    EXPECT_THAT(part, HasSubstr("\n.It Ic " + key.substr(key.find('.') + 1) + "\n"));
  }
}

TEST(ManualTest, IsCleanMdoc) {
  if (said_by("command -v mandoc").find("status") != std::string::npos)
    GTEST_SKIP() << "there is no mandoc";
  int exit_code = 0;
  CLI::App app("", "figurectl");
  add_verbs(app, exit_code);
  const std::string verbs = testing::TempDir() + "figurectl-verbs.mdoc";
  FILE* file = std::fopen(verbs.c_str(), "w");
  const std::string text = format_manual(app);
  std::fwrite(text.data(), 1, text.size(), file);
  std::fclose(file);
  // Manuals that are not installed here are no fault of the page.
  const std::string lint =
      " | mandoc -T lint -W warning 2>&1 | grep -v 'referenced manual not found\\|mandoc.db' || "
      "true";
  const std::string man = kSource + "/docs/man/";
  EXPECT_EQ(
      said_by("cat " + man + "figurectl.1.head " + verbs + " " + man + "figurectl.1.tail" + lint),
      "");
  EXPECT_EQ(said_by("cat " + man + "figured.8" + lint), "");
  EXPECT_EQ(said_by("awk -f " + man + "figured.toml.awk " + kSource +
                    "/config/figured.example.toml" + lint),
            "");
}

}  // namespace
}  // namespace figured::cli
