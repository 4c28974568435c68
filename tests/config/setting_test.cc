// What the files say, the defaults they leave, and what tells two configurations apart.
#include "config/setting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "config/config.h"
#include "tests/support/temp_folder.h"

namespace figured::config {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

constexpr char kSecret[] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr char kOther[] = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

std::vector<Setting> settings(const std::string& toml) {
  return parse_config("[store]\npath = '/a.db'\n" + toml, "figured.toml").settings;
}

std::vector<std::string> lines(const std::vector<Setting>& settings) {
  std::vector<std::string> lines;
  for (const Setting& setting : settings)
    lines.push_back(setting.name() + " = " + setting.value + " @ " + setting.place);
  return lines;
}

TEST(SettingTest, SaysWhatTheFileSaysAndWhere) {
  EXPECT_THAT(lines(settings("[poll]\ninterval = '5m'\nstretch = 2\n[network]\n"
                             "allow_private = ['a', 'b']\n[[route]]\nname = 'r'\n")),
              testing::UnorderedElementsAre(
                  "store.path = \"/a.db\" @ figured.toml:2",
                  "poll.interval = \"5m\" @ figured.toml:4", "poll.stretch = 2 @ figured.toml:5",
                  "network.allow_private = [\"a\", \"b\"] @ figured.toml:7",
                  "route[r].name = \"r\" @ figured.toml:9"));
}

TEST(SettingTest, SecretsDoNotStandInIt) {
  const auto said =
      lines(settings("[[feed]]\nurl = 'https://me:pw@a.example/rss?key=k3y'\noutlet = 'A'\n"
                     "headers = ['X-Key: s3cret']\n[[endpoint]]\nname = 'desk'\n"
                     "url = 'https://chat.example/hooks/s3cret'\nsecret = '" +
                     std::string(kSecret) + "'\ntoken = 't0ken'\n"));
  EXPECT_THAT(said, Contains("endpoint[desk].secret = \"…\" @ figured.toml:10"));
  for (const std::string& line : said)
    for (const char* secret : {"s3cret", "k3y", "pw@", "t0ken", "MfKQ"})
      EXPECT_THAT(line, Not(testing::HasSubstr(secret)));
}

struct ChangeCase {
  std::string name;
  std::string from;
  std::string to;
  std::vector<SettingChange> changes;
};

class SettingChangeTest : public testing::TestWithParam<ChangeCase> {};
TEST_P(SettingChangeTest, AreNamed) {
  EXPECT_EQ(compare_settings(settings(GetParam().from), settings(GetParam().to)),
            GetParam().changes);
}

std::string endpoint(const std::string& secret) {
  return "[[endpoint]]\nname = 'd'\nurl = 'https://d.example/'\nsecret = '" + secret + "'\n";
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SettingChangeTest,
    testing::Values(
        ChangeCase{"Nothing", "[poll]\nstretch = 2", "[poll]\nstretch=2 # two", {}},
        ChangeCase{"AValue",
                   "[poll]\nstretch = 2",
                   "[poll]\nstretch = 3",
                   {{"poll.stretch", "2", "3", false}}},
        ChangeCase{"ADefaultAgain", "[poll]\nstretch = 2", "", {{"poll.stretch", "2", "", false}}},
        ChangeCase{"AnotherFeed",
                   "",
                   "[[feed]]\nurl = 'http://a/'\noutlet = 'A'",
                   {{"feed[http://a/].outlet", "", "\"A\"", false},
                    {"feed[http://a/].url", "", "\"http://a/\"", false}}},
        ChangeCase{"ASecret",
                   endpoint(kSecret),
                   endpoint(kOther),
                   {{"endpoint[d].secret", "\"…\"", "\"…\"", false}}},
        ChangeCase{"WhatIsOpenedOnce",
                   "[log]\nformat = 'json'",
                   "[log]\nformat = 'console'",
                   {{"log.format", "\"json\"", "\"console\"", true}}}),
    [](const auto& test) { return test.param.name; });

TEST(SettingTest, ASecretFileThatChangedIsSeen) {
  const tests::TempFolder folder;
  const auto with = [&folder](const char* secret) {
    std::ofstream(folder.path("s")) << secret;
    return settings("[[endpoint]]\nname = 'd'\nurl = 'https://d.example/'\nsecret_file = '" +
                    folder.path("s") + "'\n");
  };
  const auto before = with(kSecret);
  const auto changes = compare_settings(before, with(kOther));
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].name, "endpoint[d].secret_file");
  EXPECT_EQ(changes[0].from, changes[0].to);
}

TEST(SettingTest, WhatNeedsARestartStaysInForce) {
  const auto now = settings("[log]\nformat = 'json'\nlevel = 'info'\n");
  const auto later = settings("[log]\nformat = 'console'\nlevel = 'debug'\n");
  EXPECT_THAT(compare_settings(settings_in_force(now, later), later),
              ElementsAre(SettingChange{"log.format", "\"json\"", "\"console\"", true}))
      << "the level is taken over, the format still waits";
}

// --- defaults

std::vector<Setting> effective(const std::string& toml) {
  return effective_settings(settings(toml));
}

TEST(EffectiveSettingTest, HasEveryDefaultThatIsLeft) {
  const auto said =
      lines(effective("[poll]\ninterval = '7m'\n[[endpoint]]\nname = 'd'\n"
                      "url = 'https://d.example/'\ntimeout = '3s'\n"));
  EXPECT_THAT(
      said,
      IsSupersetOf({"poll.interval = \"7m\" @ figured.toml:4", "poll.stretch = 6 @ default",
                    "poll.user_agent = \"figured\" @ default", "log.level = \"info\" @ default",
                    "endpoint[d].timeout = \"3s\" @ figured.toml:8",
                    "endpoint[d].breaker = 5 @ default"}));
  EXPECT_THAT(said, Not(Contains("poll.interval = \"5m\" @ default")));
  for (const std::string& line : said) EXPECT_THAT(line, Not(testing::StartsWith("route")));
}

// Given outright, each default is taken and changes nothing that is told of.
TEST(EffectiveSettingTest, EveryDefaultIsAValueThatIsTaken) {
  EXPECT_GE(default_settings().size(), 30u);
  for (const Setting& setting : default_settings()) {
    std::string toml = setting.table == "feed" ? "[[feed]]\nurl = 'http://a/'\noutlet = 'A'\n"
                       : setting.table == "endpoint"
                           ? "[[endpoint]]\nname = 'd'\nurl = 'http://d/'\n"
                       : setting.table == "route" ? "[[route]]\nname = 'r'\n"
                                                  : "[" + setting.table + "]\n";
    toml += setting.key + " = " + setting.value + "\n";
    if (setting.table == "store") toml = setting.key + " = " + setting.value + "\n";
    EXPECT_NO_THROW(settings(toml)) << setting.name();
  }
}

TEST(EffectiveSettingTest, EveryDefaultIsAKnownKey) {
  for (const Setting& setting : default_settings())
    EXPECT_THAT(known_keys(), Contains(setting.name()));
}

// --- secrets that stand elsewhere

constexpr char kCredential[] =
    "[store]\npath = '/a.db'\n[[endpoint]]\nname = 'd'\nurl = 'https://d.example/'\n"
    "secret_credential = 'desk'\n";

TEST(SecretsElsewhereTest, AreLeftAloneByWhoNeedsNone) {
  const tests::TempFolder folder;
  ::unsetenv("CREDENTIALS_DIRECTORY");
  std::ofstream(folder.path("figured.toml"))
      << kCredential << "[[endpoint]]\nname = 'e'\nkind = 'telegram'\nchat = '1'\n"
      << "token_file = '/none'\n";
  EXPECT_THROW(load_config(folder.path("figured.toml")), ConfigError);
  EXPECT_EQ(load_config(folder.path("figured.toml"), Secrets::kNone).endpoints.size(), 2u);
}

TEST(SecretsElsewhereTest, TheServicesCredentialsAreNamedWhereTheyAreNotHere) {
  const tests::TempFolder folder;
  ::unsetenv("CREDENTIALS_DIRECTORY");
  std::ofstream(folder.path("figured.toml")) << kCredential;
  EXPECT_THAT(load_config(folder.path("figured.toml"), Secrets::kReachable).unseen,
              ElementsAre(folder.path("figured.toml") + ":6: endpoint.secret_credential"));
}

}  // namespace
}  // namespace figured::config
