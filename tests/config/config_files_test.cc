// A configuration of several files: FILE and those of conf.d beside it.
#include "config/config_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "config/config.h"
#include "tests/support/temp_folder.h"

namespace figured::config {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class ConfigFilesTest : public testing::Test {
 protected:
  ConfigFilesTest() {
    std::filesystem::create_directory(folder_.path("conf.d"));
    write("figured.toml", "[store]\npath = 'a.db'\n[poll]\ninterval = '5m'\ntimeout = '9s'\n");
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path(name)) << text;
  }
  Config load() const { return load_config(folder_.path("figured.toml")); }
  // Its words, with the folder's name taken out.
  std::string error() const {
    try {
      load();
    } catch (const ConfigError& error) {
      std::string text = error.what();
      for (std::size_t at; (at = text.find(folder_.path(""))) != std::string::npos;)
        text.erase(at, folder_.path("").size());
      return text;
    }
    return "no error";
  }

  const tests::TempFolder folder_;
};

std::string feed(const std::string& name) {
  return "[[feed]]\nurl = 'https://" + name + ".example/rss'\noutlet = '" + name + "'\n";
}

TEST_F(ConfigFilesTest, TablesAreMergedAndListsAppendedInTheOrderOfTheNames) {
  write("conf.d/20-slow.toml", "[poll]\ninterval = '1h'\n" + feed("c"));
  write("conf.d/10-more.toml", "[poll]\ninterval = '2h'\nstretch = 3\n" + feed("b"));
  const Config config = load();
  EXPECT_EQ(config.poll.interval, std::chrono::hours(1)) << "the later file's";
  EXPECT_EQ(config.poll.policy.stretch, 3u);
  EXPECT_EQ(config.poll.options.timeout, std::chrono::seconds(9)) << "the first file's";
  ASSERT_THAT(config.feeds, SizeIs(2));
  EXPECT_EQ(config.feeds[0].outlet, "b");
  EXPECT_EQ(config.feeds[1].outlet, "c");
}

TEST_F(ConfigFilesTest, OthersAreNoParts) {
  for (const char* name :
       {"conf.d/feeds.toml.dpkg-new", "conf.d/.feeds.toml", "conf.d/feeds.txt", "other.toml"})
    write(name, "nonsense");
  std::filesystem::create_directory(folder_.path("conf.d/sub"));
  EXPECT_EQ(error(), "no error");
}

TEST_F(ConfigFilesTest, RelativePathsBeginInTheFolderOfTheFileTheyStandIn) {
  write("conf.d/desk.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  write("conf.d/desk.toml",
        "[[endpoint]]\nname = 'desk'\nurl = 'https://d.example/'\nsecret_file = 'desk.secret'\n");
  EXPECT_THAT(load().endpoints.at(0).secrets, SizeIs(1));
}

struct ErrorCase {
  std::string name;
  std::string first;   // conf.d/10.toml
  std::string second;  // conf.d/20.toml
  std::string error;
};

class ConfigFilesErrorTest : public ConfigFilesTest,
                             public testing::WithParamInterface<ErrorCase> {};

TEST_P(ConfigFilesErrorTest, NamesTheRightFile) {
  write("conf.d/10.toml", GetParam().first);
  write("conf.d/20.toml", GetParam().second);
  EXPECT_EQ(error(), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ConfigFilesErrorTest,
    testing::Values(
        ErrorCase{"UnknownKey", "", "[poll]\nintervall = '1h'",
                  "conf.d/20.toml:2:1: poll.intervall: unknown key; did you mean poll.interval?"},
        ErrorCase{"AllOfThemInTheOrderOfTheFiles", "[log]\nlevel = 1", "[pol]\nstretch = 0",
                  "conf.d/10.toml:2:9: log.level: is an integer; "
                  "one of \"debug\", \"info\", \"notice\", \"warning\", \"error\"\n"
                  "conf.d/20.toml:1:2: pol: unknown key; did you mean poll?"},
        ErrorCase{"TwiceInTwoFiles", feed("a"), feed("a"),
                  "conf.d/20.toml:2:7: feed.url: \"https://a.example/rss\" stands in "
                  "conf.d/10.toml:2 already; each feed once"},
        ErrorCase{"TwiceInOneFile", feed("a") + feed("a"), "",
                  "conf.d/10.toml:5:7: feed.url: \"https://a.example/rss\" stands in "
                  "line 2 already; each feed once"},
        ErrorCase{"ALaterValueIsTheOneThatIsRead", "[poll]\ninterval = 1",
                  "[poll]\ninterval = '0s'",
                  "conf.d/20.toml:2:12: poll.interval: \"0s\" is too short; "
                  "a number and s, m, h or d in quotes, from 1s to 30d"},
        ErrorCase{"RouteToAnEndpointOfNoFile", "[[route]]\nname = 'r'\nto = ['desk']", "",
                  "conf.d/10.toml:3:6: route.to: there is no endpoint \"desk\"; "
                  "names of [[endpoint]] tables"}),
    [](const auto& test) { return test.param.name; });

TEST_F(ConfigFilesTest, EachFileThatIsNoTomlIsNamed) {
  write("conf.d/10.toml", "[poll\n");
  write("conf.d/20.toml", "a = \n");
  EXPECT_THAT(error(), testing::MatchesRegex("conf.d/10.toml:1:[0-9]+: is not TOML: [^\n]+\n"
                                             "conf.d/20.toml:1:[0-9]+: is not TOML: [^\n]+"));
}

}  // namespace
}  // namespace figured::config
