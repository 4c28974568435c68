#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "feeds/feed_access.h"
#include "storage/sqlite/sqlite_store.h"

#include "tests/support/temp_folder.h"

namespace figured::config {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const std::string kOldSecret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

// What must be there, and no more.
constexpr char kLeast[] = R"(
[store]
path = "figured.db"
[[feed]]
url = "https://a.example/rss"
outlet = "A"
)";

Config parse(const std::string& more) {
  return parse_config(kLeast + more, "/etc/figured/figured.toml");
}

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::string shipped(const std::string& file) {
  return std::string(FIGURED_TEST_DATA) + "/../../config/" + file;
}

// --- values

TEST(ConfigTest, LanguagesOfARouteAreTags) {
  const Config config = parse("[[route]]\nname = 'a'\nlanguages = ['EN', 'pt_br', 'unknown']");
  EXPECT_THAT(config.routes.at(0).match.languages, ElementsAre("en", "pt-BR", "unknown"));
}

TEST(ConfigTest, WhatIsNotSaidHasItsDefault) {
  const Config config = parse("");
  EXPECT_EQ(config.poll.lanes, 256u);
  EXPECT_EQ(config.poll.interval, 300s);
  EXPECT_EQ(config.poll.policy.stretch, 6u);
  EXPECT_EQ(config.poll.policy.failing_after, 4u);
  EXPECT_EQ(config.poll.hosts.connections, 4u);
  EXPECT_EQ(config.poll.hosts.per_second, 5u);
  EXPECT_EQ(config.poll.options.timeout, 30s);
  EXPECT_EQ(config.poll.options.max_body, 16u << 20);
  EXPECT_EQ(config.http.user_agent, "figured");
  EXPECT_EQ(config.http.ca_bundle, "/etc/ssl/certs/ca-certificates.crt");
  EXPECT_THAT(config.http.allowed_private_hosts, IsEmpty());
  EXPECT_EQ(config.workers.count, 0u);
  EXPECT_EQ(config.log.level, daemon::LogLevel::kInfo);
  EXPECT_EQ(config.log.format, daemon::LogFormat::kAuto);
  ASSERT_THAT(config.feeds, SizeIs(1));
  EXPECT_EQ(config.feeds[0], (feeds::FeedSource{"https://a.example/rss", "A", "", 300s}));
  EXPECT_THAT(config.endpoints, IsEmpty());
}

constexpr char kEverything[] = R"toml(
group = "Media"
interval = "1h30m"
[poll]
interval = "10m"
timeout = "5s"
max_in_flight = 7
stretch = 1
failing_after = 2
host_connections = 3
host_rate = 9
max_body = "64KiB"
user_agent = "figured (+me)"
[network]
allow_private = ["127.0.0.1:8099", "intern", "[fd00::1]:80", "[::1]"]
[workers]
count = 3
[log]
level = "debug"
format = "json"
[[feed]]
url = "http://b.example/atom?x=1"
outlet = "B"
[[endpoint]]
name = "desk-1"
url = "https://desk.example/hook"
min_severity = 0.25
types = ["dispute.widened", "figure.correction"]
timeout = "15s"
retry_first = ["1s", "2s"]
)toml";

TEST(ConfigTest, EveryValueIsTaken) {
  const Config config = parse(kEverything);
  EXPECT_EQ(config.poll.lanes, 7u);
  EXPECT_EQ(config.poll.policy.stretch, 1u);
  EXPECT_EQ(config.poll.policy.failing_after, 2u);
  EXPECT_EQ(config.poll.hosts.connections, 3u);
  EXPECT_EQ(config.poll.hosts.per_second, 9u);
  EXPECT_EQ(config.poll.options.timeout, 5s);
  EXPECT_EQ(config.poll.options.max_body, 65'536u);
  EXPECT_EQ(config.http.user_agent, "figured (+me)");
  EXPECT_THAT(config.http.allowed_private_hosts,
              ElementsAre("127.0.0.1:8099", "intern", "[fd00::1]:80", "[::1]"));
  EXPECT_EQ(config.workers.count, 3u);
  EXPECT_EQ(config.log.level, daemon::LogLevel::kDebug);
  EXPECT_EQ(config.log.format, daemon::LogFormat::kJson);
  EXPECT_THAT(config.feeds,
              ElementsAre(feeds::FeedSource{"https://a.example/rss", "A", "Media", 5400s},
                          feeds::FeedSource{"http://b.example/atom?x=1", "B", "", 600s}));
  ASSERT_THAT(config.endpoints, SizeIs(1));
  const alerts::Endpoint& desk = config.endpoints[0];
  EXPECT_EQ(desk.name, "desk-1");
  EXPECT_EQ(desk.url, "https://desk.example/hook");
  EXPECT_EQ(desk.min_severity, 0.25);
  EXPECT_THAT(desk.types,
              ElementsAre(alerts::AlertType::kDisputeWidened, alerts::AlertType::kCorrection));
  EXPECT_EQ(desk.timeout, 15s);
  EXPECT_THAT(desk.retry_first, ElementsAre(1s, 2s));
  EXPECT_EQ(desk.user_agent, "figured (+me)");
  EXPECT_THAT(desk.secrets, IsEmpty());
}

TEST(RetentionConfigTest, IsADurationOrForever) {
  const auto read = [](const std::string& line) {
    return parse_config(std::string(kLeast) + "[retention]\n" + line, "/etc/figured.toml")
        .retention;
  };
  EXPECT_EQ(read("bodies = 'forever'").bodies, std::nullopt);
  EXPECT_EQ(read("claims = '30d'").claims, std::chrono::days(30));
  EXPECT_EQ(read("deliveries = '7d'").deliveries, std::chrono::days(7));
  EXPECT_EQ(read("max_size = '2GiB'").max_size, std::int64_t{2} << 30);
  EXPECT_THROW(read("bodies = '2h'"), ConfigError);
  EXPECT_THROW(read("bodies = 'never'"), ConfigError);
}

TEST(ConfigTest, AStoreAloneIsEnough) {
  // Feeds may all be added by hand.
  EXPECT_THAT(parse_config("store.path = 'a.db'", "/etc/figured/figured.toml").feeds, IsEmpty());
}

TEST(ConfigTest, HowAFeedIsAskedIsTaken) {
  const tests::TempFolder folder;
  std::ofstream(folder.path("pw")) << "open sesame\n";
  std::ofstream(folder.path("headers")) << "X-Key: k 1\n\nX-Other:2\n";
  const Config config =
      parse("username = 'aladdin'\npassword_file = '" + folder.path("pw") + "'\nheaders_file = '" +
            folder.path("headers") +
            "'\nheaders = ['X-Plain: 3']\nuser_agent = 'desk/1'\nproxy = 'http://proxy:3128'\n");
  const auto& access = config.feeds.at(0).access;
  ASSERT_TRUE(access);
  EXPECT_EQ(access->username, "aladdin");
  EXPECT_EQ(access->password, "open sesame");
  EXPECT_EQ(access->user_agent, "desk/1");
  EXPECT_EQ(access->proxy, "http://proxy:3128");
  EXPECT_THAT(access->headers, testing::UnorderedElementsAre(net::HttpHeader{"X-Key", "k 1"},
                                                             net::HttpHeader{"X-Other", "2"},
                                                             net::HttpHeader{"X-Plain", "3"}));
  EXPECT_FALSE(parse("").feeds.at(0).access) << "as all others";
}

struct PathCase {
  std::string name;
  std::string path;
  std::string taken;
};

class PathTest : public testing::TestWithParam<PathCase> {};

TEST_P(PathTest, BeginsInTheFolderOfTheFile) {
  const Config config = parse_config(
      "store.path = '" + GetParam().path + "'\nfeed = [{url = 'http://a', outlet = 'A'}]",
      "/etc/figured/figured.toml");
  EXPECT_EQ(config.store.path, GetParam().taken);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PathTest,
    testing::Values(PathCase{"Relative", "figured.db", "/etc/figured/figured.db"},
                    PathCase{"InASubfolder", "run/a.db", "/etc/figured/run/a.db"},
                    PathCase{"Upwards", "../run/a.db", "/etc/run/a.db"},
                    PathCase{"Absolute", "/var/a.db", "/var/a.db"}),
    [](const auto& test) { return test.param.name; });

// --- secrets

class SecretConfigTest : public testing::Test {
 protected:
  SecretConfigTest() {
    ::unsetenv("FIGURED_TEST_SECRET");
    ::unsetenv("CREDENTIALS_DIRECTORY");
  }
  ~SecretConfigTest() override {
    ::unsetenv("FIGURED_TEST_SECRET");
    ::unsetenv("CREDENTIALS_DIRECTORY");
  }

  std::vector<alerts::WebhookSecret> secrets(const std::string& line) const {
    return parse_config(std::string(kLeast) +
                            "[[endpoint]]\nname = 'desk'\nurl = 'https://d.example/'\n" + line,
                        folder_.path("figured.toml"))
        .endpoints.at(0)
        .secrets;
  }
  void write(const std::string& file, const std::string& text) const {
    std::ofstream(folder_.path(file)) << text;
  }

  const alerts::WebhookSecret secret_ = alerts::WebhookSecret::parse(kSecret);
  const alerts::WebhookSecret old_ = alerts::WebhookSecret::parse(kOldSecret);
  tests::TempFolder folder_;
};

TEST_F(SecretConfigTest, StandsInTheConfiguration) {
  EXPECT_THAT(secrets("secret = '" + kSecret + "'"), ElementsAre(secret_));
}

TEST_F(SecretConfigTest, TwoWhileOneIsChanged) {
  EXPECT_THAT(secrets("secret = '" + kSecret + " " + kOldSecret + "'"), ElementsAre(secret_, old_));
}

TEST_F(SecretConfigTest, StandsInAFile) {
  write("desk.secret", kSecret + "\n" + kOldSecret + "\n");
  EXPECT_THAT(secrets("secret_file = 'desk.secret'"), ElementsAre(secret_, old_));
}

TEST_F(SecretConfigTest, StandsInTheEnvironment) {
  ::setenv("FIGURED_TEST_SECRET", kSecret.c_str(), 1);
  EXPECT_THAT(secrets("secret_env = 'FIGURED_TEST_SECRET'"), ElementsAre(secret_));
}

TEST_F(SecretConfigTest, StandsAmongTheCredentials) {
  ::setenv("CREDENTIALS_DIRECTORY", folder_.path("").c_str(), 1);
  write("desk", kSecret);
  EXPECT_THAT(secrets("secret_credential = 'desk'"), ElementsAre(secret_));
}

TEST_F(SecretConfigTest, ABadOneIsNeverShown) {
  const std::string bad = "whsec_c2VjcmV0IHdvcmRz";
  try {
    secrets("secret = '" + bad + "'");
    FAIL() << "taken";
  } catch (const ConfigError& error) {
    EXPECT_THAT(error.what(), HasSubstr("endpoint.secret: the secret holds 12 bytes"));
    EXPECT_THAT(error.what(), testing::Not(HasSubstr("c2Vjc")));
  }
}

// --- files

TEST(ConfigFileTest, IsReadFromItsFolder) {
  const tests::TempFolder folder;
  std::ofstream(folder.path("figured.toml")) << kLeast;
  EXPECT_EQ(load_config(folder.path("figured.toml")).store.path, folder.path("figured.db"));
}

TEST(ConfigFileTest, AMissingOneIsNamed) {
  const tests::TempFolder folder;
  try {
    load_config(folder.path("none.toml"));
    FAIL() << "taken";
  } catch (const ConfigError& error) {
    EXPECT_EQ(error.what(),
              folder.path("none.toml") + ": cannot be read: No such file or directory");
  }
}

TEST(ConfigFileTest, TheWeightsAreThoseOfTheFileThatIsNamed) {
  const tests::TempFolder folder;
  claims::FeatureWeights weights = claims::SamenessModel::builtin().weights();
  weights[0] = -2.5;
  std::ofstream(folder.path("own.tsv"))
      << claims::format_sameness_model(claims::SamenessModel(weights));
  std::ofstream(folder.path("figured.toml")) << kLeast << "\n[claims]\nweights = 'own.tsv'\n";
  EXPECT_EQ(load_config(folder.path("figured.toml")).claims.sameness.weights()[0], -2.5);
  std::ofstream(folder.path("figured.toml")) << kLeast;
  EXPECT_EQ(load_config(folder.path("figured.toml")).claims.sameness.weights(),
            claims::SamenessModel::builtin().weights());
}

TEST(ConfigFileTest, BadWeightsAreNamedByFileAndLine) {
  const tests::TempFolder folder;
  std::ofstream(folder.path("own.tsv")) << "# mine\nbias\tmuch\n";
  std::ofstream(folder.path("figured.toml")) << kLeast << "\n[claims]\nweights = 'own.tsv'\n";
  try {
    load_config(folder.path("figured.toml"));
    FAIL() << "taken";
  } catch (const ConfigError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("claims.weights: " + folder.path("own.tsv") +
                                                 ": line 2: 'much' is no weight; a file as"));
  }
}

TEST(ConfigFileTest, AFolderIsNone) {
  const tests::TempFolder folder;
  EXPECT_THROW(load_config(folder.path("")), ConfigError);
}

// --- what is shipped

TEST(ShippedConfigTest, TheExampleLoads) {
  const Config config = load_config(shipped("figured.example.toml"));
  EXPECT_EQ(config.store.path, "/var/lib/figured/figured.db");
  EXPECT_THAT(config.feeds, SizeIs(1));
  EXPECT_THAT(config.endpoints, SizeIs(1));
}

// Takes the '#' from lines such as "#timeout = ..."; "# rate = ..." shows a key without
// a default.
std::string uncommented(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::string all;
  while (std::getline(lines, line)) {
    const bool key = line.size() > 1 && line[0] == '#' && line[1] >= 'a' && line[1] <= 'z';
    if (key) line.erase(0, 1);
    all += line + "\n";
  }
  return all;
}

TEST(ShippedConfigTest, WhatTheExampleCommentsOutIsTheDefault) {
  const std::string path = shipped("figured.example.toml");
  const Config said = parse_config(uncommented(text_of(path)), path);
  const Config unsaid = load_config(path);
  EXPECT_EQ(said.store.min_free, unsaid.store.min_free);
  EXPECT_EQ(said.store.facts_memory, unsaid.store.facts_memory);
  EXPECT_EQ(said.store.facts_memory, storage::kFactsMemory);
  EXPECT_EQ(said.retention.bodies, unsaid.retention.bodies);
  EXPECT_EQ(said.retention.claims, unsaid.retention.claims);
  EXPECT_EQ(said.retention.deliveries, unsaid.retention.deliveries);
  EXPECT_EQ(said.retention.max_size, unsaid.retention.max_size);
  EXPECT_EQ(said.poll.lanes, unsaid.poll.lanes);
  EXPECT_EQ(said.poll.options.timeout, unsaid.poll.options.timeout);
  EXPECT_EQ(said.poll.options.max_body, unsaid.poll.options.max_body);
  EXPECT_EQ(said.http.ca_bundle, unsaid.http.ca_bundle);
  EXPECT_EQ(said.http.allowed_private_hosts, unsaid.http.allowed_private_hosts);
  EXPECT_EQ(said.workers.count, unsaid.workers.count);
  EXPECT_EQ(said.log.level, unsaid.log.level);
  EXPECT_EQ(said.log.format, unsaid.log.format);
  EXPECT_EQ(said.feeds.at(0).interval, unsaid.feeds.at(0).interval);
  EXPECT_EQ(said.endpoints.at(0).min_severity, unsaid.endpoints.at(0).min_severity);
  EXPECT_EQ(said.endpoints.at(0).timeout, unsaid.endpoints.at(0).timeout);
  EXPECT_EQ(said.endpoints.at(0).in_flight, unsaid.endpoints.at(0).in_flight);
  EXPECT_EQ(said.endpoints.at(0).breaker, unsaid.endpoints.at(0).breaker);
  EXPECT_EQ(said.endpoints.at(0).breaker_rest, unsaid.endpoints.at(0).breaker_rest);
  EXPECT_EQ(said.endpoints.at(0).fallback_after, unsaid.endpoints.at(0).fallback_after);
  EXPECT_EQ(said.endpoints.at(0).starttls, unsaid.endpoints.at(0).starttls);
  EXPECT_EQ(said.alerts.heartbeat, unsaid.alerts.heartbeat);
}

// The key's name at the beginning of a line, below its table.
bool stands_in(const std::string& text, const std::string& key) {
  const std::size_t dot = key.find('.');
  const std::string table = key.substr(0, dot);
  std::size_t start = text.find("\n[" + table + "]\n");
  if (start == std::string::npos) start = text.find("\n[[" + table + "]]\n");
  if (start == std::string::npos) return false;
  const std::size_t end = text.find("\n[", start + 1);
  const std::string part = text.substr(start, end == std::string::npos ? end : end - start);
  const std::string name = key.substr(dot + 1) + " = ";
  return part.find("\n" + name) != std::string::npos ||
         part.find("\n#" + name) != std::string::npos ||
         part.find("\n# " + name) != std::string::npos;
}

TEST(ShippedConfigTest, TheExampleHasEveryKey) {
  const std::string text = text_of(shipped("figured.example.toml"));
  EXPECT_THAT(known_keys(), SizeIs(testing::Ge(20u)));
  for (const std::string& key : known_keys())
    EXPECT_TRUE(stands_in(text, key)) << key << " is not in the example";
}

TEST(ShippedConfigTest, TheWorldNewsLoad) {
  const Config config = load_config(shipped("world-news.toml"));
  EXPECT_THAT(config.feeds, SizeIs(testing::Ge(12u)));
  EXPECT_THAT(config.endpoints, IsEmpty());
  for (const feeds::FeedSource& feed : config.feeds) {
    EXPECT_THAT(feed.url, testing::StartsWith("https://"));
    EXPECT_GE(feed.interval, 10min);
  }
}

}  // namespace
}  // namespace figured::config
